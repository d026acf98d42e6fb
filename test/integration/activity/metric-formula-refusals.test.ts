import { formulaCompany, formulasOf } from '../../support/formula-company.js'
import { unwritten, type Change } from '../../support/rows.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(formulaCompany)

const { types, ratio, set, remove, conversion } = formulasOf(world, acme)

const refusal = (change: Change) => unwritten(world, acme, change)

describe('a formula is refused', () => {
  it('that takes no activity types', async () => {
    for (const formula of [{ kind: 'COUNT' }, { kind: 'COUNT', activityTypeIds: [] }]) {
      expect(await refusal(() => set('REV', formula))).toEqual([
        {
          code: 'INVALID',
          message: 'activityTypeIds is empty; COUNT needs at least one activity type.',
          path: ['formula', 'activityTypeIds'],
        },
      ])
    }
  })

  it('that takes an activity type of another company, or none at all: byte for byte the same', async () => {
    const other = await world.company()
    const foreign = await other.build.activityType({ key: 'CALL' })
    const answers = []
    for (const id of [foreign, '2f0fd0c1-9a3e-4a59-8f35-6f1c7f0a3c11', 'x', '']) {
      const formula = { kind: 'SUM', activityTypeIds: [...types('CALL').activityTypeIds, id] }
      answers.push(await refusal(() => set('REV', formula)))
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toEqual([
      {
        code: 'NOT_FOUND',
        message: 'There is no such activity type; read `activityTypes` for those there are.',
        path: ['formula', 'activityTypeIds'],
      },
    ])
  })

  it('with an empty label', async () => {
    expect(await refusal(() => set('REV', { kind: 'SUM', ...types('CALL'), label: ' ' }))).toMatchObject([
      { code: 'INVALID', path: ['formula', 'label'] },
    ])
  })

  it('with a field that its kind does not take', async () => {
    await conversion()
    const { numeratorMetricId } = ratio('WON', 'CALLS')
    const told = async (formula: object) => {
      const [error] = await refusal(() => set('REV', formula))
      return [error!.path.at(-1), error!.message]
    }
    expect(await told({ kind: 'SUM', ...types('CALL'), numeratorMetricId })).toEqual([
      'numeratorMetricId',
      'numeratorMetricId has no place in a SUM; leave it out.',
    ])
    expect(await told({ ...ratio('WON', 'CALLS'), ...types('CALL') })).toEqual([
      'activityTypeIds',
      'activityTypeIds has no place in a RATIO; leave it out.',
    ])
    expect(await told({ ...ratio('WON', 'CALLS'), label: 'new' })).toEqual([
      'label',
      'label has no place in a RATIO; leave it out.',
    ])
  })
})

describe('a ratio', () => {
  beforeEach(conversion)

  it.each(['numeratorMetricId', 'denominatorMetricId'])(
    'needs a %s that is another metric, counted or summed',
    async (field) => {
      const told = async (part: object) => refusal(() => set('WIN', { ...ratio('WON', 'CALLS'), ...part }))
      const invalid = (message: string) => [{ code: 'INVALID', message, path: ['formula', field] }]
      const sums = 'expected one computed as COUNT or SUM, which adds up over teams.'
      await acme.build.formula(acme.metric('REV'), { kind: 'AVERAGE', ...types('DEAL') })
      expect(await told({ [field]: null })).toEqual(
        invalid(`${field} is missing; a RATIO is made of a numerator and a denominator.`),
      )
      expect(await told({ [field]: acme.metric('WIN') })).toEqual(
        invalid(`${field} is the metric itself; a ratio is made of other metrics.`),
      )
      expect(await told({ [field]: acme.metric('CONV') })).toEqual(
        invalid(`${field} is computed as RATIO; ${sums}`),
      )
      expect(await told({ [field]: acme.metric('REV') })).toEqual(
        invalid(`${field} is computed as AVERAGE; ${sums}`),
      )
      const other = await world.company({ metrics: ['WON'] })
      for (const id of [other.metric('WON'), 'x']) {
        expect(await told({ [field]: id })).toEqual(
          invalid(`${field} is not a metric computed from activities; ${sums}`),
        )
      }
    },
  )

  it('keeps its parts: they do not become averages or ratios, nor lose their formula, and it is named', async () => {
    for (const metric of ['WON', 'CALLS']) {
      const cannot = (kind: string) => [
        {
          code: 'INVALID',
          message: `The ratio CONV is made of ${metric}, which cannot be computed as ${kind}: keep COUNT or SUM, or change CONV first.`,
          path: ['formula', 'kind'],
        },
      ]
      expect(await refusal(() => set(metric, { kind: 'AVERAGE', ...types('DEAL') }))).toEqual(
        cannot('AVERAGE'),
      )
      expect(await refusal(() => set(metric, ratio('WON', 'CALLS')))).toEqual(cannot('RATIO'))
      expect(await refusal(() => remove(metric))).toEqual([
        {
          code: 'INVALID',
          message: `The ratio CONV is made of ${metric}; change or remove the formula of CONV first.`,
          path: ['metricId'],
        },
      ])
    }
  })

  it('lets its parts be counted or summed another way, and lets go of them when it changes', async () => {
    expect((await set('WON', { kind: 'SUM', ...types('CALL') })).userErrors).toEqual([])
    expect((await set('CONV', { kind: 'COUNT', ...types('CALL') })).userErrors).toEqual([])
    expect((await remove('WON')).userErrors).toEqual([])
    expect((await set('CALLS', ratio('CONV', 'CONV'))).userErrors).toEqual([])
  })
})
