import { viewer } from '../../support/activity-company.js'
import { subscribe, type Answered, type Subscriber } from '../../support/live.js'
import { call, liveCompany } from '../../support/live-company.js'
import { inEachTest, inWorld } from '../../support/world.js'

const { world, acme } = inEachTest(liveCompany, inWorld({ live: { pollMs: 20 } }))

const CHANGES = `subscription ($nodeId: ID!) { effectiveKeyMetricsChanged(nodeId: $nodeId) { isFirst
  appeared { label } disappeared { label } changed { label kind }
  node { effectiveKeyMetrics { label } } } }`

interface Change {
  readonly isFirst: boolean
  readonly appeared: readonly { label: string }[]
  readonly disappeared: readonly { label: string }[]
  readonly changed: readonly { label: string; kind: string }[]
  readonly node: { readonly effectiveKeyMetrics: readonly { label: string }[] }
}
type Answer = Answered<{ effectiveKeyMetricsChanged: Change | null }>

let oslo: Subscriber<Answer>
beforeEach(async () => {
  const token = await world.token(viewer(acme, 'pia'))
  const asked = { url: world.url, token, query: CHANGES, variables: { nodeId: acme.node('OSLO') } }
  oslo = subscribe('server-sent events', asked)
})
afterEach(() => oslo.end())

async function next() {
  const { data } = await oslo.next()
  const { appeared, disappeared, changed, node } = data!.effectiveKeyMetricsChanged!
  const labels = (some: readonly { label: string }[]) => some.map(({ label }) => label).join(' ')
  return [
    ...[`+${labels(appeared)}`, `-${labels(disappeared)}`, `~${labels(changed)}`],
    labels(node.effectiveKeyMetrics),
  ].filter((part) => part.length > 1)
}

it('tells the present set, and then what appeared, disappeared and changed', async () => {
  const [sales, calls, deals] = [acme.node('SALES'), acme.metric('CALLS'), acme.metric('DEALS')]
  expect(await next()).toEqual(['+REV CALLS', 'REV CALLS'])
  await acme.build.add(sales, deals)
  expect(await next()).toEqual(['+DEALS', 'REV CALLS DEALS'])
  await acme.build.override(sales, calls, { label: 'Phone calls' })
  expect(await next()).toEqual(['~Phone calls', 'REV Phone calls DEALS'])
  await acme.build.hide(acme.node('OSLO'), calls)
  expect(await next()).toEqual(['-Phone calls', 'REV DEALS'])
})

it('is silent when something changes that leaves the set of the node as it is', async () => {
  const calls = acme.metric('CALLS')
  await next()
  await acme.build.hide(acme.node('LONDON'), calls)
  await call(world, acme, 'pia')
  await acme.build.metric({ key: 'UNUSED' })
  await acme.build.move(acme.node('LABS'), acme.node('SALES'))
  await acme.build.hide(acme.node('OSLO'), calls)
  expect(await next()).toEqual(['-CALLS', 'REV'])
})

it('a team that moves tells the difference between its departments', async () => {
  await next()
  await acme.build.add(acme.node('SALES'), acme.metric('DEALS'))
  expect(await next()).toEqual(['+DEALS', 'REV CALLS DEALS'])
  await acme.build.move(acme.node('OSLO'), acme.id)
  expect(await next()).toEqual(['-DEALS', 'REV CALLS'])
})
