import { callOf } from '../../support/activity-batches.js'
import { rebuildCompanies } from '../../../server/features/activity/rollup-rebuild.js'
import { activityCompany, counted, deliver, reconcile, viewer } from '../../support/activity-company.js'
import { askWith, keyWith } from '../../support/api-key.js'
import { codesOf } from '../../support/run-document.js'
import { rowsOf } from '../../support/rows.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(activityCompany)

beforeEach(async () => {
  const items = ['mia', 'pia', 'lon'].map((name, index) => ({
    ...{ ...callOf(acme), email: `${name}@acme.test` },
    ...{ quantity: String(index + 1), amount: '0.5' },
  }))
  await deliver(world, acme.admin, { items })
})

const tamper = (table: string, set: string, where = 'true') =>
  world.database.query(`UPDATE ${table} SET ${set} WHERE company_id = $1 AND ${where}`, [acme.id])
const verdict = async (node: string) =>
  (await reconcile(world, acme.admin, acme.node(node))).reconciliation!.agrees

describe('the sums of a node', () => {
  it('are told in three ways that agree', async () => {
    const { reconciliation } = await reconcile(world, acme.admin, acme.node('SALES'))
    const total = { quantity: '6', amount: '1.5' }
    expect(reconciliation).toEqual({
      ...{ node: { name: 'SALES' }, from: '2026-01-01', to: '2027-01-20', agrees: true },
      sums: [
        { activityType: { key: 'CALL' }, label: '', agrees: true, raw: total, rollup: total, parts: total },
      ],
    })
  })

  it.each<[string, string, string, Record<string, boolean>]>([
    [
      'an activity is lost',
      'activity',
      `quantity = quantity + 1`,
      { OSLO: false, SALES: false, ACME: false },
    ],
    ['an amount is lost', 'activity', `amount = NULL`, { OSLO: false, SALES: false, ACME: false }],
    [
      'the sum of a person is wrong',
      'activity_person_rollup',
      `amount = amount + 1`,
      { OSLO: false, SALES: true, ACME: true },
    ],
    [
      'the sums of nodes are wrong',
      'activity_node_rollup',
      `quantity = quantity + 1`,
      { OSLO: false, SALES: false, ACME: false },
    ],
  ])('do not agree when %s', async (_, table, set, expected) => {
    await tamper(table, set)
    for (const [node, agrees] of Object.entries(expected))
      expect([node, await verdict(node)]).toEqual([node, agrees])
  })

  it('are those of the last 31 days when nothing else is asked for', async () => {
    const { data } = await world.run<{ reconcile: { from: string; to: string } }>(
      acme.admin,
      'query ($id: ID!) { reconcile(nodeId: $id) { from to } }',
      { id: acme.id },
    )
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
    expect(data.reconcile.to).toBe(tomorrow)
    expect(Date.parse(tomorrow) - Date.parse(data.reconcile.from)).toBe(31 * 86_400_000)
  })

  it('are compared for at most 400 days, from before to', async () => {
    const ask = async (from: string, to: string) =>
      codesOf(await reconcile(world, acme.admin, acme.id, { from, to }))
    expect(await ask('2026-01-01', '2027-02-06')).toEqual(['LIMIT_EXCEEDED'])
    for (const day of ['2026-01-01', '0000-01-01', '1899-12-31'])
      expect(await ask(day, day)).toEqual(['BAD_USER_INPUT'])
    expect(await ask('0000-01-01', '0000-01-02')).toEqual(['BAD_USER_INPUT'])
    expect(await ask('2200-01-01', '2200-01-02')).toEqual(['BAD_USER_INPUT'])
  })

  it.each<[string, Record<string, boolean>]>([
    ['ada', { ACME: true, SALES: true, OSLO: true, LABS: true }],
    ['dan', { ACME: false, SALES: true, OSLO: true, LABS: false }],
    ['lea', { ACME: false, SALES: false, OSLO: true, LONDON: false }],
    ['mia', { ACME: false, SALES: false, OSLO: true, LONDON: false }],
    ['nia', { ACME: false, OSLO: false }],
  ])('are for whoever sees the numbers of the node: %s', async (who, expected) => {
    for (const [node, isSeen] of Object.entries(expected)) {
      const { reconciliation, errors } = await reconcile(world, viewer(acme, who), acme.node(node))
      expect([node, reconciliation !== null, errors]).toEqual([node, isSeen, []])
    }
  })

  it('need the scope of an integration', async () => {
    const document = 'query ($id: ID!) { reconcile(nodeId: $id) { agrees } }'
    const ask = async (secret: string) => askWith(world, secret, document, { id: acme.id })
    const without = await keyWith(world, acme, ['READ_ORGANIZATION'])
    expect(codesOf(await ask(without.secret))).toEqual(['FORBIDDEN'])
    const reader = await keyWith(world, acme, ['READ_ORGANIZATION', 'READ_NUMBERS'])
    expect((await ask(reader.secret)).data).toEqual({ reconcile: { agrees: true } })
  })
})

describe('the sums made anew', () => {
  const rollups = async () => {
    const { activity_node_rollup: nodes, activity_person_rollup: people } = await rowsOf(
      world.database,
      acme.id,
    )
    return { nodes, people }
  }

  it('are the same when they were right, and nothing is recorded', async () => {
    const before = await rowsOf(world.database, acme.id)
    expect(await rebuildCompanies(world.database, acme.id)).toEqual([{ companyId: acme.id, wrong: [] }])
    const after = await rowsOf(world.database, acme.id)
    const withoutSlots = ({ activity_node_rollup: _, ...rest }: Record<string, unknown[]>) => rest
    expect(withoutSlots(after)).toEqual(withoutSlots(before))
    expect(await counted(world, acme, 'SALES')).toEqual(['CALL : 6/1.5'])
  })

  it('are right when they were wrong, and it is said which were', async () => {
    await tamper(
      'activity_person_rollup',
      'quantity = quantity + 7',
      `user_id = '${viewer(acme, 'mia').userId}'`,
    )
    await world.database.query('DELETE FROM activity_node_rollup WHERE company_id = $1 AND node_id = $2', [
      ...[acme.id, acme.node('LONDON')],
    ])
    const progress: string[] = []
    const [rebuilt] = await rebuildCompanies(world.database, acme.id, (done, total) =>
      progress.push(`${done}/${total}`),
    )
    const of = { day: '2026-03-01', activityTypeId: acme.activityType('CALL'), label: '' }
    expect(rebuilt!.wrong).toEqual([
      {
        ...{ ...of, of: 'node', id: acme.node('LONDON') },
        ...{ kept: { quantity: '0', amount: '0' }, right: { quantity: '3', amount: '0.5' } },
      },
      {
        ...{ ...of, of: 'person', id: viewer(acme, 'mia').userId },
        ...{ kept: { quantity: '8', amount: '0.5' }, right: { quantity: '1', amount: '0.5' } },
      },
    ])
    expect(progress).toEqual(['0/1', '1/1'])
    for (const node of ['OSLO', 'LONDON', 'SALES', 'ACME']) expect(await verdict(node)).toBe(true)
    expect((await acme.audit()).at(-1)).toBe('rebuildRollups')
    expect((await rebuildCompanies(world.database, acme.id))[0]!.wrong).toEqual([])
  })

  it('leave other companies alone', async () => {
    const before = await rollups()
    const other = await activityCompany(world)
    await rebuildCompanies(world.database, other.id)
    expect(await rollups()).toEqual(before)
  })

  it.each(['5b0a7f2e-52b0-4f0e-9d55-0d7a6c7a1b2c', 'no id at all'])(
    'are refused for no company: %s',
    async (id) => {
      await expect(rebuildCompanies(world.database, id)).rejects.toThrow(`There is no company ${id}.`)
    },
  )
})
