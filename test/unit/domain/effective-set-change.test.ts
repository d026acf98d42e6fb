import fc from 'fast-check'
import { effectiveSetChange } from '../../../server/domain/effective-set-change.js'

interface Shown {
  readonly metricId: string
  readonly label: string
}

const shown = (text: string): Shown[] =>
  text.split(' ').flatMap((part) => {
    const [metricId, label] = part.split(':')
    return metricId ? [{ metricId, label: label ?? metricId }] : []
  })
const change = (before: string | null, after: string) =>
  effectiveSetChange(before === null ? null : shown(before), shown(after), ({ label }) => label)

describe('the change of a set of key metrics', () => {
  it('is everything that appeared, when nothing was known', () => {
    expect(change(null, 'REV CALLS')).toEqual({ appeared: shown('REV CALLS'), disappeared: [], changed: [] })
    expect(change(null, '')).toEqual({ appeared: [], disappeared: [], changed: [] })
  })

  it('is null when nothing appeared, disappeared or changed', () => {
    expect(change('REV CALLS', 'REV CALLS')).toBeNull()
    expect(change('', '')).toBeNull()
  })

  it('shows what disappeared as it was, and what changed as it is, each in the order of its time', () => {
    expect(change('REV CALLS:calls MTG', 'NPS CALLS:phone OPPS REV')).toEqual({
      appeared: shown('NPS OPPS'),
      disappeared: shown('MTG'),
      changed: shown('CALLS:phone'),
    })
  })

  it('leads from what was to what is, whatever both are', () => {
    const set = fc.uniqueArray(
      fc.record({ metricId: fc.constantFrom(...'ABCDEF'), label: fc.constantFrom('x', 'y') }),
      {
        selector: ({ metricId }) => metricId,
      },
    )
    fc.assert(
      fc.property(set, set, (before, after) => {
        const changed = effectiveSetChange(before, after, ({ label }) => label)
        const known = new Map(before.map((one) => [one.metricId, one]))
        for (const { metricId } of changed?.disappeared ?? []) known.delete(metricId)
        for (const one of [...(changed?.appeared ?? []), ...(changed?.changed ?? [])])
          known.set(one.metricId, one)
        const byId = (a: Shown, b: Shown) => a.metricId.localeCompare(b.metricId)
        expect([...known.values()].sort(byId)).toEqual([...after].sort(byId))
      }),
    )
  })
})
