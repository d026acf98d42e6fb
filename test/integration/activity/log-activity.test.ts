import { loggingIn } from '../../support/activity-batches.js'
import { activityCompany, counted, moveUser, viewer } from '../../support/activity-company.js'
import { readAuditLog } from '../../support/audit-log.js'
import { rowsOf } from '../../support/rows.js'
import { inEachTest, type Viewer } from '../../support/world.js'

const { world, acme } = inEachTest(activityCompany)
let mia: Viewer

beforeEach(async () => {
  mia = viewer(acme, 'mia')
})

const log = loggingIn(world, acme)
const rows = () => rowsOf(world.database, acme.id)
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

describe('an activity that somebody logs', () => {
  it('is one of their own, now, for their team, unless it says otherwise', async () => {
    const { activity, userErrors } = await log(mia)
    expect(userErrors).toEqual([])
    expect(activity).toEqual({
      ...{ id: activity!.id, version: 1, quantity: '1', amount: null, label: '', note: '' },
      ...{
        occurredAt: activity!.recordedAt,
        recordedAt: activity!.recordedAt,
        source: 'API',
        externalId: null,
      },
      ...{ isVoided: false, isUnlinked: false },
      ...{ type: { key: 'CALL' }, user: { name: 'Mia Member' }, team: { name: 'OSLO' } },
    })
    expect(Math.abs(Date.parse(activity!.recordedAt) - Date.now())).toBeLessThan(60_000)
  })

  it('holds everything it is told, exactly', async () => {
    const told = {
      ...{
        quantity: '0.000001',
        amount: '-999999999999999.999999',
        label: '  Big   one ',
        note: 'Said yes.\nTwice.',
      },
      ...{ occurredAt: '2026-03-01T23:59:59.999Z', source: 'phone', externalId: 'A-1' },
    }
    const { activity } = await log(mia, told)
    expect(activity).toMatchObject({ ...told, label: 'Big one' })
    expect(await counted(world, acme, 'OSLO')).toEqual(['CALL Big one: 0.000001/-999999999999999.999999'])
  })

  it('counts at once for the person, the team, the department and the company', async () => {
    await log(mia, { quantity: '2.5', amount: '10' })
    for (const node of ['OSLO', 'SALES', 'ACME'])
      expect(await counted(world, acme, node)).toEqual(['CALL : 2.5/10'])
    for (const node of ['LONDON', 'LABS']) expect(await counted(world, acme, node)).toEqual([])
  })

  it('counts for the team of the instant it happened, and stays there when the person moves on', async () => {
    await moveUser(acme, mia.userId, acme.node('LABS'), new Date('2026-05-01T00:00:00.000Z'))
    const before = await log(mia, { occurredAt: '2026-04-30T23:59:59.999Z' })
    const after = await log(mia, { occurredAt: '2026-05-01T00:00:00.000Z' })
    expect([before, after].map(({ activity }) => activity!.team)).toEqual([null, { name: 'LABS' }])
    expect(await counted(world, acme, 'OSLO')).toEqual(['CALL : 1/0'])
    expect(await counted(world, acme, 'LABS')).toEqual(['CALL : 1/0'])
    await moveUser(acme, mia.userId, null)
    expect(await counted(world, acme, 'LABS')).toEqual(['CALL : 1/0'])
  })

  it('is an entry of the audit log, about the team, with what it says', async () => {
    const { activity, headers } = await log(viewer(acme, 'lea'), { userId: mia.userId, quantity: '3' })
    const [entry] = (await readAuditLog(world, acme.admin, { first: 1 })).nodes
    expect(entry).toMatchObject({
      ...{ action: 'LOG_ACTIVITY', actsAs: 'TEAM_LEAD', actor: { name: 'Lea Lead' }, node: { name: 'OSLO' } },
      ...{ entityId: activity!.id, requestId: headers.get('x-request-id') },
    })
    expect(entry!.changes).toContainEqual({ field: 'quantity', before: null, after: '3' })
  })

  it('takes as many statements as any other', async () => {
    await log(mia)
    const { statements } = await log(mia, { occurredAt: '2026-02-01T00:00:00Z', label: 'x', amount: '1' })
    expect(statements.map((one) => one.trim().split(/\s+/, 1)[0])).toMatchInlineSnapshot(`
     [
       "SELECT",
       "SELECT",
       "START",
       "SELECT",
       "SELECT",
       "WITH",
       "INSERT",
       "WITH",
       "COMMIT",
       "SELECT",
       "SELECT",
     ]
    `)
  })

  it('is the same activity when its source sends it again, and another one without an id', async () => {
    const told = { source: 'phone', externalId: 'A-1', occurredAt: '2026-03-01T10:00:00Z' }
    const first = await log(mia, told)
    const before = await rows()
    const again = await log(mia, told)
    expect(again.text).toBe(first.text)
    expect(await rows()).toEqual(before)
    expect((await log(mia, { ...told, source: 'mobile' })).activity!.id).not.toBe(first.activity!.id)
    expect((await log(mia, { ...told, externalId: null })).activity!.id).not.toBe(first.activity!.id)
    const { userErrors } = await log(mia, { ...told, quantity: '2', note: 'x' })
    expect(userErrors).toEqual([
      {
        code: 'DUPLICATE',
        message: `A-1 of phone is activity ${first.activity!.id} (version 1) already, with another quantity, note. To change it, use correctActivity; else send another externalId.`,
        path: ['externalId'],
      },
    ])
  })

  it('is the same activity when it is sent again without saying when', async () => {
    const first = await log(mia, { externalId: 'A-1' })
    const before = await rows()
    const again = await log(mia, { externalId: 'A-1' })
    expect(again.text).toBe(first.text)
    expect(await rows()).toEqual(before)
    const { userErrors } = await log(mia, { externalId: 'A-1', occurredAt: '2026-03-01T10:00:00Z' })
    expect(userErrors).toMatchObject([{ code: 'DUPLICATE', path: ['externalId'] }])
    expect(userErrors[0]!.message).toContain('already, with another occurredAt. To change it')
  })

  it('of somebody else under the same id says no more than that there is one', async () => {
    const told = { source: 'phone', externalId: 'A-1', occurredAt: '2026-03-01T10:00:00Z' }
    await log(viewer(acme, 'lon'), told)
    const [error] = (await log(mia, told)).userErrors
    expect(error!.message).toBe(
      'A-1 of phone is another activity already, with another person. To change it, use correctActivity; else send another externalId.',
    )
  })
})

describe('what is refused', () => {
  it.each<[string, object, object]>([
    [
      'a quantity of nothing',
      { quantity: '0.0' },
      { path: ['quantity'], message: expect.stringContaining('more than 0') as string },
    ],
    ['less than nothing', { quantity: '-1' }, { path: ['quantity'] }],
    ['too many digits', { quantity: '1.0000001' }, { path: ['quantity'] }],
    ['no number', { amount: 'NaN' }, { path: ['amount'] }],
    ['a long label', { label: 'x'.repeat(121) }, { path: ['label'] }],
    ['a long note', { note: 'x'.repeat(2_001) }, { path: ['note'] }],
    ['an empty id', { externalId: ' ' }, { path: ['externalId'] }],
    ['a control character', { externalId: 'a\nb' }, { path: ['externalId'] }],
    ['a long source', { source: 'x'.repeat(201) }, { path: ['source'] }],
    ['before the company began', { occurredAt: '2026-01-04T23:59:59.999Z' }, { path: ['occurredAt'] }],
    ['the day after tomorrow', { occurredAt: inHours(25) }, { path: ['occurredAt'] }],
    ['before the person was in a team', { occurredAt: '2026-01-06T00:00:00Z' }, { path: ['occurredAt'] }],
  ])('%s', async (_, wrong, error) => {
    const before = await rows()
    const { activity, userErrors } = await log(mia, wrong)
    expect({ activity, userErrors }).toMatchObject({
      activity: null,
      userErrors: [{ code: 'INVALID', ...error }],
    })
    expect(await rows()).toEqual(before)
  })

  it('a type that is archived, not enabled on the team, of another company, or none', async () => {
    const of = async (activityTypeId: string, who = mia) => (await log(who, { activityTypeId })).userErrors[0]
    expect(await of(acme.activityType('FAX'))).toMatchObject({ code: 'INVALID', path: ['activityTypeId'] })
    expect(await of(acme.activityType('VISIT'))).toMatchObject({
      code: 'INVALID',
      message:
        'VISIT is not enabled on the team it would count to; read its activityLogger for those that are.',
    })
    expect(await of(acme.activityType('DEMO'))).toBeUndefined()
    expect(await of(acme.activityType('DEMO'), viewer(acme, 'lon'))).toMatchObject({ code: 'INVALID' })
    const other = await activityCompany(world)
    const unknown = await of('5b0a7f2e-52b0-4f0e-9d55-0d7a6c7a1b2c')
    expect(unknown).toMatchObject({ code: 'NOT_FOUND', path: ['activityTypeId'] })
    expect(await of(other.activityType('CALL'))).toEqual(unknown)
  })

  it('a float where an exact number is expected', async () => {
    const { errors } = await log(mia, { quantity: 1.5 })
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  })
})
