import { isOtherHome, shownImpact } from '../../../server/domain/impact.js'
import { attributesToKeep } from '../../../server/domain/rule-removal.js'
import { toldOf } from '../../support/impact.js'
import {
  archive,
  deleteAndDetachTeams,
  effectiveOn,
  given,
  move,
  on,
  saying,
  silent,
  team,
  type Organisation,
} from '../../support/vocabulary.js'
import { workedExample as example } from './worked-example.js'

describe('in the worked example it is foretold that', () => {
  it('nothing is different when nothing changes', () => {
    expect(toldOf(example, example)).toEqual([])
  })

  it('OLD, when it is archived, leaves every node', () => {
    const nodes = ['ACME', 'SALES', 'CS', 'OSLO', 'LONDON', 'RENEW']
    expect(toldOf(example, archive(example, 'OLD'))).toEqual(
      nodes.map((node) => `${node} disappears SECONDARY OLD`),
    )
  })

  it('LONDON, when it moves to CS, gets REN by the rule that wakes, loses OPPS, and its HIDE CALLS goes dormant', () => {
    expect(toldOf(example, move(example, 'LONDON', { under: 'CS' }))).toEqual([
      'LONDON moves',
      'LONDON appears SECONDARY REN',
      'LONDON disappears SECONDARY OPPS',
      'LONDON wakes OVERRIDE REN: NOTHING_TO_OVERRIDE',
      'LONDON goes dormant HIDE CALLS: NOTHING_TO_HIDE',
    ])
  })

  it('OSLO, when it pins MTG, shows what it did; when SALES then hides it, LONDON loses it and OSLO reinstates it', () => {
    const pinned = saying(example, on('OSLO').add('MTG'))
    expect(toldOf(example, pinned)).toEqual([])
    expect(toldOf(pinned, saying(pinned, on('SALES').hide('MTG')))).toEqual([
      'SALES disappears SECONDARY MTG',
      'OSLO changes SECONDARY MTG: ORIGIN',
      'LONDON disappears PRIMARY MTG',
      'LONDON goes dormant OVERRIDE MTG: NOTHING_TO_OVERRIDE',
    ])
  })

  it('OSLO and LONDON, when SALES is deleted, lose OPPS; REN is simply inherited, or wakes', () => {
    expect(toldOf(example, deleteAndDetachTeams(example, 'SALES'))).toEqual([
      'SALES ends',
      ...['PRIMARY REV', 'SECONDARY CALLS', 'SECONDARY MTG', 'SECONDARY OLD', 'SECONDARY OPPS'].map(
        (metric) => `SALES disappears ${metric}`,
      ),
      'OSLO moves',
      'OSLO disappears SECONDARY OPPS',
      'OSLO changes PRIMARY REN: ORIGIN',
      'LONDON moves',
      'LONDON appears SECONDARY REN',
      'LONDON disappears SECONDARY OPPS',
      'LONDON wakes OVERRIDE REN: NOTHING_TO_OVERRIDE',
    ])
  })

  it('REV, when ACME unlocks it, is hidden on OSLO at that instant and blocked on LABS', () => {
    expect(toldOf(example, saying(example, on('ACME').add('REV', { kind: 'PRIMARY' })))).toEqual([
      ...['ACME', 'SALES', 'CS'].map((node) => `${node} changes PRIMARY REV: LOCKS`),
      'OSLO disappears PRIMARY REV',
      'OSLO wakes HIDE REV: LOCKED_BY ACME',
      'LONDON changes PRIMARY REV: LOCKS',
      'RENEW changes PRIMARY REV: LOCKS',
      'LABS disappears PRIMARY REV',
    ])
  })

  it('REN, when ACME removes it, stays on OSLO as its own and PRIMARY, behind REV, which then is of a higher level', () => {
    const kept = attributesToKeep(example.nodes, on('ACME').add('REN', { kind: 'PRIMARY' }), null)
    const removed = kept.reduce(
      (org: Organisation, { rule, attributes }) => saying(org, { ...rule, ...attributes }),
      silent(example, 'ACME', 'REN'),
    )
    expect(toldOf(example, removed)).toEqual([
      'ACME disappears PRIMARY REN',
      'SALES goes dormant HIDE REN: NOTHING_TO_HIDE',
      'CS disappears PRIMARY REN',
      'OSLO changes PRIMARY REV: ORDER',
      'OSLO changes PRIMARY REN: ORDER ORIGIN',
      'RENEW disappears PRIMARY REN',
    ])
  })

  it('HIDE MTG of OSLO goes dormant when SALES hides MTG too, and wakes when SALES takes that back', () => {
    const [oslo, both] = [
      saying(example, on('OSLO').hide('MTG')),
      saying(saying(example, on('OSLO').hide('MTG')), on('SALES').hide('MTG')),
    ]
    const lines = (verb: string, override: string) => [
      `SALES ${verb} SECONDARY MTG`,
      `OSLO ${override} HIDE MTG: NOTHING_TO_HIDE`,
      `LONDON ${verb} PRIMARY MTG`,
      `LONDON ${override} OVERRIDE MTG: NOTHING_TO_OVERRIDE`,
    ]
    expect(toldOf(oslo, both)).toEqual(lines('disappears', 'goes dormant'))
    expect(toldOf(both, oslo)).toEqual(lines('appears', 'wakes'))
  })

  it('a new team of SALES begins with what it inherits', () => {
    const bergen = team('BERGEN', { under: 'SALES' })
    expect(toldOf(example, { ...example, nodes: [...example.nodes, bergen] })).toEqual([
      'BERGEN begins',
      'BERGEN appears PRIMARY REV',
      ...['CALLS', 'MTG', 'OLD', 'OPPS'].map((metric) => `BERGEN appears SECONDARY ${metric}`),
    ])
  })
})

describe('a key metric', () => {
  const acme = on('ACME')
  const shownBy = (...rules: ReturnType<typeof acme.add>[]) => effectiveOn(given(...rules), 'ACME')
  const three = ['A', 'B', 'C'].map((key) => acme.add(key))

  it('that comes or goes does not reorder those behind it, which only stand elsewhere', () => {
    const { appears, changes } = shownImpact(shownBy(...three.slice(1)), shownBy(...three))
    expect(appears).toMatchObject([{ metricId: 'A', before: null, after: { place: 1 } }])
    expect(changes).toEqual([])
  })

  it('that goes to the top reorders all that it passes', () => {
    const first = acme.add('C', { position: 0 })
    const { changes } = shownImpact(shownBy(...three), shownBy(three[0]!, three[1]!, first))
    expect(
      changes.map(({ metricId, aspects, before, after }) => [metricId, aspects, before?.place, after?.place]),
    ).toEqual([
      ['C', ['ORDER'], 3, 1],
      ['A', ['ORDER'], 1, 2],
      ['B', ['ORDER'], 2, 3],
    ])
  })

  it.each([
    ['another kind', { kind: 'PRIMARY' } as const, true],
    ['another label', { label: 'Calls' }, true],
    ['a lock', { locks: ['HIDE'] } as const, false],
    ['nothing else', {}, false],
  ])('with %s makes another Home of it: %s', (_, content, isOther) => {
    const [was, is] = [shownBy(acme.add('A')), shownBy(acme.add('A', content))]
    expect(isOtherHome(shownImpact(was, is))).toBe(isOther)
  })
})
