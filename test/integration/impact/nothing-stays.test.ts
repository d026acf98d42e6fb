import { apiSchema } from '../../../server/app/schema.js'
import { dryRun } from '../../support/dry-run.js'
import { companyForEveryMutation, EVERY_MUTATION, inputOf } from '../../support/every-mutation.js'
import { rowsOf } from '../../support/rows.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(companyForEveryMutation)

const mutations = apiSchema().getMutationType()!.getFields()
const WITH_DRY_RUN = EVERY_MUTATION.filter(({ mutation }) => mutations[mutation]?.extensions.hasDryRun)

const rows = () => rowsOf(world.database, acme.id)

it('every change of nodes, of rules, of people and of what metrics are in use can be tried', () => {
  expect(WITH_DRY_RUN.map(({ mutation }) => mutation)).toEqual([
    ...['addKeyMetric', 'hideKeyMetric', 'overrideKeyMetric', 'removeKeyMetricRule', 'lockKeyMetric'],
    ...['setKeyMetricInheritance', 'updateMetric', 'archiveMetric', 'restoreMetric', 'deleteMetric'],
    ...['createNode', 'updateNode', 'reorderNodes', 'moveNode', 'deleteNode', 'restoreNode'],
    ...['createUser', 'inviteUser', 'revokeInvitation', 'updateUser'],
    ...['grantRole', 'revokeRole', 'deactivateUser', 'reactivateUser', 'setDataVisibility'],
  ])
})

/** Who does these again makes something else, or is told that it is there. */
const NEVER_THE_SAME = ['createNode', 'createUser', 'inviteUser']

describe.each(WITH_DRY_RUN.filter(({ mutation }) => !NEVER_THE_SAME.includes(mutation)))(
  '$mutation, made,',
  (change) => {
    it('would do nothing when it is tried again', async () => {
      const input = await inputOf(change, acme)
      await world.mutate(acme.admin, change.mutation, input)
      const { impact, userErrors } = await dryRun(world, acme.admin, change.mutation, input)
      expect(userErrors).toEqual([])
      expect(impact).toMatchObject({
        nodes: [],
        people: { affected: 0, homes: [] },
        roles: { gained: [], lost: [] },
      })
    })
  },
)

describe.each(WITH_DRY_RUN)('$mutation, tried,', (change) => {
  const { mutation } = change

  it('leaves every row of every table as it is, and can be made afterwards with the version it was tried with', async () => {
    const input = await inputOf(change, acme)
    const before = await rows()
    for (const _ of ['first', 'second']) {
      const { userErrors, impact, errors } = await dryRun(world, acme.admin, mutation, input)
      expect({ userErrors, errors }).toEqual({ userErrors: [], errors: [] })
      expect(impact).not.toBeNull()
      expect(await rows()).toEqual(before)
    }
    const { userErrors, changed } = await world.mutate(acme.admin, mutation, { ...input, dryRun: false })
    expect(userErrors).toEqual([])
    expect(changed).not.toBeNull()
    expect(await acme.audit()).toEqual([mutation])
  })

  it('is refused as it would be in earnest, without an impact', async () => {
    const input = await inputOf(change, acme)
    const stale = { ...input, ...('expectedVersion' in input && { expectedVersion: 99 }) }
    const before = await rows()
    const attempts = [[acme.member, input] as const, [acme.admin, stale] as const]
    for (const [viewer, asked] of 'expectedVersion' in input ? attempts : attempts.slice(0, 1)) {
      const { impact, userErrors } = await dryRun(world, viewer, mutation, asked)
      const inEarnest = await world.mutate(viewer, mutation, asked)
      expect(userErrors).toEqual(inEarnest.userErrors)
      expect(userErrors).toHaveLength(1)
      expect(impact).toBeNull()
    }
    expect(await rows()).toEqual(before)
  })
})

it('a change that is made answers no impact', async () => {
  const document = `mutation ($input: HideKeyMetricInput!) { hideKeyMetric(input: $input) { impact { isTruncated } userErrors { code } } }`
  const input = { nodeId: acme.node('SALES'), metricId: acme.metric('REV'), expectedVersion: 1 }
  const { data } = await world.run(acme.admin, document, { input })
  expect(data).toEqual({ hideKeyMetric: { impact: null, userErrors: [] } })
})

it('what is read after a dry run, in the same request and in the next, is the present', async () => {
  const document = `mutation ($tried: HideKeyMetricInput!, $made: OverrideKeyMetricInput!) {
    hideKeyMetric(input: $tried) { node { ...Shown } impact { totals { disappears } } query { ...All } }
    overrideKeyMetric(input: $made) { node { ...Shown } userErrors { code } query { ...All } }
  }
  fragment Shown on OrgNode { version effectiveKeyMetrics { label } }
  fragment All on Query { company { departments { ...Shown teams { effectiveKeyMetrics { label } } } } }`
  const key = { nodeId: acme.node('SALES'), metricId: acme.metric('REV'), expectedVersion: 1 }
  const { data, errors } = await world.run(acme.admin, document, {
    tried: { ...key, dryRun: true },
    made: { ...key, label: 'Revenue' },
  })
  const read = (version: number, label: string) => {
    const effectiveKeyMetrics = [{ label }]
    const node = { version, effectiveKeyMetrics }
    return { node, query: { company: { departments: [{ ...node, teams: [{ effectiveKeyMetrics }] }] } } }
  }
  expect(errors).toEqual([])
  expect(data).toEqual({
    hideKeyMetric: { ...read(1, 'REV'), impact: { totals: { disappears: 2 } } },
    overrideKeyMetric: { ...read(2, 'Revenue'), userErrors: [] },
  })
})

it('the next version of the company is what was made, not what was tried before it', async () => {
  const metricId = acme.metric('REV')
  const tried = { nodeId: acme.node('SALES'), metricId, expectedVersion: 1 }
  const { impact } = await dryRun(world, acme.admin, 'hideKeyMetric', tried)
  expect(impact?.totals.disappears).toBe(2)
  const made = { metricId, name: 'Revenue', expectedVersion: await acme.versionOf('REV') }
  expect((await world.mutate(acme.admin, 'updateMetric', made)).userErrors).toEqual([])
  const { data } = await world.run(
    acme.admin,
    '{ company { departments { version effectiveKeyMetrics { label } keyMetricRules { effect } } } }',
  )
  expect(data).toEqual({
    company: {
      departments: [{ version: 1, effectiveKeyMetrics: [{ label: 'Revenue' }], keyMetricRules: [] }],
    },
  })
})

it('the present state is answered when somebody else has changed the node since', async () => {
  const input = { nodeId: acme.node('SALES'), metricId: acme.metric('REV'), expectedVersion: 1 }
  await acme.build.override(input.nodeId, input.metricId, { label: 'Revenue' })
  const { changed, userErrors, impact } = await dryRun(world, acme.admin, 'hideKeyMetric', input)
  expect([changed?.id, userErrors[0]?.code, impact]).toEqual([input.nodeId, 'VERSION_CONFLICT', null])
})
