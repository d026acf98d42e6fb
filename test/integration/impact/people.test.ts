import { rehearse } from '../../../server/features/impact/rehearse.js'
import type { ImpactRow } from '../../../server/features/impact/impact.loaders.js'
import { OrgNodePlacementEntity } from '../../../server/features/org/org-node-placement.entity.js'
import { OrgNodeVersionEntity } from '../../../server/features/org/org-node-version.entity.js'
import { onCompany } from '../../../server/features/org/permission.js'
import { assignTeams } from '../../../server/features/people/people.commands.js'
import type { Context } from '../../../server/platform/context.js'
import { change, type Change } from '../../../server/platform/database/change.js'
import { close } from '../../../server/platform/database/interval.js'
import { builder } from '../../../server/seed/company-builder.js'
import { dryRun, type Impact } from '../../support/dry-run.js'
import type { Mutation } from '../../support/mutation.js'
import { existingCompany, type TestCompany } from '../../support/test-company.js'
import { inEachTest, type World } from '../../support/world.js'

const { world, acme } = inEachTest(staffed)

/** ACME{ SALES{OSLO, LONDON}, CS{RENEW} }: CS hides CALLS. Mia and Ben are of OSLO, Liv of LONDON, Rob of RENEW, Una of none. */
async function staffed(found: World): Promise<TestCompany> {
  const { build, node, metric } = await found.company({
    departments: { SALES: ['OSLO', 'LONDON'], CS: ['RENEW'] },
    keyMetrics: ['REV', 'CALLS'],
  })
  await build.hide(node('CS'), metric('CALLS'))
  const somebody = (name: string, team?: string) => ({
    ...{ name, email: `${name.toLowerCase()}@acme.test` },
    ...(team !== undefined && { teamId: node(team) }),
  })
  await build.people([
    ...[somebody('Ben', 'OSLO'), somebody('Liv', 'LONDON'), somebody('Rob', 'RENEW'), somebody('Una')],
    { ...somebody('Lea'), roles: [{ role: 'MANAGER', nodeId: node('OSLO') }] },
  ])
  return existingCompany(build)
}

async function foretold(mutation: Mutation, input: object): Promise<Impact> {
  const { impact, userErrors, errors } = await dryRun(world, acme.admin, mutation, input)
  expect({ userErrors, errors }).toEqual({ userErrors: [], errors: [] })
  return impact!
}

const onNode = async (node: string, rest: object) => ({
  nodeId: acme.node(node),
  expectedVersion: await acme.versionOf(node),
  ...rest,
})
const onPerson = (name: string, rest: object = {}) => ({
  userId: acme.person(`${name.toLowerCase()}@acme.test`),
  ...rest,
})

const homesOf = ({ people }: Impact) => people?.homes.map(({ name }) => name)

describe('whose Home changes:', () => {
  it('the people of the teams that show other key metrics', async () => {
    const impact = await foretold('hideKeyMetric', await onNode('SALES', { metricId: acme.metric('CALLS') }))
    expect(homesOf(impact)).toEqual(['Ben', 'Liv', 'Mia Member'])
    expect(impact.people?.affected).toBe(3)
    expect(impact.totals).toMatchObject({ nodes: 3, homes: 3 })
  })

  it('nobody, where a lock is all that is different', async () => {
    const input = await onNode('ACME', { metricId: acme.metric('REV'), preset: 'MANDATORY' })
    const impact = await foretold('lockKeyMetric', input)
    expect(impact.totals).toMatchObject({ nodes: 6, changes: 6, homes: 0 })
    expect(impact.people).toEqual({ affected: 0, homes: [] })
  })

  it('nobody, where it is only their department that shows other key metrics', async () => {
    const input = await onNode('SALES', { metricId: acme.metric('CALLS'), reach: 'NODE_ONLY' })
    const impact = await foretold('hideKeyMetric', input)
    expect(impact.totals).toMatchObject({ nodes: 1, disappears: 1, homes: 0 })
  })

  it('somebody who may not sign in any more has none, and does not count for their team then', async () => {
    const impact = await foretold('deactivateUser', onPerson('Ben', { expectedVersion: 1 }))
    expect([homesOf(impact), impact.people?.affected]).toEqual([['Ben'], 1])
    await world.mutate(acme.admin, 'deactivateUser', onPerson('Ben', { expectedVersion: 1 }))
    const hidden = await foretold('hideKeyMetric', await onNode('OSLO', { metricId: acme.metric('CALLS') }))
    expect(homesOf(hidden)).toEqual(['Mia Member'])
    const back = await foretold('reactivateUser', onPerson('Ben', { expectedVersion: 2 }))
    expect([homesOf(back), back.people?.affected]).toEqual([['Ben'], 1])
  })

  it('somebody who is hidden is affected, and sees what they saw', async () => {
    const input = onPerson('Ben', { dataVisibility: 'HIDDEN', expectedVersion: 1 })
    expect((await foretold('setDataVisibility', input)).people).toEqual({ affected: 1, homes: [] })
  })
})

/** As the system, since no mutation does it yet. */
async function tried(work: (maker: Context) => Promise<unknown>): Promise<ImpactRow> {
  const { impact } = await rehearse(acme.build.ctx, async (maker) => {
    await work(maker)
    return {}
  })
  return impact!
}

const organise = (work: (tx: Change) => Promise<void>) => (maker: Context) =>
  change(maker, onCompany('organise nodes'), work)

describe('who moves', () => {
  const into = (team: string | null) =>
    tried(
      organise((tx) =>
        assignTeams(tx, [{ userId: acme.person('ben@acme.test'), teamId: team && acme.node(team) }]),
      ),
    )

  it('to a team with the same key metrics sees the same Home, and is affected', async () => {
    expect((await into('LONDON')).people).toEqual({ affected: 1, homesChanged: 0, userIds: [] })
  })

  it.each(['RENEW', null])('to %s sees another', async (team) => {
    const ben = acme.person('ben@acme.test')
    expect((await into(team)).people).toEqual({ affected: 1, homesChanged: 1, userIds: [ben] })
  })

  it('with the whole team is one of those who see another', async () => {
    const impact = await tried((maker) => builder(maker).move(acme.node('OSLO'), acme.node('CS')))
    expect(impact.nodes).toMatchObject([
      { fate: 'MOVES', node: { name: 'OSLO' }, disappears: [{ metric: { key: 'CALLS' } }], changes: [] },
    ])
    expect(impact.people).toMatchObject({ affected: 2, homesChanged: 2 })
  })
})

describe('roles', () => {
  const role = (name: string) => ({ ...onPerson(name), nodeId: acme.node('OSLO'), role: 'MANAGER' })

  it('that are granted are gained', async () => {
    const impact = await foretold('grantRole', role('Una'))
    expect(impact.roles).toEqual({
      gained: [{ role: 'MANAGER', node: { name: 'OSLO' }, user: { name: 'Una' } }],
      lost: [],
    })
    expect(impact.people).toEqual({ affected: 1, homes: [] })
    expect(impact.totals).toMatchObject({ nodes: 0, rolesGained: 1, rolesLost: 0 })
  })

  it('that are revoked are lost', async () => {
    const impact = await foretold('revokeRole', role('Lea'))
    expect(impact.roles).toEqual({
      gained: [],
      lost: [{ role: 'MANAGER', node: { name: 'OSLO' }, user: { name: 'Lea' } }],
    })
    expect(impact.totals).toMatchObject({ rolesGained: 0, rolesLost: 1 })
  })
})

const SET = `mutation ($input: SetTargetInput!) { setTarget(input: $input) { userErrors { code } } }`

async function setTarget(owner: object, metric: string, amount: string, rest: object = {}): Promise<void> {
  const input = { ...owner, metricId: acme.metric(metric), amount, ...rest }
  const { data } = await world.run(acme.admin, SET, { input })
  expect(data).toEqual({ setTarget: { userErrors: [] } })
}

describe('targets', () => {
  const LONG_AGO = { period: { frequency: 'MONTHLY', containing: '2020-01-31' }, carryForward: false }

  it('of somebody who may not sign in any more lose their owner, those of periods past and of others do not', async () => {
    await setTarget(onPerson('Ben'), 'REV', '100.5', { period: { frequency: 'MONTHLY' } })
    await setTarget(onPerson('Ben'), 'CALLS', '7', LONG_AGO)
    await setTarget(onPerson('Liv'), 'REV', '200')
    const lost = [
      ...[
        { metric: { key: 'REV' }, frequency: 'MONTHLY', amount: '100.5', node: null, user: { name: 'Ben' } },
      ],
    ]
    const going = await foretold('deactivateUser', onPerson('Ben', { expectedVersion: 1 }))
    expect(going.targets).toEqual({ losesOwner: lost, regainsOwner: [] })
    expect(going.totals).toMatchObject({ targetsLosingOwner: 1, targetsRegainingOwner: 0 })

    await world.mutate(acme.admin, 'deactivateUser', onPerson('Ben', { expectedVersion: 1 }))
    const coming = await foretold('reactivateUser', onPerson('Ben', { expectedVersion: 2 }))
    expect(coming.targets).toEqual({ losesOwner: [], regainsOwner: lost })
    expect(coming.totals).toMatchObject({ targetsLosingOwner: 0, targetsRegainingOwner: 1 })
  })

  it('that were given up are not lost', async () => {
    await setTarget(onPerson('Ben'), 'REV', '100')
    const reset = `mutation ($input: ResetTargetInput!) { resetTarget(input: $input) { userErrors { code } } }`
    const input = { ...onPerson('Ben'), metricId: acme.metric('REV'), expectedVersion: 1 }
    expect((await world.run(acme.admin, reset, { input })).data).toEqual({ resetTarget: { userErrors: [] } })
    const { targets } = await foretold('deactivateUser', onPerson('Ben', { expectedVersion: 1 }))
    expect(targets).toEqual({ losesOwner: [], regainsOwner: [] })
  })
})

describe('a node that ends', () => {
  const ending = (name: string) =>
    tried(
      organise(async (tx) => {
        await close(tx, OrgNodePlacementEntity, { nodeId: acme.node(name) })
        await close(tx, OrgNodeVersionEntity, { nodeId: acme.node(name) })
        tx.record({ action: 'moveNode', nodeId: null, entityId: acme.node(name), before: null, after: null })
      }),
    )

  it('takes its key metrics, its roles and its targets along, and the Home of its people', async () => {
    await setTarget({ nodeId: acme.node('OSLO') }, 'REV', '300')
    const impact = await ending('OSLO')
    expect(impact.nodes).toMatchObject([{ fate: 'ENDS', node: { name: 'OSLO' }, appears: [], changes: [] }])
    expect(impact.nodes?.[0]?.disappears.map(({ metric }) => metric.key)).toEqual(['CALLS', 'REV'])
    expect(impact.roles).toMatchObject({ gained: [], lost: [{ role: 'MANAGER', node: { name: 'OSLO' } }] })
    expect(impact.targets).toMatchObject({
      losesOwner: [{ metric: { key: 'REV' }, amount: '300', node: { name: 'OSLO' }, userId: null }],
    })
    // Its two people, and who led it.
    expect(impact.people).toMatchObject({ affected: 3, homesChanged: 2 })
  })
})
