import { existingCompany, type TestCompany } from './test-company.js'
import { inEachTest, type World } from './world.js'

/** SALES{OSLO (Lea, who leads it, Mia), LONDON}, administered by Dan, and CS{RENEW}; what is done to its nodes. */
export function deletionsInEachTest() {
  const { world, acme } = inEachTest(found)
  return { world, acme, ...verbs(world, acme) }
}

async function found(at: World): Promise<TestCompany> {
  const company = await at.company({
    departments: { SALES: ['OSLO', 'LONDON'], CS: ['RENEW'] },
    keyMetrics: ['REV', 'CALLS'],
  })
  await company.build.people([
    {
      ...{ name: 'Dan', email: 'dan@acme.test' },
      roles: [{ role: 'ADMIN', nodeId: company.node('SALES') }],
    },
    {
      ...{ name: 'Lea', email: 'lea@acme.test', teamId: company.node('OSLO') },
      roles: [{ role: 'MANAGER', nodeId: company.node('OSLO') }],
    },
  ])
  return existingCompany(company.build)
}

const TREE = `query ($asOf: DateTime) { company(asOf: $asOf) {
  departments { name teams { name members { nodes { name } } } } teams { name } unassigned { nodes { name } } } }`

interface Shown {
  readonly departments: { name: string; teams: { name: string; members: { nodes: { name: string }[] } }[] }[]
  readonly teams: { name: string }[]
  readonly unassigned: { nodes: { name: string }[] }
}

function verbs(world: World, acme: TestCompany) {
  const viewer = (email: string) => ({ userId: acme.person(email), companyId: acme.id })
  const input = async (name: string, rest: object = {}) => ({
    ...{ nodeId: acme.node(name), expectedVersion: await acme.versionOf(name) },
    ...rest,
  })
  const remove = async (name: string, rest: object = {}, by = acme.admin) =>
    world.mutate(by, 'deleteNode', await input(name, rest))
  const restore = async (name: string, rest: object = {}, by = acme.admin) =>
    world.mutate(by, 'restoreNode', await input(name, rest))

  /** SALES: OSLO (Lea, Mia Member) … as one line. */
  const tree = async (asOf: Date | null = null): Promise<string> => {
    const { data } = await world.run<{ company: Shown }>(acme.admin, TREE, { asOf })
    const { departments, teams, unassigned } = data.company
    const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).join(', ')
    const below = departments.map(
      (one) =>
        `${one.name}: ${one.teams.map((team) => `${team.name} (${names(team.members.nodes)})`).join(' ')}`,
    )
    return [...below, `company: ${names(teams)}`, `no team: ${names(unassigned.nodes)}`].join(' | ')
  }

  return { viewer, input, remove, restore, tree }
}
