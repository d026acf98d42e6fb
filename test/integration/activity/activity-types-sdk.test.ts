import {
  archiveActivityType,
  createActivityType,
  createClient,
  disableActivityType,
  enableActivityType,
  getActivityLogger,
  listActivityTypes,
  removeMetricFormula,
  restoreActivityType,
  setMetricFormula,
  updateActivityType,
  type Client,
} from '../../../sdk/index.js'
import { inAllTests } from '../../support/world.js'

const { world, acme } = inAllTests((world) => world.company({ teams: ['OSLO'], metrics: ['REV'] }))
let km: Client

beforeAll(async () => {
  km = createClient({ url: `${world.url}/graphql`, token: await world.token(acme.admin) })
})

it('the SDK makes an activity type, offers it to a team and reads what the team may log', async () => {
  const { activityType } = await createActivityType(km, { key: 'CALL', name: 'Call' })
  const { id: activityTypeId } = activityType!
  await updateActivityType(km, { activityTypeId, name: 'Call made', expectedVersion: 1 })
  await archiveActivityType(km, { activityTypeId, expectedVersion: 2 })
  expect(await listActivityTypes(km, { status: 'ACTIVE' })).toEqual([])
  await restoreActivityType(km, { activityTypeId, expectedVersion: 3 })

  const teamId = acme.node('OSLO')
  await enableActivityType(km, { nodeId: teamId, activityTypeId, expectedVersion: 1 })
  const call = { id: activityTypeId, key: 'CALL', name: 'Call made', status: 'ACTIVE', version: 4 }
  const enabledAt = { id: teamId, name: 'OSLO', level: 'TEAM' }
  expect(await getActivityLogger(km, { teamId })).toEqual({
    ...{ ...enabledAt, version: 2, activityLogger: [call] },
    activityTypes: [{ isInherited: false, activityType: call, enabledAt }],
  })
  const { node } = await disableActivityType(km, { nodeId: teamId, activityTypeId, expectedVersion: 2 })
  expect(node).toMatchObject({ version: 3, activityTypes: [] })
})

it('the SDK says how a metric is computed, and takes it back', async () => {
  const [call] = await listActivityTypes(km, {})
  const metricId = acme.metric('REV')
  const formula = { kind: 'SUM' as const, activityTypeIds: [call!.id] }
  const { metric } = await setMetricFormula(km, { metricId, formula, expectedVersion: 1 })
  expect(metric).toMatchObject({ version: 2, formula: { kind: 'SUM', activityTypes: [{ key: 'CALL' }] } })
  const removed = await removeMetricFormula(km, { metricId, expectedVersion: 2 })
  expect(removed.metric).toMatchObject({ version: 3, formula: null })
})
