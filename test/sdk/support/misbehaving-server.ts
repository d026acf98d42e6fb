import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ClientOptions, createClient } from '../../../sdk/index.js'

export interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: {
    readonly query: string
    readonly operationName?: string
    readonly variables?: Record<string, unknown>
  }
}

/** How the server behaves on one request. */
export type Behaviour = (response: ServerResponse, request: Received) => void

export const answers =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Behaviour =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))

export const gives = (data: unknown) => answers({ data })
export const fails = (code: string, status = 200, data: unknown = null) =>
  answers({ data, errors: [{ message: 'server text', extensions: { code } }] }, status)
export const breaksOff: Behaviour = (response) => response.destroy()
export const staysSilent: Behaviour = () => undefined

const running: (() => Promise<void>)[] = []

/** A real server that behaves as told, request by request; the last behaviour is for all that follow. */
export async function serverThat(...behaviours: Behaviour[]) {
  const received: Received[] = []
  const underWay = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    const hungUp = () => underWay.delete(response)
    underWay.add(response)
    response.once('finish', hungUp)
    // A client that hangs up is gone at `end`; `close` waits for an answer that may never come.
    request.socket.setMaxListeners(0).once('end', hungUp)
    void requestOf(request).then((entry) => {
      received.push(entry)
      behaviours[Math.min(received.length, behaviours.length) - 1]?.(response, entry)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  running.push(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
  const client = (options: Partial<ClientOptions> = {}) => createClient({ url, backoffMs: 4, ...options })
  return { url, received, client, underWay }
}

export async function stopServers(): Promise<void> {
  await Promise.all(running.splice(0).map((stop) => stop()))
}

/** The error of a call that must fail. */
export async function failureOf<E = Error>(call: Promise<unknown>): Promise<E> {
  const outcome = await call.then(
    (value) => ({ value }),
    (error: E) => ({ error }),
  )
  if ('error' in outcome) return outcome.error
  throw new Error(`The call should have failed, but gave ${JSON.stringify(outcome.value)}`)
}

async function requestOf(request: IncomingMessage): Promise<Received> {
  let text = ''
  for await (const chunk of request) text += chunk
  return { headers: request.headers, body: JSON.parse(text) as Received['body'] }
}
