import { activityCompany } from '../../support/activity-company.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(activityCompany)

const setCalendar = async (input: object) =>
  world.mutate(acme.admin, 'setCalendar', { ...input, expectedVersion: await acme.versionOf('ACME') })

describe('the time zone of a company', () => {
  it('changes as long as nothing is counted by its days', async () => {
    expect((await setCalendar({ timeZone: 'Asia/Tokyo' })).userErrors).toEqual([])
  })

  it('stays once there are activities, while weeks and the currency may still change', async () => {
    const input = { activityTypeId: acme.activityType('CALL'), userId: acme.person('pia@acme.test') }
    const document =
      'mutation ($input: LogActivityInput!) { logActivity(input: $input) { userErrors { code message } } }'
    const occurredAt = new Date(acme.build.ctx.moment.at).toISOString()
    const { data } = await world.run(acme.admin, document, { input: { ...input, occurredAt } })
    expect(data).toEqual({ logActivity: { userErrors: [] } })
    expect((await setCalendar({ timeZone: 'Asia/Tokyo' })).userErrors).toEqual([
      {
        code: 'INVALID',
        message:
          'Activities are counted by the days of the present time zone already: it cannot change any more.',
        path: ['timeZone'],
      },
    ])
    expect((await setCalendar({ weekStart: 'SUNDAY', currency: 'NOK' })).userErrors).toEqual([])
  })
})
