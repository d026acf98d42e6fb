import { datedBack } from '../../../server/features/activity/dated-back.js'
import { moveNode } from '../../../server/features/org/move-node.commands.js'
import { onCompany } from '../../../server/features/org/permission.js'
import { assignTeams } from '../../../server/features/people/people.commands.js'
import { change } from '../../../server/platform/database/change.js'
import { logActivities } from '../../../server/features/activity/log-activities.commands.js'
import { recordStatements } from '../../../server/platform/database/statements.js'
import { activityCompany, changeActivity, counted, deliver, viewer } from '../../support/activity-company.js'
import { dated } from '../../support/schedule.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(activityCompany)

const at = (day: string) => new Date(`2026-${day}T12:00:00.000Z`)

/** ‘mia’ into a team, or null for none, from a day on. */
async function move(name: string, team: string | null, day: string | null): Promise<void> {
  const { ctx } = acme.build
  const assignment = { userId: acme.person(`${name}@acme.test`), teamId: team && acme.node(team) }
  const run = () => change(ctx, onCompany('move people'), (tx) => assignTeams(tx, [assignment]))
  await (day === null ? run() : datedBack(ctx, at(day), run))
}

async function hang(team: string, parent: string, day: string): Promise<void> {
  const { ctx } = acme.build
  const input = { nodeId: acme.node(team), parentId: acme.node(parent) }
  await datedBack(ctx, at(day), async () =>
    moveNode(ctx, { ...input, expectedVersion: await acme.versionOf(team) }),
  )
}

const call = (name: string, day: string) => ({
  userId: acme.person(`${name}@acme.test`),
  activityTypeId: acme.activityType('CALL'),
  occurredAt: at(day),
})

async function teamOf(name: string, day: string): Promise<string | null> {
  const { data } = await world.run<{ user: { team: { name: string; parent: { name: string } } | null } }>(
    acme.admin,
    `query ($id: ID!, $asOf: DateTime) { user(id: $id, asOf: $asOf) { team { name parent { name } } } }`,
    { id: acme.person(`${name}@acme.test`), asOf: at(day) },
  )
  return data.user.team && `${data.user.team.name} of ${data.user.team.parent.name}`
}

const calls = async (node: string) => (await counted(world, acme, node)).join()

describe('a person is moved as of an earlier day', () => {
  it('and was in the new team from that day on, whoever asks', async () => {
    await move('pia', 'LONDON', '03-10')
    expect(await teamOf('pia', '03-09')).toBe('OSLO of SALES')
    expect(await teamOf('pia', '03-11')).toBe('LONDON of SALES')
  })

  it('what was done since counts to the new team, what was done before stays', async () => {
    await deliver(world, viewer(acme, 'lea'), { items: [call('pia', '03-09'), call('pia', '03-11')] })
    await move('pia', 'LABS', '03-10')
    expect(await calls('OSLO')).toBe('CALL : 1/0')
    expect(await calls('LABS')).toBe('CALL : 1/0')
    expect(await calls('SALES')).toBe('CALL : 1/0')
    expect(await calls('ACME')).toBe('CALL : 2/0')
  })

  it('a later move stays: the new team lasts until then', async () => {
    await move('pia', 'LABS', '06-01')
    await move('pia', 'LONDON', '03-10')
    expect(await teamOf('pia', '03-09')).toBe('OSLO of SALES')
    expect(await teamOf('pia', '05-31')).toBe('LONDON of SALES')
    expect(await teamOf('pia', '06-02')).toBe('LABS of ACME')
  })

  it('on the very day of another move takes its place', async () => {
    await move('pia', 'LABS', '06-01')
    await move('pia', 'LONDON', '06-01')
    expect(await teamOf('pia', '05-31')).toBe('OSLO of SALES')
    expect(await teamOf('pia', '06-02')).toBe('LONDON of SALES')
  })

  it('into a team again after a time in none, and the time in none stays', async () => {
    await move('pia', null, '06-01')
    await move('pia', 'LONDON', '03-10')
    expect(await teamOf('pia', '03-11')).toBe('LONDON of SALES')
    expect(await teamOf('pia', '06-02')).toBeNull()
  })

  it('and out of every team, and what was done since counts to the company alone', async () => {
    await deliver(world, viewer(acme, 'lea'), { items: [call('pia', '03-11')] })
    await move('pia', null, '03-10')
    expect(await teamOf('pia', '03-11')).toBeNull()
    expect(await calls('OSLO')).toBe('')
    expect(await calls('ACME')).toBe('CALL : 1/0')
  })

  it('what was done at the very instant counts to the new team, and what was voided to none', async () => {
    const { results } = await deliver(world, viewer(acme, 'lea'), {
      items: [call('pia', '03-10'), call('pia', '03-11')],
    })
    const { id: activityId, version: expectedVersion } = results[1]!.activity!
    await changeActivity(world, viewer(acme, 'lea'), 'voidActivity', { activityId, expectedVersion })
    await move('pia', 'LONDON', '03-10')
    expect(await calls('OSLO')).toBe('')
    expect(await calls('LONDON')).toBe('CALL : 1/0')
  })

  it('however much was done since: it is credited anew bite by bite, and all tellings agree', async () => {
    const item = { email: 'pia@acme.test', activityTypeId: acme.activityType('CALL') }
    for (const [hour, count] of [
      [8, 400],
      [9, 400],
      [10, 200],
      [11, 5],
    ] as const) {
      const occurredAt = new Date(Date.UTC(2026, 2, 11, hour, 30))
      const batch = { source: 'crm', mode: 'ATOMIC', dryRun: false } as const
      const items = Array.from({ length: count }, () => ({ ...item, occurredAt }))
      expect(await logActivities(acme.build.ctx, { ...batch, items })).toMatchObject({ isWritten: true })
    }
    const { statements } = await recordStatements(() => move('pia', 'LONDON', '03-10'))
    expect(statements.filter((statement) => statement.includes('UPDATE activity'))).toHaveLength(3)
    expect(await calls('LONDON')).toBe('CALL : 1005/0')
    expect(await calls('OSLO')).toBe('')
  })

  it('the log says when it was done, and since when it holds', async () => {
    await move('pia', 'LONDON', '03-10')
    const { data } = await world.run<{ auditLog: { nodes: { at: string; effectiveAt: string | null }[] } }>(
      acme.admin,
      '{ auditLog(first: 1) { nodes { at effectiveAt } } }',
    )
    const [entry] = data.auditLog.nodes
    expect(entry!.effectiveAt).toBe('2026-03-10T12:00:00.000Z')
    expect(Date.now() - Date.parse(entry!.at)).toBeLessThan(60_000)
  })
})

describe('a team is hung elsewhere as of an earlier day', () => {
  it('and its numbers since then are those of the new department', async () => {
    await deliver(world, viewer(acme, 'lea'), { items: [call('pia', '03-09'), call('pia', '03-11')] })
    await hang('OSLO', 'ACME', '03-10')
    expect(await teamOf('pia', '03-09')).toBe('OSLO of SALES')
    expect(await teamOf('pia', '03-11')).toBe('OSLO of ACME')
    expect(await calls('SALES')).toBe('CALL : 1/0')
    expect(await calls('OSLO')).toBe('CALL : 2/0')
    expect(await calls('ACME')).toBe('CALL : 2/0')
  })

  it('is told by its version from who read it before, whatever the day', async () => {
    const before = await acme.versionOf('OSLO')
    await hang('OSLO', 'ACME', '03-10')
    expect(await acme.versionOf('OSLO')).toBe(before + 1)
  })
})

describe('what cannot have been', () => {
  it('before the company began', async () => {
    await expect(move('pia', 'LONDON', '01-04')).rejects.toThrow(
      'effectiveAt is 2026-01-04T12:00:00.000Z; the company began at 2026-01-05T00:00:00.000Z. Choose that instant or a later one.',
    )
  })

  it('a person in a team of which there was none yet', async () => {
    await acme.build.at(at('02-01')).team('PARIS')
    delete acme.build.ctx.writesAt
    const [{ id }] = await world.database.query<[{ id: string }]>(
      `SELECT id FROM org_node WHERE company_id = $1 AND name = 'PARIS'`,
      [acme.id],
    )
    const { ctx } = acme.build
    const userId = acme.person('pia@acme.test')
    const early = datedBack(ctx, at('01-20'), () =>
      change(ctx, onCompany('move people'), (tx) => assignTeams(tx, [{ userId, teamId: id }])),
    )
    await expect(early).rejects.toThrow('Pia Peer would be in PARIS at a time at which there is no PARIS')
    expect(await teamOf('pia', '01-21')).toBe('OSLO of SALES')
  })

  it('a department of which there was none yet has no teams, and none is gone before its last team came', async () => {
    const nodeId = await acme.build.at(at('02-01')).department('CS')
    delete acme.build.ctx.writesAt
    const move = async (day: string) => {
      const expectedVersion = await acme.versionOf('OSLO')
      const input = { nodeId: acme.node('OSLO'), parentId: nodeId, expectedVersion, effectiveAt: at(day) }
      return (await dated(world, acme.admin, 'moveNode', input)).userErrors
    }
    expect(await move('01-20')).toMatchObject([{ code: 'NOT_FOUND', path: ['parentId'] }])
    expect(await move('03-10')).toEqual([])
    const { userErrors } = await dated(world, acme.admin, 'deleteNode', {
      ...{ nodeId, expectedVersion: 1, effectiveAt: at('02-15') },
    })
    expect(userErrors).toMatchObject([{ code: 'INVALID', path: ['effectiveAt'] }])
    expect(userErrors[0]!.message).toContain('OSLO would be in CS at a time at which there is no CS')
  })

  it('what one has no right to where it was then', async () => {
    await acme.build.people([
      { email: 'dea@acme.test', name: 'Dea', roles: [{ role: 'ADMIN', nodeId: acme.node('SALES') }] },
    ])
    const [{ id: userId }] = await world.database.query<[{ id: string }]>(
      `SELECT id FROM app_user WHERE company_id = $1 AND email = 'dea@acme.test'`,
      [acme.id],
    )
    const dea = { companyId: acme.id, userId }
    await hang('LABS', 'SALES', '03-10')
    const remove = async (day: string) =>
      dated(world, dea, 'deleteNode', {
        ...{ nodeId: acme.node('LABS'), expectedVersion: await acme.versionOf('LABS') },
        effectiveAt: at(day),
      })
    expect((await remove('03-05')).userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['nodeId'] }])
    expect((await remove('03-15')).userErrors).toEqual([])
  })
})
