import { createMailbox, type News } from '../../server/platform/live/mailbox.js'

const AT = new Date('2026-03-01T12:00:00Z')
const event = (nodeId: string, topic: 'ACTIVITIES' | 'TARGETS' = 'ACTIVITIES', at = AT) => ({
  ...{ companyId: 'ACME', topic, nodeIds: [nodeId], at },
})
const going = () => new AbortController().signal
const all = () => true
const of = (news: News | null) =>
  news && [...news.nodeIds].map(([topic, ids]) => `${topic} ${[...ids].join(' ')}`).join(', ')

describe('a mailbox', () => {
  it('makes one piece of news of all that comes until somebody takes it, as of the latest', async () => {
    const [mailbox, later] = [createMailbox(), new Date('2026-03-01T12:00:01Z')]
    for (const one of [
      event('OSLO', 'ACTIVITIES', later),
      event('OSLO'),
      event('LONDON'),
      event('OSLO', 'TARGETS'),
    ])
      mailbox.put(one)
    const news = await mailbox.take(all, 1_000, going())
    expect(of(news)).toBe('ACTIVITIES OSLO LONDON, TARGETS OSLO')
    expect(news?.at).toEqual(later)
    expect(await mailbox.take(all, 1, going())).toBeNull()
  })

  it('gives to who waits what concerns them, and forgets the rest', async () => {
    const mailbox = createMailbox()
    const taken = mailbox.take(({ nodeIds }) => nodeIds.get('ACTIVITIES')!.has('OSLO'), 1_000, going())
    mailbox.put(event('LONDON'))
    mailbox.put(event('OSLO'))
    expect(of(await taken)).toBe('ACTIVITIES OSLO')
  })

  it('keeps what comes while nobody waits, whomever it concerns: that is known later', async () => {
    const mailbox = createMailbox()
    mailbox.put(event('LONDON'))
    mailbox.put(event('OSLO'))
    const news = await mailbox.take(({ nodeIds }) => nodeIds.get('ACTIVITIES')!.has('OSLO'), 1_000, going())
    expect(of(news)).toBe('ACTIVITIES LONDON OSLO')
  })

  it('gives a gap to everybody, and nothing after it was told to stop', async () => {
    const [mailbox, stop] = [createMailbox(), new AbortController()]
    mailbox.put('GAP')
    expect(await mailbox.take(() => false, 1_000, going())).toMatchObject({ isGap: true })
    const taken = mailbox.take(all, 60_000, stop.signal)
    stop.abort()
    expect(await taken).toBeNull()
    mailbox.put(event('OSLO'))
    expect(await mailbox.take(all, 60_000, stop.signal)).toBeNull()
  })
})
