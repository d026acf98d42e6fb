import { readAuditLog } from '../../support/audit-log.js'
import {
  companyForEveryMutation,
  EVERY_MUTATION,
  EVERY_UPDATE,
  inputOf,
} from '../../support/every-mutation.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(companyForEveryMutation)

const constantOf = (mutation: string) => mutation.replace(/[A-Z]/g, '_$&').toUpperCase()

/** What the last entry says, and how many there are. */
const log = () => readAuditLog(world, acme.admin, { first: 1 })

describe.each(EVERY_MUTATION)('$mutation', (change) => {
  const { mutation } = change

  it('is one entry of that name, with who, by which request and what is different', async () => {
    const before = await log()
    const { userErrors, headers } = await world.mutate(acme.admin, mutation, await inputOf(change, acme))
    expect(userErrors).toEqual([])
    const { nodes, totalCount } = await log()
    expect(totalCount).toBe(before.totalCount + 1)
    const [{ changes, ...entry }] = nodes as [(typeof nodes)[0]]
    expect(entry).toMatchObject({
      ...{ action: constantOf(mutation), actor: { name: 'Ada Admin' }, actsAs: 'COMPANY_ADMIN' },
      requestId: headers.get('x-request-id'),
    })
    expect(changes).not.toEqual([])
  })

  it('is no entry when it is rolled back at its very end', async () => {
    const { totalCount } = await log()
    const input = await inputOf(change, acme)
    await world.database.query(
      `ALTER TABLE company ADD CONSTRAINT planted CHECK (company_id <> '${acme.id}') NOT VALID`,
    )
    try {
      const { errors } = await world.mutate(acme.admin, mutation, input)
      expect(errors).toHaveLength(1)
    } finally {
      await world.database.query('ALTER TABLE company DROP CONSTRAINT planted')
    }
    expect((await log()).totalCount).toBe(totalCount)
  })

  it('is no entry when it is refused to somebody', async () => {
    const { totalCount } = await log()
    const { userErrors } = await world.mutate(acme.member, mutation, await inputOf(change, acme))
    expect(userErrors).toHaveLength(1)
    expect((await log()).totalCount).toBe(totalCount)
  })
})

describe.each(EVERY_UPDATE)('$mutation', (change) => {
  it('is no entry when the version is another', async () => {
    const { totalCount } = await log()
    const input = { ...(await inputOf(change, acme)), expectedVersion: 99 }
    const { userErrors } = await world.mutate(acme.admin, change.mutation, input)
    expect(userErrors).toMatchObject([{ code: 'VERSION_CONFLICT' }])
    expect((await log()).totalCount).toBe(totalCount)
  })
})

it('a rule that is taken back while others live on it is an entry for each thing that changed', async () => {
  const { build, metric, node } = acme
  const rev = metric('REV')
  await build.override(acme.id, rev, { kind: 'PRIMARY' })
  await build.add(node('SALES'), rev, { pin: true })
  const before = await log()
  const expectedVersion = await acme.versionOf('ACME')
  const input = { nodeId: acme.id, metricId: rev, expectedVersion }
  const { userErrors, headers } = await world.mutate(acme.admin, 'removeKeyMetricRule', input)
  expect(userErrors).toEqual([])
  const { nodes, totalCount } = await readAuditLog(world, acme.admin, { first: 2 })
  expect(totalCount).toBe(before.totalCount + 2)
  expect(new Set(nodes.map(({ requestId }) => requestId))).toEqual(new Set([headers.get('x-request-id')]))
  const told = nodes.map((entry) => `${entry.action} ${entry.node?.name}`)
  expect(told.sort()).toEqual(['KEEP_KEY_METRIC_ATTRIBUTES SALES', 'REMOVE_KEY_METRIC_RULE ACME'])
})

it('what cannot be recorded under a name of the list does not compile', () => {
  const record: Parameters<
    typeof import('../../../server/platform/database/audit-entry.entity.js').auditRow
  >[3] = {
    // @ts-expect-error: there is no such action.
    action: 'paintItBlack',
    ...{ nodeId: null, entityId: null, before: null, after: null },
  }
  expect(record.action).toBe('paintItBlack')
})
