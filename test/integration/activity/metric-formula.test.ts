import { askWith, keyWith } from '../../support/api-key.js'
import { readAuditLog } from '../../support/audit-log.js'
import { formulaCompany, formulasOf } from '../../support/formula-company.js'
import { rowsOf } from '../../support/rows.js'
import { codesOf } from '../../support/run-document.js'
import { numbered } from '../../support/test-company.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(formulaCompany)

const { types, set, remove, conversion } = formulasOf(world, acme)

const FORMULAS = `query ($asOf: DateTime) { metrics(asOf: $asOf) { key
  formula { kind label activityTypes { key } numerator { key } denominator { key formula { kind } } } } }`

interface Formulas {
  readonly metrics: readonly { readonly key: string; readonly formula: object | null }[]
}

async function formulaOf(metric: string, asOf?: Date) {
  const { data } = await world.run<Formulas>(acme.member, FORMULAS, { asOf })
  return data.metrics.find(({ key }) => key === metric)!.formula
}

const ABSENT = { label: null, activityTypes: [], numerator: null, denominator: null }

describe('a metric', () => {
  it('is computed from nothing until it is told how', async () => {
    expect(await formulaOf('REV')).toBeNull()
  })

  it.each(['COUNT', 'SUM', 'AVERAGE'])(
    'is computed as %s of activity types, which it lists by name',
    async (kind) => {
      const { changed, userErrors } = await set('REV', { kind, ...types('CALL', 'DEAL', 'CALL') })
      expect({ changed, userErrors }).toEqual({
        changed: { id: acme.metric('REV'), version: 2 },
        userErrors: [],
      })
      const activityTypes = [{ key: 'DEAL' }, { key: 'CALL' }]
      expect(await formulaOf('REV')).toEqual({ ...ABSENT, kind, activityTypes })
    },
  )

  it('takes only activities with a label, where it names one; archived types as well', async () => {
    await acme.build.archiveType(acme.activityType('DEAL'))
    await set('REV', { kind: 'SUM', ...types('DEAL'), label: '  new  business ' })
    const activityTypes = [{ key: 'DEAL' }]
    expect(await formulaOf('REV')).toEqual({ ...ABSENT, kind: 'SUM', label: 'new business', activityTypes })
  })

  it('is the ratio of two others', async () => {
    await conversion()
    expect(await formulaOf('CONV')).toEqual({
      ...{ ...ABSENT, kind: 'RATIO', numerator: { key: 'WON' } },
      denominator: { key: 'CALLS', formula: { kind: 'COUNT' } },
    })
  })

  it('tells its past by the formula of the present, and is of another version since', async () => {
    const then = acme.build.ctx.moment.at
    await set('REV', { kind: 'COUNT', ...types('CALL') })
    expect(await formulaOf('REV', then)).toMatchObject({ kind: 'COUNT' })
    const document =
      'query ($id: ID!, $asOf: DateTime) { metric(id: $id, asOf: $asOf) { version status defaultKind } }'
    const ask = async (asOf?: Date) =>
      (await world.run(acme.member, document, { id: acme.metric('REV'), asOf })).data
    const same = { status: 'ACTIVE', defaultKind: 'SECONDARY' }
    expect(await ask()).toEqual({ metric: { ...same, version: 2 } })
    expect(await ask(then)).toEqual({ metric: { ...same, version: 1 } })
  })

  it('changes its formula as a whole: what the new one does not say is gone', async () => {
    await set('REV', { kind: 'SUM', ...types('DEAL', 'CALL'), label: 'new' })
    await set('REV', { kind: 'COUNT', ...types('CALL') })
    expect(await formulaOf('REV')).toEqual({ ...ABSENT, kind: 'COUNT', activityTypes: [{ key: 'CALL' }] })
    expect((await remove('REV')).changed).toMatchObject({ version: 4 })
    expect(await formulaOf('REV')).toBeNull()
  })

  it('keeps its version when it is so already, in whatever order the types are named', async () => {
    await set('REV', { kind: 'SUM', ...types('CALL', 'DEAL') })
    const before = await rowsOf(world.database, acme.id)
    const formula = { kind: 'SUM', ...types('DEAL', 'CALL') }
    const again = { metricId: acme.metric('REV'), formula, expectedVersion: 99 }
    expect(await world.mutate(acme.admin, 'setMetricFormula', again)).toMatchObject({
      ...{ changed: { version: 2 }, userErrors: [] },
    })
    const none = { metricId: acme.metric('WON'), expectedVersion: 99 }
    expect(await world.mutate(acme.admin, 'removeMetricFormula', none)).toMatchObject({
      ...{ changed: { version: 1 }, userErrors: [] },
    })
    expect(await rowsOf(world.database, acme.id)).toEqual(before)
  })

  it('is in the audit log with what was computed before and since', async () => {
    await set('REV', { kind: 'SUM', ...types('CALL') })
    await set('REV', { kind: 'SUM', ...types('CALL'), label: 'new' })
    await remove('REV')
    const { nodes } = await readAuditLog(world, acme.admin, { first: 2 })
    expect(nodes).toMatchObject([
      { action: 'REMOVE_METRIC_FORMULA', changes: [{ field: 'activityTypeIds', after: null }, {}, {}] },
      { action: 'SET_METRIC_FORMULA', changes: [{ field: 'label', before: null, after: 'new' }] },
    ])
  })
})

describe('the formulas of the catalogue', () => {
  it('cost three statements beside the viewer with any number of metrics, and none when they are known', async () => {
    for (const count of [1, 20, 100]) {
      const { build, member, metric } = await world.company({
        metrics: numbered(count, 'M').map((m) => m.replace(' ', '')),
      })
      const activityTypeIds = [await build.activityType({ key: 'CALL' })]
      await build.formula(metric('M1'), { kind: 'COUNT', activityTypeIds })
      if (count > 1) {
        const parts = { numeratorMetricId: metric('M1'), denominatorMetricId: metric('M1') }
        await build.formula(metric('M2'), { kind: 'RATIO', ...parts })
      }
      const first = await world.run<Formulas>(member, FORMULAS)
      expect(first.data.metrics.filter(({ formula }) => formula)).toHaveLength(Math.min(count, 2))
      expect(first.statements).toHaveLength(4)
      expect((await world.run(member, FORMULAS)).statements).toHaveLength(1)
    }
  })

  it('are for an API key with the scope for the catalogue, to read and to write', async () => {
    const input = {
      metricId: acme.metric('REV'),
      formula: { kind: 'SUM', ...types('CALL') },
      expectedVersion: 1,
    }
    const document = `mutation ($input: SetMetricFormulaInput!) { setMetricFormula(input: $input) { metric { key } userErrors { code } } }`
    const reader = await keyWith(world, acme, ['READ_ORGANIZATION'])
    const writer = await keyWith(world, acme, ['WRITE_METRICS'])
    expect((await askWith(world, reader.secret, document, { input })).data).toMatchObject({
      setMetricFormula: { metric: null, userErrors: [{ code: 'FORBIDDEN' }] },
    })
    expect((await askWith(world, writer.secret, document, { input })).data).toEqual({
      setMetricFormula: { metric: null, userErrors: [] },
    })
    expect(codesOf(await askWith(world, writer.secret, FORMULAS))).toEqual(['FORBIDDEN'])
    expect(await formulaOf('REV')).toMatchObject({ kind: 'SUM' })
  })
})
