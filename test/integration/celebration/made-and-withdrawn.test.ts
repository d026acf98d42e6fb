import { correctActivity, voidActivity } from '../../../server/features/activity/correct-activity.commands.js'
import { resetTarget } from '../../../server/features/target/set-targets.commands.js'
import { moveUser, viewer } from '../../support/activity-company.js'
import { celebrations, settle } from '../../support/celebrations.js'
import { dayInOslo, log, progressCompany, setTarget } from '../../support/progress-company.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(progressCompany)

const today = dayInOslo(new Date())
const month = `${today.slice(0, 7)}-01`
const now = () => new Date().toISOString()

const target = (key: string, owner: string, amount: string, from = today) => {
  const whose =
    owner === owner.toUpperCase() ? { nodeId: acme.node(owner) } : { userId: viewer(acme, owner).userId }
  return setTarget(world, acme, key, { from, amount, ...whose })
}

/** The activity that was logged last, to be changed. */
async function latest() {
  const [row] = await world.database.query<[{ activityId: string; expectedVersion: number }]>(
    `SELECT id AS "activityId", version AS "expectedVersion" FROM activity WHERE company_id = $1
      ORDER BY recorded_at DESC LIMIT 1`,
    [acme.id],
  )
  return row
}

describe('reaching a target', () => {
  it('is celebrated once, on each node and for each person that has one', async () => {
    await target('CALLS', 'OSLO', '10')
    await target('CALLS', 'mia', '6')
    await log(acme, ['mia', 'CALL', now(), '6'], ['pia', 'CALL', now(), '3'])
    expect(await settle(acme)).toEqual({ made: 1, withdrawn: 0 })
    await log(acme, ['pia', 'CALL', now(), '1'])
    expect(await settle(acme)).toEqual({ made: 3, withdrawn: 0 })
    await log(acme, ['pia', 'CALL', now(), '1'])
    expect(await settle(acme)).toEqual({ made: 0, withdrawn: 0 })
    // SALES and ACME have what is below them as a target.
    expect((await celebrations(acme)).sort()).toEqual([
      `ACME CALLS MONTHLY ${month}: 10 of 10`,
      `Mia Member CALLS MONTHLY ${month}: 6 of 6`,
      `OSLO CALLS MONTHLY ${month}: 10 of 10`,
      `SALES CALLS MONTHLY ${month}: 10 of 10`,
    ])
  })

  it('is withdrawn by a correction and by a void, and celebrated anew when it is reached again', async () => {
    await target('CALLS', 'OSLO', '10')
    await log(acme, ['mia', 'CALL', now(), '10'])
    await settle(acme)
    await correctActivity(acme.build.ctx, { ...(await latest()), quantity: '9' })
    expect(await settle(acme)).toEqual({ made: 0, withdrawn: 3 })
    await correctActivity(acme.build.ctx, { ...(await latest()), quantity: '11' })
    expect(await settle(acme)).toEqual({ made: 3, withdrawn: 0 })
    await voidActivity(acme.build.ctx, await latest())
    expect(await settle(acme)).toEqual({ made: 0, withdrawn: 3 })
    const ofOslo = (await celebrations(acme)).filter((text) => text.includes('OSLO'))
    expect(ofOslo).toEqual([
      `-OSLO CALLS MONTHLY ${month}: 10 of 10`,
      `-OSLO CALLS MONTHLY ${month}: 11 of 10`,
    ])
  })
})

/** What stands of OSLO. */
const ofOslo = async () => (await celebrations(acme)).filter((text) => text.startsWith('OSLO'))
const oslo = (rest: string) => [`OSLO CALLS MONTHLY ${month}: ${rest}`]

describe('another target', () => {
  beforeEach(async () => {
    await target('CALLS', 'OSLO', '10')
    await log(acme, ['mia', 'CALL', now(), '10'])
    await settle(acme)
  })

  const reset = async (nodeId: string) => {
    const expectedVersion = 1
    await resetTarget(acme.build.ctx, {
      metricId: acme.metric('CALLS'),
      nodeId,
      carryForward: true,
      expectedVersion,
    })
  }

  it('that is not reached withdraws the celebration, one that is leaves it as it was made', async () => {
    const change = (amount: string, expectedVersion: number) =>
      setTarget(world, acme, 'CALLS', { from: today, nodeId: acme.node('OSLO'), amount, expectedVersion })
    await change('9', 1)
    await settle(acme)
    expect(await ofOslo()).toEqual(oslo('10 of 10'))
    await change('11', 2)
    await settle(acme)
    expect(await ofOslo()).toEqual([])
  })

  it('of a person below counts for those above that have none of their own', async () => {
    await reset(acme.node('OSLO'))
    expect(await settle(acme)).toEqual({ made: 0, withdrawn: 3 })
    await target('CALLS', 'pia', '8')
    expect(await settle(acme)).toEqual({ made: 3, withdrawn: 0 })
    expect(await ofOslo()).toEqual(oslo('10 of 8'))
    await target('CALLS', 'mia', '3')
    expect(await settle(acme)).toEqual({ made: 1, withdrawn: 3 })
  })

  it('for the past is looked at in all periods that it is carried to', async () => {
    await log(
      acme,
      ['mia', 'CALL', '2026-02-10', '4'],
      ['mia', 'CALL', '2026-04-10', '5'],
      ['mia', 'CALL', '2026-06-10', '6'],
    )
    expect(await settle(acme)).toEqual({ made: 0, withdrawn: 0 })
    await target('CALLS', 'OSLO', '5', '2026-03-01')
    await settle(acme)
    expect(await ofOslo()).toEqual([
      ...oslo('10 of 10'),
      'OSLO CALLS MONTHLY 2026-04-01: 5 of 5',
      'OSLO CALLS MONTHLY 2026-06-01: 6 of 5',
    ])
  })
})

describe('where a key metric is hidden', () => {
  beforeEach(async () => {
    await target('CALLS', 'OSLO', '10')
    await target('CALLS', 'mia', '10')
  })

  it('nothing is celebrated, of the team or of its people, until it is shown again', async () => {
    await acme.build.hide(acme.node('OSLO'), acme.metric('CALLS'))
    await log(acme, ['mia', 'CALL', now(), '10'])
    await settle(acme)
    expect((await celebrations(acme)).map((text) => text.split(' ')[0]).sort()).toEqual(['ACME', 'SALES'])
    await acme.build.remove(acme.node('OSLO'), acme.metric('CALLS'))
    expect(await settle(acme)).toEqual({ made: 2, withdrawn: 0 })
  })

  it('what was celebrated before stands, and once it is withdrawn it does not come again', async () => {
    await log(acme, ['mia', 'CALL', now(), '10'])
    await settle(acme)
    await acme.build.hide(acme.node('OSLO'), acme.metric('CALLS'))
    expect(await settle(acme)).toEqual({ made: 0, withdrawn: 0 })
    await correctActivity(acme.build.ctx, { ...(await latest()), quantity: '9' })
    expect(await settle(acme)).toEqual({ made: 0, withdrawn: 4 })
    await correctActivity(acme.build.ctx, { ...(await latest()), quantity: '10' })
    expect(await settle(acme)).toEqual({ made: 2, withdrawn: 0 })
  })

  it('what was reached before that, and is only told now, is celebrated all the same', async () => {
    await target('CALLS', 'OSLO', '10', '2026-03-01')
    await acme.build.hide(acme.node('OSLO'), acme.metric('CALLS'))
    await log(acme, ['mia', 'CALL', '2026-03-10', '10'], ['mia', 'CALL', now(), '10'])
    await settle(acme)
    expect(await ofOslo()).toEqual(['OSLO CALLS MONTHLY 2026-03-01: 10 of 10'])
  })

  it('somebody in no team is not celebrated before they are in one', async () => {
    const { userId } = viewer(acme, 'mia')
    await log(acme, ['mia', 'CALL', now(), '10'])
    await moveUser(acme, userId, null)
    expect(await settle(acme)).toEqual({ made: 3, withdrawn: 0 })
    await moveUser(acme, userId, acme.node('LONDON'))
    // SALES has a target of 20 now, half of it Mia's own.
    expect(await settle(acme)).toEqual({ made: 1, withdrawn: 2 })
  })
})

describe('another formula', () => {
  it('is looked at in the whole past', async () => {
    await target('CALLS', 'mia', '10', '2026-02-01')
    await log(acme, ['mia', 'CALL', '2026-02-10', '10'], ['mia', 'DEAL', '2026-03-10', '10'])
    await settle(acme)
    const [call, deal] = [acme.activityType('CALL'), acme.activityType('DEAL')]
    const ofMia = async () => (await celebrations(acme)).filter((text) => /^-?Mia/.test(text))
    expect(await ofMia()).toEqual(['Mia Member CALLS MONTHLY 2026-02-01: 10 of 10'])
    await acme.build.formula(acme.metric('CALLS'), { kind: 'COUNT', activityTypeIds: [deal] })
    await settle(acme)
    expect(await ofMia()).toEqual([
      '-Mia Member CALLS MONTHLY 2026-02-01: 10 of 10',
      'Mia Member CALLS MONTHLY 2026-03-01: 10 of 10',
    ])
    await acme.build.formula(acme.metric('CALLS'), { kind: 'COUNT', activityTypeIds: [call, deal] })
    await settle(acme)
    expect((await ofMia()).slice(1).sort()).toEqual([
      'Mia Member CALLS MONTHLY 2026-02-01: 10 of 10',
      'Mia Member CALLS MONTHLY 2026-03-01: 10 of 10',
    ])
  })
})
