import type { Mutation, UserError } from '../../support/mutation.js'
import { rowsOf } from '../../support/rows.js'
import type { TestCompany } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'

let world: World
// Shared: what is refused changes nothing.
let example: TestCompany
let before: object

beforeAll(async () => {
  world = await startWorld()
  example = await world.workedExample()
  const { build, node, metric } = example
  await build.lock(node('SALES'), metric('MTG'), 'FROZEN')
  await build.archive(metric('OLD'))
  before = await rowsOf(world.database, example.id)
})

afterEach(async () => {
  expect(await rowsOf(world.database, example.id)).toEqual(before)
})

afterAll(() => world.stop())

/** The single reason why the admin may not say this. */
async function refusal(
  mutation: Mutation,
  node: string,
  metric: string,
  rest: object = {},
): Promise<UserError> {
  const key = { nodeId: example.node(node), metricId: example.metric(metric) }
  const expectedVersion = await example.versionOf(node)
  const outcome = await world.mutate(example.admin, mutation, { ...key, expectedVersion, ...rest })
  expect(outcome).toMatchObject({ status: 200, errors: [], changed: null, userErrors: [{}] })
  return outcome.userErrors[0]!
}

describe('adding is refused', () => {
  it('where the metric is in force already: it names where it comes from, and pinning', async () => {
    expect(await refusal('addKeyMetric', 'SALES', 'REV')).toEqual({
      code: 'ALREADY_EFFECTIVE',
      message:
        '“Revenue” is in force on SALES already: it comes from ACME. Pass pin to keep it here whatever happens above.',
      path: ['metricId'],
    })
  })

  it.each(['addKeyMetric', 'hideKeyMetric'] as const)(
    'of an archived metric, as is hiding it: %s',
    async (mutation) => {
      expect(await refusal(mutation, 'SALES', 'OLD')).toEqual({
        code: 'NOT_EFFECTIVE',
        message: '“Old metric” is archived and in force nowhere: restore it first.',
        path: ['metricId'],
      })
    },
  )

  it('where the node itself added it, differently', async () => {
    expect(await refusal('addKeyMetric', 'ACME', 'REV', { kind: 'SECONDARY' })).toEqual({
      code: 'ALREADY_EFFECTIVE',
      message: '“Revenue” is on ACME already, by its own rule. Use overrideKeyMetric to change how it shows.',
      path: ['metricId'],
    })
  })

  it('where the node itself hides it: its rule has to be removed', async () => {
    expect(await refusal('addKeyMetric', 'LONDON', 'CALLS')).toEqual({
      code: 'HIDDEN_HERE',
      message: '“Calls” comes from ACME and LONDON hides it: remove that rule to show it again.',
      path: ['metricId'],
    })
  })

  it('where a node above forbids it, also as a pin', async () => {
    const locked = {
      code: 'LOCKED',
      message: 'CS locked ADD of “Calls” for everything below it: ask its admin to unlock it.',
      path: ['metricId'],
    }
    expect(await refusal('addKeyMetric', 'RENEW', 'CALLS')).toEqual(locked)
    expect(await refusal('addKeyMetric', 'RENEW', 'CALLS', { pin: true })).toEqual(locked)
  })
})

describe('hiding is refused', () => {
  it('where a node above made the metric mandatory', async () => {
    expect(await refusal('hideKeyMetric', 'LONDON', 'REV')).toEqual({
      code: 'LOCKED',
      message: 'ACME locked HIDE of “Revenue” for everything below it: ask its admin to unlock it.',
      path: ['metricId'],
    })
  })

  it('where the metric is not in force', async () => {
    expect(await refusal('hideKeyMetric', 'RENEW', 'OPPS')).toEqual({
      code: 'NOT_EFFECTIVE',
      message: '“Opportunities” is not in force on RENEW, so there is nothing to hide.',
      path: ['metricId'],
    })
  })

  it('where the node itself added it: there is a rule to remove instead', async () => {
    expect(await refusal('hideKeyMetric', 'LABS', 'NPS')).toEqual({
      code: 'NOT_EFFECTIVE',
      message: '“Net promoter score” is on LABS by its own rule, not inherited: remove that rule instead.',
      path: ['metricId'],
    })
  })
})

describe('overriding is refused', () => {
  it('where the metric is not in force', async () => {
    expect(await refusal('overrideKeyMetric', 'CS', 'OPPS', { kind: 'PRIMARY' })).toEqual({
      code: 'NOT_EFFECTIVE',
      message: '“Opportunities” is not in force on CS, so there is nothing to override.',
      path: ['metricId'],
    })
  })

  it('where the node hides it', async () => {
    expect(await refusal('overrideKeyMetric', 'LONDON', 'CALLS', { kind: 'PRIMARY' })).toEqual({
      code: 'HIDDEN_HERE',
      message: 'LONDON hides “Calls”: remove that rule first.',
      path: ['metricId'],
    })
  })

  it.each([
    ['kind', { kind: 'SECONDARY' }],
    ['label', { label: 'Talks' }],
    ['position', { position: 1 }],
  ])('where a node above froze the %s', async (field, change) => {
    expect(await refusal('overrideKeyMetric', 'OSLO', 'MTG', change)).toEqual({
      code: 'LOCKED',
      message: `SALES locked the ${field}: ask its admin to unlock it.`,
      path: [field],
    })
  })

  it('with nothing to change', async () => {
    expect(await refusal('overrideKeyMetric', 'SALES', 'REV')).toEqual({
      code: 'INVALID',
      message: 'Nothing to override: give kind, label or position.',
      path: ['kind'],
    })
  })

  it.each([-1, 10_000, 2_147_483_647])('with position %i', async (position) => {
    expect(await refusal('overrideKeyMetric', 'SALES', 'REV', { position })).toEqual({
      code: 'INVALID',
      message: `position is ${position}; expected a whole number from 0 to 9999.`,
      path: ['position'],
    })
  })

  it.each([
    ['an empty label', '', 'label is empty; give it at least one character.'],
    ['a label of white space', ' \u00a0\t', 'label is empty; give it at least one character.'],
    ['a label of 121 characters', '😀'.repeat(121), 'label has 121 characters; at most 120 are allowed.'],
    ['a line break in the label', 'a\nb', 'label holds control characters or broken Unicode; remove them.'],
    ['NUL in the label', 'a\0b', 'label holds control characters or broken Unicode; remove them.'],
    ['half a character', 'a\ud800', 'label holds control characters or broken Unicode; remove them.'],
    [
      'a label that turns the reading direction',
      'a\u202eb',
      'label holds control characters or broken Unicode; remove them.',
    ],
  ])('with %s', async (_, label, message) => {
    const invalid = { code: 'INVALID', message, path: ['label'] }
    expect(await refusal('overrideKeyMetric', 'SALES', 'REV', { label })).toEqual(invalid)
    expect(await refusal('addKeyMetric', 'CS', 'OPPS', { label })).toEqual(invalid)
  })
})

describe('locking is refused', () => {
  it('where the metric is for the node alone: no node below could be bound', async () => {
    expect(await refusal('lockKeyMetric', 'ACME', 'EBITDA', { preset: 'MANDATORY' })).toEqual({
      code: 'INVALID',
      message:
        'Locks bind the nodes below; a NODE_ONLY rule reaches none of them. Let it reach NODE_AND_BELOW, or take its locks off first: lockKeyMetric with the preset NONE.',
      path: ['reach'],
    })
  })

  it('where the node hides the metric', async () => {
    expect(await refusal('lockKeyMetric', 'LONDON', 'CALLS', { preset: 'MANDATORY' })).toEqual({
      code: 'HIDDEN_HERE',
      message: 'LONDON hides “Calls”: remove that rule first.',
      path: ['metricId'],
    })
  })

  it('where a mandatory metric would be forbidden', async () => {
    expect(await refusal('lockKeyMetric', 'SALES', 'REV', { preset: 'FORBIDDEN' })).toMatchObject({
      code: 'LOCKED',
    })
  })
})

it('the company cannot stop inheriting: there is nothing above it', async () => {
  const input = { nodeId: example.id, inheritsKeyMetrics: false, expectedVersion: 1 }
  const { userErrors } = await world.mutate(example.admin, 'setKeyMetricInheritance', input)
  expect(userErrors).toEqual([
    { code: 'INVALID', message: 'The company has nothing above it to inherit from.', path: ['nodeId'] },
  ])
})
