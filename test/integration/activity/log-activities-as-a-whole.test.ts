import { batchesOf, statuses } from '../../support/activity-batches.js'
import { activityCompany, viewer } from '../../support/activity-company.js'
import { readAuditLog } from '../../support/audit-log.js'
import { rowsOf } from '../../support/rows.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(activityCompany)

const { call, send } = batchesOf(world, acme)
const rows = () => rowsOf(world.database, acme.id)
const entries = async () => (await readAuditLog(world, acme.admin)).totalCount

describe('a batch as a whole', () => {
  it('is refused above 1,000 items, and with an impossible source', async () => {
    const before = await rows()
    expect(await send(Array<object>(1_001).fill(call()))).toMatchObject({
      ...{ results: [], isWritten: false },
      userErrors: [
        {
          code: 'LIMIT_EXCEEDED',
          path: ['items'],
          message: 'items has 1001 activities; at most 1000 are taken at once. Send several batches.',
        },
      ],
    })
    expect(await send([call()], { source: ' ' })).toMatchObject({
      userErrors: [{ code: 'INVALID', path: ['source'] }],
    })
    expect(await rows()).toEqual(before)
  })

  it('is one entry of the audit log with its counts, and none when nothing was written', async () => {
    const before = await entries()
    const items = [call({ externalId: '1' }), call({ externalId: '1' }), call({ quantity: '0' }), call()]
    await send(items)
    expect(await entries()).toBe(before + 1)
    const [entry] = (await readAuditLog(world, acme.admin, { first: 1 })).nodes
    expect(entry).toMatchObject({
      action: 'LOG_ACTIVITIES',
      actsAs: 'COMPANY_ADMIN',
      node: { name: 'OSLO' },
      entityId: null,
    })
    expect(entry!.changes).toEqual(
      Object.entries({ created: '2', rejected: '1', source: 'crm', unchanged: '1', updated: '0' }).map(
        ([field, after]) => ({ field, before: null, after }),
      ),
    )
    await send(items.slice(0, 3))
    expect(await entries()).toBe(before + 1)
  })

  it.each([
    ['a team', 'OSLO', ['mia', 'pia']],
    ['a department', 'SALES', ['mia', 'lon']],
    ['the company, for somebody in no department', 'ACME', ['mia', 'lab']],
    ['the company, for somebody nobody knows', 'ACME', ['mia', 'who']],
  ])('is told of where all of it counts: %s', async (_, node, people) => {
    await acme.build.people([{ email: 'lab@acme.test', name: 'Lab', teamId: acme.node('LABS') }])
    const occurredAt = new Date().toISOString()
    const ofNobody = call({ email: 'lon@acme.test', quantity: '0' })
    const items = people.map((name) => call({ email: `${name}@acme.test`, occurredAt }))
    expect(statuses(await send([...items, ofNobody]))).toEqual(['CREATED', 'CREATED', 'REJECTED'])
    const [entry] = (await readAuditLog(world, acme.admin, { first: 1 })).nodes
    expect(entry).toMatchObject({ action: 'LOG_ACTIVITIES', node: { name: node } })
    const { totalCount } = await readAuditLog(world, viewer(acme, 'dan'), {
      filter: { kinds: ['LOG_ACTIVITIES'] },
    })
    expect(totalCount).toBe(node === 'ACME' ? 0 : 1)
  })

  it.each([false, true])(
    'takes as many statements for 1,000 items as for one (known already: %s)',
    async (isKnown) => {
      const items = (count: number) =>
        Array.from({ length: count }, (_, index) =>
          call({
            externalId: `${count}/${index}`,
            email: index % 2 ? 'mia@acme.test' : 'lon@acme.test',
            label: `l${index % 7}`,
          }),
        )
      await send([call()])
      if (isKnown) for (const count of [1, 1_000]) await send(items(count))
      const [one, thousand] = [await send(items(1)), await send(items(1_000))]
      expect(statuses(thousand)).toEqual(Array(1_000).fill(isKnown ? 'UNCHANGED' : 'CREATED'))
      expect(thousand.statements).toHaveLength(one.statements.length)
      expect(one.statements.length).toBeLessThanOrEqual(11)
    },
  )
})
