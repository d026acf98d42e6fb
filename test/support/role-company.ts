import type { HeldRole, Person, Role } from '../../server/domain/viewer.js'
import type { OrgLevel } from '../../server/domain/org-node.js'
import { oneActivityEach } from './activity-company.js'
import { NODE_NAMES, NODES, type NodeName } from './role-nodes.js'
import { existingCompany, type TestCompany } from './test-company.js'
import { inAllTests, inEachTest, type World } from './world.js'

interface Somebody {
  readonly teamId: NodeName | null
  readonly role?: readonly [Role, NodeName, OrgLevel]
  readonly isHidden?: boolean
  readonly isDeactivated?: boolean
}

/** Those who ask: one for each column of the policy, and two whom it has no column for. */
export const ASKING = {
  'company admin': { teamId: null, role: ['ADMIN', 'ACME', 'COMPANY'] },
  'company manager': { teamId: null, role: ['MANAGER', 'ACME', 'COMPANY'] },
  'department admin': { teamId: null, role: ['ADMIN', 'SALES', 'DEPARTMENT'] },
  'department manager': { teamId: null, role: ['MANAGER', 'SALES', 'DEPARTMENT'] },
  'team admin': { teamId: null, role: ['ADMIN', 'OSLO', 'TEAM'] },
  'team lead': { teamId: 'OSLO', role: ['MANAGER', 'OSLO', 'TEAM'] },
  member: { teamId: 'OSLO' },
  'hidden member': { teamId: 'OSLO', isHidden: true },
  nobody: { teamId: null },
} as const satisfies Record<string, Somebody>
export type Who = keyof typeof ASKING
export const WHO = Object.keys(ASKING) as Who[]

/** Those who are asked about as well. */
const OTHERS = {
  peer: { teamId: 'OSLO' },
  'hidden peer': { teamId: 'OSLO', isHidden: true },
  'london member': { teamId: 'LONDON' },
  leaver: { teamId: 'LONDON', isDeactivated: true },
  'renew member': { teamId: 'RENEW' },
  'cs manager': { teamId: null, role: ['MANAGER', 'CS', 'DEPARTMENT'] },
  'labs lead': { teamId: 'LABS', role: ['MANAGER', 'LABS', 'TEAM'] },
} as const satisfies Record<string, Somebody>

export const EVERYBODY: Readonly<Record<string, Somebody>> = { ...ASKING, ...OTHERS }

export interface RoleCompany {
  readonly company: TestCompany
  /** As the policy sees somebody, with real ids. */
  person(name: string): Person
  /** The real ids from the company down to the node. */
  path(node: NodeName): string[]
}

const PLAN = {
  departments: { SALES: ['OSLO', 'LONDON'], CS: ['RENEW'] },
  teams: ['LABS'],
  metrics: ['REV', 'CALLS', 'MTG', 'NPS'],
  keyMetrics: ['REV', 'CALLS'],
}

export const emailOf = (name: string) => `${name.replace(' ', '.')}@roles.test`

/** ACME{ SALES{OSLO, LONDON}, CS{RENEW}, LABS } with a rule on every node and somebody of every kind. */
export async function roleCompany(world: World): Promise<RoleCompany> {
  const { build, ...plain } = await world.company(PLAN)
  await build.people(
    Object.entries(EVERYBODY).map(([name, { teamId, role }]: [string, Somebody]) => ({
      name: name.toUpperCase(),
      email: emailOf(name),
      teamId: teamId ? plain.node(teamId) : undefined,
      roles: role ? [{ role: role[0], nodeId: plain.node(role[1]) }] : [],
    })),
  )
  const such = (is: 'isHidden' | 'isDeactivated') =>
    Object.keys(EVERYBODY)
      .filter((name) => EVERYBODY[name]![is])
      .map(emailOf)
  await world.database.query(
    `UPDATE app_user SET data_visibility = CASE WHEN email = ANY($2) THEN 'HIDDEN' ELSE data_visibility END,
                         status = CASE WHEN email = ANY($3) THEN 'DEACTIVATED' ELSE status END
      WHERE company_id = $1`,
    [plain.id, such('isHidden'), such('isDeactivated')],
  )
  for (const name of NODE_NAMES.slice(1))
    await build.add(plain.node(name), plain.metric('MTG'), { pin: true })
  await setUpActivities(build, plain)
  return described(await existingCompany(build))
}

/** A world with such a company, anew before each test. */
export function rolesInEachTest() {
  const { world, acme } = inEachTest(roleCompanyIn)
  return { world, acme: described(acme) }
}

/** A world with such a company, once for all tests. */
export function rolesInAllTests() {
  const { world, acme } = inAllTests(roleCompanyIn)
  return { world, acme: described(acme) }
}

const roleCompanyIn = async (world: World) => (await roleCompany(world)).company

/** One activity of each person; its id by theirs. */
export const oneActivityOfEverybody = ({ company }: RoleCompany) =>
  oneActivityEach(company, Object.keys(EVERYBODY).map(emailOf))

/** What is granted to somebody, or taken from them. */
export const rolesOf =
  ({ company }: RoleCompany) =>
  (name: string, role: Role, on: string) => ({
    userId: company.person(emailOf(name)),
    role,
    nodeId: company.node(on),
  })

/** CALL is enabled on the company, VISIT on every other node, DEMO and FAX (archived) nowhere. */
async function setUpActivities(
  build: TestCompany['build'],
  { node, metric }: Pick<TestCompany, 'node' | 'metric'>,
): Promise<void> {
  const call = await build.activityType({ key: 'CALL' })
  const visit = await build.activityType({ key: 'VISIT' })
  await build.activityType({ key: 'DEMO' })
  await build.archiveType(await build.activityType({ key: 'FAX' }))
  await build.enable(node('ACME'), call)
  for (const name of NODE_NAMES.slice(1)) await build.enable(node(name), visit)
  await build.formula(metric('REV'), { kind: 'COUNT', activityTypeIds: [call] })
  await build.formula(metric('CALLS'), { kind: 'COUNT', activityTypeIds: [visit] })
  await build.formula(metric('NPS'), {
    kind: 'RATIO',
    ...{ numeratorMetricId: metric('CALLS'), denominatorMetricId: metric('REV') },
  })
}

function described(company: TestCompany): RoleCompany {
  return {
    company,
    path: (node) => NODES[node].map((name) => company.node(name)),
    person: (name) => {
      const { teamId, role } = EVERYBODY[name]!
      const roles: HeldRole[] = role ? [{ role: role[0], nodeId: company.node(role[1]), level: role[2] }] : []
      return {
        kind: 'PERSON',
        userId: company.person(emailOf(name)),
        companyId: company.id,
        teamId: teamId && company.node(teamId),
        roles,
        delegation: 'NONE',
      }
    },
  }
}
