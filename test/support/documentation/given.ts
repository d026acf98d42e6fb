import { readFileSync } from 'node:fs'
import type { TestCompany } from '../test-company.js'
import type { World } from '../world.js'

/** The nodes that samples speak of: nodes of the demo company have names that no variable could have. */
const NODES = {
  'Fjordlight Systems': {
    companyId: 'Fjordlight Systems',
    departmentId: 'New Business',
    otherDepartmentId: 'Account Management',
    teamId: 'Nordics',
    otherTeamId: 'Benelux',
  },
  ACME: { osloId: 'OSLO', londonId: 'LONDON', csId: 'CS' },
} as const

/** What samples use without saying where it comes from, by name: ids, versions and credentials. */
export type Given = Readonly<Record<string, string | number>>

export async function givenOf(world: World, company: TestCompany, name: keyof typeof NODES): Promise<Given> {
  const nodes = Object.entries(NODES[name])
  const ids = Object.fromEntries(nodes.map(([given, node]) => [given, company.node(node)]))
  const versions = nodes.map(
    async ([given, node]) => [given.replace('Id', 'Version'), await company.versionOf(node)] as const,
  )
  return {
    ...ids,
    ...Object.fromEntries(await Promise.all(versions)),
    callsId: company.metric('CALLS'),
    userId: await memberOf(world, company, nodes.at(-1)![1]),
    token: await world.token(company.admin),
    apiKey: await apiKeyOf(world, company),
  }
}

async function memberOf(world: World, company: TestCompany, team: string): Promise<string> {
  const [member] = await world.database.query<{ userId: string }[]>(
    `SELECT u.id AS "userId" FROM app_user u JOIN membership m ON m.company_id = $1 AND m.user_id = u.id
      WHERE u.company_id = $1 AND m.valid_to = 'infinity' AND u.data_visibility = 'VISIBLE' AND u.status = 'ACTIVE'
      ORDER BY m.team_id = $2 DESC, u.name LIMIT 1`,
    [company.id, company.node(team)],
  )
  return member!.userId
}

/** With the scopes of the key that the guide makes. */
async function apiKeyOf(world: World, { admin }: TestCompany): Promise<string> {
  const [, scopes] = /scopes: (\[.*\])/.exec(readFileSync('docs/guides/integration.md', 'utf8'))!
  const { data } = await world.run<{ createApiKey: { secret: string } }>(
    admin,
    `mutation { createApiKey(input: { name: "CRM", scopes: ${scopes!.replaceAll("'", '')} }) { secret } }`,
  )
  return data.createApiKey.secret
}
