import { closeAll } from '../../server/app/close-all.js'

/** Closes what is named in this order of opening; those in `broken` cannot be. */
async function closing(names: string[], broken: string[] = []) {
  const closed: string[] = []
  const opened = names.map((name) => async () => {
    if (broken.includes(name)) throw new Error(`${name} is stuck`)
    closed.push(name)
  })
  const outcome = await closeAll(opened).catch((error: Error) => error.message)
  return { closed, outcome, left: opened.length }
}

describe('what was started is closed', () => {
  it('the latest first, and once', async () => {
    const { closed, left } = await closing(['postgres', 'pool', 'http'])
    expect(closed).toEqual(['http', 'pool', 'postgres'])
    expect(left).toBe(0)
  })

  it('also when one before it cannot be; the first that could not is told', async () => {
    const { closed, outcome } = await closing(['postgres', 'pool', 'http', 'work'], ['http', 'pool'])
    expect(closed).toEqual(['work', 'postgres'])
    expect(outcome).toBe('http is stuck')
  })
})
