import { createLog, type Log } from '../../server/platform/log.js'

describe('the log', () => {
  function linesOf(write: (log: Log) => void): Record<string, unknown>[] {
    const lines: string[] = []
    write(createLog('info', { write: (line) => void lines.push(line) }))
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  }

  it('hides credentials wherever they appear in a line', () => {
    const [line] = linesOf((log) =>
      log.info({
        token: 'CANARY',
        user: { password: 'CANARY', name: 'Anna' },
        req: { headers: { authorization: 'Bearer CANARY', 'x-api-key': 'CANARY', accept: '*/*' } },
        res: { headers: { 'set-cookie': 'CANARY' } },
        config: { databaseUrl: 'postgres://app:CANARY@db/x', jwtSecret: 'CANARY', port: 4000 },
        request: { variables: { input: { secret: 'CANARY' } } },
      }),
    )
    expect(JSON.stringify(line)).not.toContain('CANARY')
    expect(line).toMatchObject({
      user: { password: '[hidden]', name: 'Anna' },
      req: { headers: { authorization: '[hidden]', accept: '*/*' } },
      config: { port: 4000 },
    })
  })

  it('leaves out what is below its level', () => {
    expect(linesOf((log) => log.debug('details'))).toEqual([])
  })
})
