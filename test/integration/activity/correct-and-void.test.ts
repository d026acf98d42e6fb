import { loggingIn } from '../../support/activity-batches.js'
import {
  activityCompany,
  changeActivity,
  counted,
  moveUser,
  viewer,
  type ShownActivity,
} from '../../support/activity-company.js'
import { readAuditLog } from '../../support/audit-log.js'
import { rowsOf } from '../../support/rows.js'
import { inEachTest, type Viewer } from '../../support/world.js'

const { world, acme } = inEachTest(activityCompany)
let mia: Viewer
let call: ShownActivity

beforeEach(async () => {
  mia = viewer(acme, 'mia')
  call = await logged(mia, {
    quantity: '2',
    amount: '10',
    label: 'a',
    occurredAt: '2026-03-01T12:00:00.000Z',
  })
})

const log = loggingIn(world, acme)
async function logged(who: Viewer, input: object): Promise<ShownActivity> {
  const { activity, text } = await log(who, input)
  if (!activity) throw new Error(text)
  return activity
}
const correct = (who: Viewer, input: object, { id, version } = call) =>
  changeActivity(world, who, 'correctActivity', { activityId: id, expectedVersion: version, ...input })
const take = (who: Viewer, { id, version } = call) =>
  changeActivity(world, who, 'voidActivity', { activityId: id, expectedVersion: version })
const rows = () => rowsOf(world.database, acme.id)
const lastEntry = async () => (await readAuditLog(world, acme.admin, { first: 1 })).nodes[0]!

describe('a correction', () => {
  it('changes what it names and keeps the rest; the sums follow', async () => {
    const { activity } = await correct(mia, { quantity: '5' })
    expect(activity).toEqual({ ...call, quantity: '5', version: 2 })
    for (const node of ['OSLO', 'SALES', 'ACME'])
      expect(await counted(world, acme, node)).toEqual(['CALL a: 5/10'])
    const all = { amount: '-1.5', label: 'b', note: 'x', activityTypeId: acme.activityType('DEAL') }
    expect((await correct(mia, all, activity!)).activity).toMatchObject({
      ...{ quantity: '5', amount: '-1.5', label: 'b', note: 'x', type: { key: 'DEAL' }, version: 3 },
    })
    expect(await counted(world, acme, 'ACME')).toEqual(['DEAL b: 5/-1.5'])
  })

  it('keeps what is null, but for the amount, which null takes away', async () => {
    const nothing = { quantity: null, label: null, note: null, occurredAt: null, activityTypeId: null }
    expect((await correct(mia, { ...nothing, amount: null })).activity).toEqual({
      ...call,
      amount: null,
      version: 2,
    })
    expect(await counted(world, acme, 'ACME')).toEqual(['CALL a: 2/0'])
  })

  it('to another instant counts on that day', async () => {
    await correct(mia, { occurredAt: '2026-03-05T12:00:00.000Z' })
    const rollups = await world.database.query<object[]>(
      `SELECT day::text AS day, sum(quantity)::text AS quantity FROM activity_node_rollup
        WHERE company_id = $1 AND node_id = $1 GROUP BY day ORDER BY day`,
      [acme.id],
    )
    expect(rollups).toEqual([
      { day: '2026-03-01', quantity: '0' },
      { day: '2026-03-05', quantity: '2' },
    ])
  })

  it('to another instant counts to the team of that instant', async () => {
    await moveUser(acme, mia.userId, acme.node('LABS'), new Date('2026-05-01T00:00:00.000Z'))
    const { activity } = await correct(mia, { occurredAt: '2026-05-02T00:00:00.000Z' })
    expect(activity!.team).toEqual({ name: 'LABS' })
    expect(await counted(world, acme, 'SALES')).toEqual([])
    expect(await counted(world, acme, 'LABS')).toEqual(['CALL a: 2/10'])
  })

  it('to another instant is told where it counts and where it counted', async () => {
    await moveUser(acme, mia.userId, acme.node('LABS'), new Date('2026-05-01T00:00:00.000Z'))
    await correct(mia, { occurredAt: '2026-05-02T00:00:00.000Z' })
    const kinds = { filter: { kinds: ['CORRECT_ACTIVITY'] } }
    expect(await readAuditLog(world, acme.admin, kinds)).toMatchObject({
      nodes: [{ node: { name: 'LABS' } }],
    })
    for (const name of ['lea', 'dan'])
      expect(await readAuditLog(world, viewer(acme, name), kinds)).toMatchObject({ totalCount: 1 })
  })

  it('to another instant takes the right on the team of that instant as well', async () => {
    await moveUser(acme, mia.userId, acme.node('LABS'), new Date('2026-05-01T00:00:00.000Z'))
    const before = await rows()
    const { userErrors } = await correct(viewer(acme, 'lea'), { occurredAt: '2026-05-02T00:00:00.000Z' })
    expect(userErrors).toEqual([
      {
        code: 'FORBIDDEN',
        message:
          'At 2026-05-02T00:00:00.000Z the activity counts where you may not correct activities. Leave its instant as it is, choose one at which it counts where you may, or ask a company admin.',
        path: ['occurredAt'],
      },
    ])
    expect(await rows()).toEqual(before)
  })

  it('leaves a type alone that is archived by now, and takes none that is', async () => {
    await acme.build.archiveType(acme.activityType('CALL'))
    expect((await correct(mia, { quantity: '7' })).userErrors).toEqual([])
    const { userErrors } = await correct(
      mia,
      { activityTypeId: acme.activityType('FAX') },
      { ...call, version: 2 },
    )
    expect(userErrors).toMatchObject([{ code: 'INVALID', path: ['activityTypeId'] }])
  })

  it('that changes nothing is none, whatever version it names', async () => {
    const before = await rows()
    expect(
      (await correct(mia, { quantity: '2.0', label: ' a ' }, { ...call, version: 99 })).activity,
    ).toEqual(call)
    expect(await rows()).toEqual(before)
  })

  it('that comes too late is told what there is now', async () => {
    await correct(mia, { quantity: '5' })
    const { activity, userErrors } = await correct(mia, { quantity: '6' })
    expect(userErrors).toEqual([
      {
        code: 'VERSION_CONFLICT',
        message: 'The activity is at version 2, not 1: it was changed meanwhile. Read it and try again.',
        path: ['expectedVersion'],
      },
    ])
    expect(activity).toMatchObject({ quantity: '5', version: 2 })
  })

  it('is an entry of the audit log with what is different', async () => {
    await correct(viewer(acme, 'dan'), { quantity: '5' })
    expect(await lastEntry()).toMatchObject({
      ...{
        action: 'CORRECT_ACTIVITY',
        actsAs: 'DEPARTMENT_MANAGER',
        entityId: call.id,
        node: { name: 'OSLO' },
      },
      changes: [
        { field: 'quantity', before: '2', after: '5' },
        { field: 'version', before: '1', after: '2' },
      ],
    })
  })

  it.each([
    { quantity: '0' },
    { amount: 'x' },
    { label: 'x'.repeat(121) },
    { occurredAt: '2020-01-01T00:00:00Z' },
  ])('to %j is refused', async (wrong) => {
    const before = await rows()
    expect((await correct(mia, wrong)).userErrors).toMatchObject([
      { code: 'INVALID', path: Object.keys(wrong) },
    ])
    expect(await rows()).toEqual(before)
  })

  it('of two at once one is made, and the other is told', async () => {
    const answers = await Promise.all(['5', '6', '7', '8'].map((quantity) => correct(mia, { quantity })))
    expect(answers.map(({ userErrors }) => userErrors[0]?.code).sort()).toEqual([
      ...Array<string>(3).fill('VERSION_CONFLICT'),
      undefined,
    ])
    const { quantity } = answers.find(({ userErrors }) => userErrors.length === 0)!.activity!
    expect(await counted(world, acme, 'ACME')).toEqual([`CALL a: ${quantity}/10`])
  })
})

describe('an activity that is voided', () => {
  it('is kept and counts nowhere', async () => {
    expect((await take(mia)).activity).toEqual({ ...call, isVoided: true, version: 2 })
    for (const node of ['OSLO', 'SALES', 'ACME']) expect(await counted(world, acme, node)).toEqual([])
    expect(await lastEntry()).toMatchObject({ action: 'VOID_ACTIVITY', entityId: call.id })
  })

  it('is voided once, however often', async () => {
    const first = await take(mia)
    const before = await rows()
    for (const version of [1, 2, 99]) expect((await take(mia, { ...call, version })).text).toBe(first.text)
    expect(await rows()).toEqual(before)
  })

  it('is not corrected any more', async () => {
    const { activity } = await take(mia)
    expect((await correct(mia, { quantity: '5' }, activity!)).userErrors).toEqual([
      {
        code: 'INVALID',
        message: 'The activity is voided: it counts nowhere and is not corrected any more. Log it anew.',
        path: ['activityId'],
      },
    ])
  })

  it('must not have been changed meanwhile', async () => {
    await correct(mia, { quantity: '5' })
    expect((await take(mia)).userErrors).toMatchObject([{ code: 'VERSION_CONFLICT' }])
  })
})

describe('whose activity may be corrected and voided, by whom:', () => {
  const PEOPLE = ['mia', 'pia', 'hal', 'lea', 'lon'] as const
  const ANSWERS = {
    ok: 'VERSION_CONFLICT expectedVersion',
    forbidden: 'FORBIDDEN activityId',
    nothing: 'NOT_FOUND activityId',
  }
  it.each<[string, (keyof typeof ANSWERS)[]]>([
    ['mia', ['ok', 'forbidden', 'nothing', 'forbidden', 'nothing']],
    ['hal', ['forbidden', 'forbidden', 'ok', 'forbidden', 'nothing']],
    ['lea', ['ok', 'ok', 'ok', 'ok', 'nothing']],
    ['dan', ['ok', 'ok', 'ok', 'ok', 'ok']],
    ['ada', ['ok', 'ok', 'ok', 'ok', 'ok']],
    ['nia', ['nothing', 'nothing', 'nothing', 'nothing', 'nothing']],
  ])('%s', async (who, expected) => {
    const found: string[] = []
    for (const name of PEOPLE) {
      const { id } = await logged(viewer(acme, name), {})
      const never = { id, version: -1 }
      const answers = [
        await correct(viewer(acme, who), { quantity: '9' }, { ...call, ...never }),
        await take(viewer(acme, who), { ...call, ...never }),
      ].map(({ userErrors }) => userErrors.map(({ code, path }) => `${code} ${path.join('.')}`).join())
      expect(answers[1]).toBe(answers[0])
      found.push(answers[0]!)
    }
    expect(found).toEqual(expected.map((answer) => ANSWERS[answer]))
  })

  it('an activity of another company is as little there as one that never was', async () => {
    const other = await activityCompany(world)
    const ask = async (id: string) =>
      (await correct(viewer(other, 'ada'), { quantity: '9' }, { ...call, id })).text
    const unknown = await ask('5b0a7f2e-52b0-4f0e-9d55-0d7a6c7a1b2c')
    for (const id of [call.id, 'no id at all']) expect(await ask(id)).toBe(unknown)
  })
})
