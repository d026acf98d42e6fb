import { activityCompany, changeActivity, viewer } from '../../support/activity-company.js'
import { askWith, keyWith } from '../../support/api-key.js'
import type { TestCompany } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'
import { DIAGNOSIS, diagnosed, type About, type Told } from './ask.js'

let world: World
let acme: TestCompany
let calls: string

beforeAll(async () => {
  world = await startWorld()
})

beforeEach(async () => {
  acme = await activityCompany(world)
  const { build, id, activityType } = acme
  calls = await build.metric({ key: 'CALLS' })
  await build.add(id, calls)
  await build.formula(calls, { kind: 'COUNT', activityTypeIds: [activityType('CALL')] })
})

afterAll(() => world.stop())

const about = (rest: Partial<About> = {}): About => ({
  userId: viewer(acme, 'pia').userId,
  metricId: calls,
  ...rest,
})
const log = (who: string, occurredAt = new Date().toISOString()) =>
  changeActivity(world, viewer(acme, who), 'logActivity', {
    activityTypeId: acme.activityType('CALL'),
    occurredAt,
  })
const lastCheck = ({ verdict, checks, fixes }: Told) => [
  verdict,
  checks.at(-1)?.outcome,
  ...fixes.map(({ fix, node }) => `${fix} ${node?.name}`),
]

describe('a page that shows the metric', () => {
  it('has no number as long as the person did nothing in the period, though a colleague did: NO_DATA', async () => {
    await log('mia')
    const told = await diagnosed(world, viewer(acme, 'lea'), about())
    expect(lastCheck(told)).toEqual(['NO_DATA', 'FAIL', 'LOG_ACTIVITY OSLO'])
  })

  it('has one as soon as the person did something', async () => {
    await log('pia')
    expect(lastCheck(await diagnosed(world, viewer(acme, 'pia'), about()))).toEqual(['VISIBLE', 'PASS'])
  })

  it('counts on TEAM what anybody of the team did', async () => {
    await log('mia')
    const told = await diagnosed(world, viewer(acme, 'lea'), about({ surface: 'TEAM' }))
    expect(lastCheck(told)).toEqual(['VISIBLE', 'PASS'])
  })

  it('as a whole has data when any of its metrics has', async () => {
    await log('pia')
    const told = await diagnosed(world, viewer(acme, 'pia'), { userId: viewer(acme, 'pia').userId })
    expect(lastCheck(told)).toEqual(['VISIBLE', 'PASS'])
  })

  it('has none of this period when all the person did is of an earlier one', async () => {
    const { errors } = await log('pia', '2026-02-02T12:00:00Z')
    expect(errors).toEqual([])
    expect(lastCheck(await diagnosed(world, acme.admin, about()))).toEqual([
      'NO_DATA',
      'FAIL',
      'LOG_ACTIVITY OSLO',
    ])
  })
})

it('whether there are data is UNKNOWN to an API key that may not read numbers', async () => {
  const { secret } = await keyWith(world, acme, ['READ_ORGANIZATION', 'READ_PEOPLE'])
  const variables = { surface: 'HOME', ...about() }
  const { data } = await askWith<{ explainKeyMetric: Told }>(world, secret, DIAGNOSIS, variables)
  expect(lastCheck(data.explainKeyMetric)).toEqual(['VISIBLE', 'UNKNOWN'])
})
