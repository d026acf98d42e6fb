import { buildCompany } from '../../../server/seed/company-builder.js'
import { dated } from '../../support/schedule.js'
import { furnish } from '../../support/test-company.js'
import { inEachTest } from '../../support/world.js'

const at = (day: string) => new Date(`2026-${day}T12:00:00.000Z`)

const { world, acme } = inEachTest(async ({ database }) => {
  const build = await buildCompany(database, { name: 'ACME', foundedAt: at('01-05') })
  return furnish(build.at(at('02-01')), { metrics: ['REV'] })
})

async function add(metricId: string, day: string) {
  const expectedVersion = await acme.versionOf('ACME')
  const input = { nodeId: acme.id, metricId, expectedVersion, effectiveAt: at(day) }
  return (await dated(world, acme.admin, 'addKeyMetric', input)).userErrors
}

it('a metric is not added as of a day before it was created: the answer says when that was', async () => {
  const [refusal] = await add(acme.metric('REV'), '01-20')
  expect(refusal).toEqual({
    code: 'INVALID',
    message: expect.stringMatching(
      /^effectiveAt is 2026-01-20T12:00:00\.000Z; “REV” was created at 2026-02-01T12:00:00\.\d{3}Z\. Choose that instant or a later one\.$/,
    ) as string,
    path: ['effectiveAt'],
  })
  expect(await add(acme.metric('REV'), '02-02')).toEqual([])
})

it('of one that there never was, nothing is said but that', async () => {
  expect(await add('8d8ac610-566d-4ef0-9c22-186b2a5ed793', '01-20')).toMatchObject([
    { code: 'NOT_FOUND', path: ['metricId'] },
  ])
})
