/** One event of a text/event-stream. Comments and other fields of the format are skipped. */
export interface StreamEvent {
  event: string
  data: string
}

/**
 * The answers that a stream brings.
 * @returns whether the server said that there is nothing more: a stream that ends without was cut
 */
export async function* answersIn(body: ReadableStream<Uint8Array>): AsyncGenerator<object, boolean> {
  try {
    for await (const { event, data } of readEvents(body)) {
      if (event === 'complete') return true
      if (event === 'next') yield JSON.parse(data) as object
    }
  } catch {
    // A connection that breaks is cut as well.
  }
  return false
}

/** Reads the events of a stream, wherever the network happens to cut it. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  const decoder = new TextDecoder()
  const reader = body.getReader()
  let pending = ''
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    const blocks = (pending + decoder.decode(chunk.value, { stream: true })).split(/\r?\n\r?\n/)
    pending = blocks.pop() ?? ''
    for (const block of blocks) {
      const event = parseEvent(block)
      if (event !== null) yield event
    }
  }
}

function parseEvent(block: string): StreamEvent | null {
  const lines = block.split(/\r?\n/)
  const event = valuesOf(lines, 'event')[0]
  const data = valuesOf(lines, 'data').join('\n')
  return event === undefined && data === '' ? null : { event: event ?? 'message', data }
}

function valuesOf(lines: string[], field: string): string[] {
  return lines
    .filter((line) => line.startsWith(`${field}:`))
    .map((line) => line.slice(field.length + 1).replace(/^ /, ''))
}
