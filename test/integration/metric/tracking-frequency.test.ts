import { dated, timePasses } from '../../support/schedule.js'
import type { TestCompany } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'

let world: World
let acme: TestCompany

beforeAll(async () => {
  world = await startWorld()
})

beforeEach(async () => {
  acme = await world.company({ teams: ['OSLO'], keyMetrics: ['REV', 'CALLS'] })
  await acme.build.override(acme.node('OSLO'), acme.metric('CALLS'), { kind: 'PRIMARY' })
})

afterAll(() => world.stop())

const DOCUMENT = `query ($asOf: DateTime) { company(asOf: $asOf) {
  trackingFrequencies { kind frequency }
  teams { effectiveKeyMetrics { metric { key } kind frequency } }
} }`

const answer = (primary: string, secondary: string) => ({
  company: {
    trackingFrequencies: [
      { kind: 'PRIMARY', frequency: primary },
      { kind: 'SECONDARY', frequency: secondary },
    ],
    teams: [
      {
        effectiveKeyMetrics: [
          { metric: { key: 'CALLS' }, kind: 'PRIMARY', frequency: primary },
          { metric: { key: 'REV' }, kind: 'SECONDARY', frequency: secondary },
        ],
      },
    ],
  },
})

describe('the tracking frequency', () => {
  it('is monthly for core results and weekly for activities until the company says otherwise', async () => {
    expect((await world.run(acme.member, DOCUMENT)).data).toEqual(answer('MONTHLY', 'WEEKLY'))
  })

  it.each(['DAILY', 'WEEKLY', 'QUARTERLY', 'YEARLY'])(
    'set to %s is that of every key metric of the kind, by the kind it has where it is shown',
    async (frequency) => {
      const asOf = acme.build.ctx.moment.at
      const input = { kind: 'PRIMARY', frequency, expectedVersion: await acme.versionOf('ACME') }
      const { changed, userErrors } = await world.mutate(acme.admin, 'setTrackingFrequency', input)
      expect(userErrors).toEqual([])
      expect(changed).toEqual({ id: acme.id, version: input.expectedVersion + 1 })
      expect((await world.run(acme.member, DOCUMENT)).data).toEqual(answer(frequency, 'WEEKLY'))
      expect((await world.run(acme.member, DOCUMENT, { asOf })).data).toEqual(answer('MONTHLY', 'WEEKLY'))
    },
  )

  it('can hold since an earlier instant, and from a later one on', async () => {
    const [asOf, later] = [acme.build.ctx.moment.at, new Date(Date.now() + 3_600_000)]
    await acme.build.track('SECONDARY', 'DAILY')
    const set = async (frequency: string, effectiveAt: Date) =>
      dated(world, acme.admin, 'setTrackingFrequency', {
        ...{ kind: 'PRIMARY', frequency, effectiveAt },
        expectedVersion: await acme.versionOf('ACME'),
      })
    expect(await set('QUARTERLY', asOf)).toEqual({ scheduledChange: null, userErrors: [] })
    expect((await world.run(acme.member, DOCUMENT, { asOf })).data).toEqual(answer('QUARTERLY', 'WEEKLY'))
    expect((await set('YEARLY', later)).scheduledChange).toMatchObject({ status: 'UPCOMING' })
    expect((await world.run(acme.member, DOCUMENT)).data).toEqual(answer('QUARTERLY', 'DAILY'))
    await timePasses(world, acme)
    expect((await world.run(acme.member, DOCUMENT)).data).toEqual(answer('YEARLY', 'DAILY'))
  })
})
