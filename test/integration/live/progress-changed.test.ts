import { viewer } from '../../support/activity-company.js'
import { TRANSPORTS } from '../../support/live.js'
import { call, endAll, follow, liveCompany, type Follower } from '../../support/live-company.js'
import { targetsOf } from '../../support/target-company.js'
import { inEachTest, inWorld } from '../../support/world.js'

const { world, acme } = inEachTest(liveCompany, inWorld({ live: { pollMs: 20, recheckMs: 300 } }))
afterEach(endAll)

const followAs = (name: string, node: string) => follow(world, viewer(acme, name), acme.node(node))
const setTarget = (owner: string, amount: string) => {
  const period = { frequency: 'WEEKLY', containing: new Date().toISOString().slice(0, 10) }
  const rest = { metricId: acme.metric('CALLS'), expectedVersion: 0 }
  return targetsOf(world, acme).set(owner, period, amount, rest)
}
/** All that comes until it is the last, or until nothing comes any more. */
async function toldUntil(follower: Follower, last: RegExp): Promise<string[]> {
  const told: string[] = []
  const next = () => follower.next().catch(() => null)
  for (let one = await next(); one !== null; one = await next()) {
    told.push(one)
    if (last.test(one)) break
  }
  return told
}

describe.each(TRANSPORTS)('by %s', (transport) => {
  it('the present comes at once, and then each change at or below the node', async () => {
    const sales = await follow(world, acme.admin, acme.node('SALES'), { transport })
    expect(await sales.next()).toBe('FIRST SALES CALLS 0 of null')
    await call(world, acme, 'pia', '3')
    expect(await sales.next()).toBe('ACTIVITIES SALES CALLS 3 of null')
    await setTarget('lon', '10')
    expect(await sales.next()).toBe('TARGETS SALES CALLS 3 of 10')
  })
})

it('what happens elsewhere is not told', async () => {
  const [oslo, sales] = [await followAs('lea', 'OSLO'), await followAs('dan', 'SALES')]
  expect([await oslo.next(), await sales.next()]).toEqual([
    'FIRST OSLO CALLS 0 of null',
    'FIRST SALES CALLS 0 of null',
  ])
  await call(world, acme, 'lon', '5')
  expect(await sales.next()).toBe('ACTIVITIES SALES CALLS 5 of null')
  await setTarget('LONDON', '7')
  expect(await sales.next()).toBe('TARGETS SALES CALLS 5 of 7')
  await call(world, acme, 'pia')
  expect(await sales.next()).toBe('ACTIVITIES SALES CALLS 6 of 7')
  expect(await oslo.next()).toBe('ACTIVITIES OSLO CALLS 1 of null')
})

it('a change of the configuration is told to those for whom something is different, and to nobody else', async () => {
  const [oslo, london] = [await followAs('lea', 'OSLO'), await followAs('lon', 'LONDON')]
  expect([await oslo.next(), await london.next()]).toHaveLength(2)
  await acme.build.hide(acme.node('LONDON'), acme.metric('CALLS'))
  expect(await london.next()).toBe('CONFIGURATION LONDON CALLS undefined of undefined')
  await acme.build.metric({ key: 'UNUSED' })
  await call(world, acme, 'pia')
  // What was looked at for the metric may be read after the call: then that is what is told.
  expect(await oslo.next()).toMatch(
    /^(ACTIVITIES|CONFIGURATION|CONFIGURATION\+ACTIVITIES) OSLO CALLS 1 of null$/,
  )
})

it('a team that moves is told of under its new department, and its activities with it', async () => {
  const sales = await followAs('dan', 'SALES')
  await sales.next()
  await acme.build.move(acme.node('LABS'), acme.node('SALES'))
  await acme.build.people([{ email: 'lab@acme.test', name: 'Lab', teamId: acme.node('LABS') }])
  await call(world, acme, 'lab', '4')
  const fromThere = /ACTIVITIES.* SALES CALLS 4 of null$/
  expect(await toldUntil(sales, fromThere)).toContainEqual(expect.stringMatching(fromThere))
})

it('a thousand writes become fewer events, and the last one tells the last state', async () => {
  const oslo = await followAs('lea', 'OSLO')
  await oslo.next()
  let written = 0
  const writing = (async () => {
    for (; written < 1_000; written += 10)
      await Promise.all(Array.from({ length: 10 }, () => call(world, acme, 'pia')))
  })()
  const told = await toldUntil(oslo, /OSLO CALLS 1000 of null$/)
  await writing
  process.stdout.write(`conflation: 1000 writes told as ${told.length} events\n`)
  expect(told.at(-1)).toMatch(/OSLO CALLS 1000 of null$/)
  expect(told.length).toBeLessThan(1_000)
  await call(world, acme, 'pia')
  // The last of the thousand may be told once more: it was read before its event was.
  const after = await toldUntil(oslo, /OSLO CALLS 1001 of null$/)
  expect(after.at(-1)).toMatch(/OSLO CALLS 1001 of null$/)
})

describe('a node that is not there for the viewer', () => {
  it('is told as gone, once, whether out of sight, of another company, above or never issued', async () => {
    const other = await liveCompany(world)
    const never = 'b5b0e6f6-6e14-4c07-9f5e-0d7a6c7a1b2c'
    const nodes = [acme.node('LONDON'), acme.node('SALES'), acme.id, other.node('OSLO'), never, 'no id']
    for (const nodeId of nodes) {
      const follower = await follow(world, viewer(acme, 'pia'), nodeId)
      expect(await follower.rest()).toEqual(['GONE'])
    }
  })
})
