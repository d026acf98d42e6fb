import { metricValue } from '../../../server/domain/metric-value.js'
import { largestParts, MAX_NAMED_PARTS, namedAmong, type Cover } from '../../../server/domain/named-parts.js'
import { d } from './exact-numbers.js'

const parts = (amounts: Readonly<Record<string, string>>) =>
  new Map(Object.entries(amounts).map(([id, amount]) => [id, metricValue(d(amount), null)]))

const TEAM = ['ann', 'bob', 'cid', 'dag']
const named = (unseen: string[], cover: Cover | null, team = TEAM) => [
  ...namedAmong(team, (id) => !unseen.includes(id), cover),
]

describe('the people who are named to who is no peer of theirs', () => {
  it('are all that are in sight, be one out of sight, or several, or nobody', () => {
    expect(named([], null)).toEqual(['ann', 'bob', 'cid', 'dag'])
    expect(named(['bob'], null)).toEqual(['ann', 'cid', 'dag'])
    expect(named(['bob', 'cid'], null)).toEqual(['ann', 'dag'])
  })
})

describe('the people who are named to a peer', () => {
  it('are all of them where nobody is out of sight', () => {
    expect(named([], { userId: 'ann', isForHidden: false })).toEqual(['ann', 'bob', 'cid', 'dag'])
  })

  it('lack the cover as soon as somebody is, whom the rest would give away', () => {
    expect(named(['dag'], { userId: 'ann', isForHidden: false })).toEqual(['bob', 'cid'])
  })

  it('lack the cover of several as well, of whom one alone may have done something', () => {
    expect(named(['cid', 'dag'], { userId: 'ann', isForHidden: false })).toEqual(['bob'])
  })

  it('lack the cover of hidden people also where these did nothing, which would be told otherwise', () => {
    expect(named([], { userId: 'ann', isForHidden: true })).toEqual(['bob', 'cid', 'dag'])
  })

  it('are those in sight where there is nobody to be the cover', () => {
    expect(named(['bob'], { userId: null, isForHidden: true }, ['ann', 'bob'])).toEqual(['ann'])
  })
})

describe('the largest parts', () => {
  it('leave out what adds nothing, and keep what only divides', () => {
    const nothing = metricValue(d('0'), null)
    const sources = new Map([
      ['none', nothing],
      ['divides', metricValue(d('0'), d('3'))],
      ['empty', metricValue(d('0'), d('0'))],
      ['back', metricValue(d('-5'), null)],
      ['some', metricValue(d('5'), null)],
    ])
    expect([...largestParts(sources).keys()]).toEqual(['some', 'divides', 'back'])
  })

  it(`are ${MAX_NAMED_PARTS} at most, the largest first, then by id`, () => {
    const many = Array.from({ length: 150 }, (_, index) => [`p${index}`, String(index % 2 ? 9 : 10)])
    const kept = [...largestParts(parts(Object.fromEntries(many) as Record<string, string>)).keys()]
    expect(kept).toHaveLength(100)
    expect(kept.slice(0, 3)).toEqual(['p0', 'p10', 'p100'])
    expect(kept).not.toContain('p99')
  })
})
