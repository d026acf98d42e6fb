import { loggingIn } from '../../support/activity-batches.js'
import { askWith, keyWith } from '../../support/api-key.js'
import {
  activityCompany,
  activityDocument,
  counted,
  moveUser,
  viewer,
  type ShownActivity,
} from '../../support/activity-company.js'
import { rowsOf } from '../../support/rows.js'
import { inEachTest, type Viewer } from '../../support/world.js'

const { world, acme } = inEachTest(activityCompany)
let mia: Viewer

beforeEach(async () => {
  mia = viewer(acme, 'mia')
})

const log = loggingIn(world, acme)
const rows = () => rowsOf(world.database, acme.id)

describe('who may log for whom:', () => {
  const PEOPLE = ['mia', 'pia', 'hal', 'lea', 'lon', 'nia'] as const
  it.each<[string, Record<(typeof PEOPLE)[number], string>]>([
    [
      'mia',
      { mia: 'ok', pia: 'FORBIDDEN', hal: 'NOT_FOUND', lea: 'FORBIDDEN', lon: 'NOT_FOUND', nia: 'NOT_FOUND' },
    ],
    [
      'hal',
      { mia: 'FORBIDDEN', pia: 'FORBIDDEN', hal: 'ok', lea: 'FORBIDDEN', lon: 'NOT_FOUND', nia: 'NOT_FOUND' },
    ],
    ['lea', { mia: 'ok', pia: 'ok', hal: 'ok', lea: 'ok', lon: 'NOT_FOUND', nia: 'NOT_FOUND' }],
    ['dan', { mia: 'ok', pia: 'ok', hal: 'ok', lea: 'ok', lon: 'ok', nia: 'NOT_FOUND' }],
    ['ada', { mia: 'ok', pia: 'ok', hal: 'ok', lea: 'ok', lon: 'ok', nia: 'INVALID' }],
    [
      'nia',
      {
        mia: 'NOT_FOUND',
        pia: 'NOT_FOUND',
        hal: 'NOT_FOUND',
        lea: 'NOT_FOUND',
        lon: 'NOT_FOUND',
        nia: 'INVALID',
      },
    ],
  ])('%s', async (who, expected) => {
    for (const name of PEOPLE) {
      const before = await rows()
      const { userErrors } = await log(viewer(acme, who), { userId: viewer(acme, name).userId })
      expect([name, userErrors[0]?.code ?? 'ok']).toEqual([name, expected[name]])
      if (userErrors.length > 0) expect(await rows()).toEqual(before)
    }
  })

  it('whoever is out of sight, of another company or nobody at all is answered alike', async () => {
    const other = await activityCompany(world)
    const ask = async (userId: string) => (await log(mia, { userId })).text
    const unknown = await ask('5b0a7f2e-52b0-4f0e-9d55-0d7a6c7a1b2c')
    for (const id of ['no id at all', other.member.userId, viewer(acme, 'lon').userId])
      expect(await ask(id)).toBe(unknown)
  })

  it('a team lead logs for somebody who was of the team then, and not for what came after', async () => {
    await moveUser(acme, mia.userId, acme.node('LONDON'), new Date('2026-05-01T00:00:00.000Z'))
    const ask = (occurredAt: string) => log(viewer(acme, 'lea'), { userId: mia.userId, occurredAt })
    expect((await ask('2026-04-30T00:00:00Z')).userErrors).toEqual([])
    expect((await ask('2026-05-02T00:00:00Z')).userErrors).toMatchObject([
      { code: 'NOT_FOUND', path: ['userId'] },
    ])
  })
})

describe('an integration', () => {
  const withKey = async (secret: string, input: object) => {
    const document = activityDocument('logActivity')
    const variables = { input: { activityTypeId: acme.activityType('VISIT'), ...input } }
    const { data } = await askWith<{
      logActivity: { activity: ShownActivity | null; userErrors: { code: string; message: string }[] }
    }>(...([world, secret, document, variables] as const))
    return data.logActivity
  }

  it('logs any active type, and for people without a team: that counts to the company alone', async () => {
    const { secret } = await keyWith(world, acme, [
      'WRITE_ACTIVITIES',
      'READ_NUMBERS',
      'READ_PEOPLE',
      'READ_ORGANIZATION',
    ])
    const { activity } = await withKey(secret, { userId: viewer(acme, 'nia').userId })
    expect(activity).toMatchObject({ user: { name: 'Nia Nowhere' }, team: null, type: { key: 'VISIT' } })
    expect(await counted(world, acme, 'ACME')).toEqual(['VISIT : 1/0'])
    for (const node of ['SALES', 'OSLO', 'LABS']) expect(await counted(world, acme, node)).toEqual([])
    expect(
      (await withKey(secret, { userId: mia.userId, activityTypeId: acme.activityType('FAX') })).userErrors,
    ).toMatchObject([{ code: 'INVALID', message: 'FAX is archived; choose a type that is ACTIVE.' }])
  })

  it('may not without the scope, needs no right to read, and is held to its node', async () => {
    const reader = await keyWith(world, acme, ['READ_NUMBERS', 'READ_PEOPLE'])
    expect((await withKey(reader.secret, { userId: mia.userId })).userErrors).toMatchObject([
      {
        code: 'FORBIDDEN',
        message: 'This API key lacks the scope WRITE_ACTIVITIES, which it takes to log activities.',
      },
    ])
    const writer = await keyWith(world, acme, ['WRITE_ACTIVITIES'], 'OSLO')
    expect(await withKey(writer.secret, { userId: mia.userId })).toEqual({ activity: null, userErrors: [] })
    for (const name of ['lon', 'nia'])
      expect((await withKey(writer.secret, { userId: viewer(acme, name).userId })).userErrors).toMatchObject([
        { code: 'NOT_FOUND' },
      ])
    expect((await withKey(writer.secret, {})).userErrors).toMatchObject([
      { code: 'INVALID', path: ['userId'] },
    ])
  })
})
