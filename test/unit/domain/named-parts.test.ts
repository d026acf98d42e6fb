import { metricValue } from '../../../server/domain/metric-value.js'
import { largestParts, MAX_NAMED_PARTS, namedParts } from '../../../server/domain/named-parts.js'
import { d } from './exact-numbers.js'

const parts = (amounts: Readonly<Record<string, string>>) =>
  new Map(Object.entries(amounts).map(([id, amount]) => [id, metricValue(d(amount), null)]))

const TEAM = parts({ ann: '50', bob: '30', cid: '20', dag: '10' })
const named = (hidden: string[], self: string | null = null, team = TEAM) =>
  [
    ...namedParts(
      team,
      { isSeen: (id) => !hidden.includes(id), isPerson: (id) => id !== 'OSLO' },
      self,
    ).keys(),
  ].sort()

describe('the parts that are named', () => {
  it('are all of them to who sees all', () => {
    expect(named([])).toEqual(['ann', 'bob', 'cid', 'dag'])
  })

  it('are those in sight, when several are not', () => {
    expect(named(['ann', 'cid'])).toEqual(['bob', 'dag'])
    expect(named(['ann', 'bob', 'cid', 'dag'])).toEqual([])
  })

  it('lack the smallest of those in sight as well when one is not, which the rest would give away', () => {
    expect(named(['ann'])).toEqual(['bob', 'cid'])
    expect(named(['dag'])).toEqual(['ann', 'bob'])
  })

  it('keep that of who asks, who could take it off the rest, unless there is no other', () => {
    expect(named(['ann'], 'dag')).toEqual(['bob', 'dag'])
    expect(named(['ann'], 'dag', parts({ ann: '50', dag: '10' }))).toEqual([])
  })

  it('are all the others when it is a node that is out of sight', () => {
    expect(named(['OSLO'], null, parts({ OSLO: '50', LONDON: '10' }))).toEqual(['LONDON'])
  })

  it('are none when the only one is out of sight', () => {
    expect(named(['ann'], null, parts({ ann: '50' }))).toEqual([])
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
