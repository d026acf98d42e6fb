import { createHash, randomUUID } from 'node:crypto'
import { recordStatements } from '../../server/platform/database/statements.js'
import { codesOf, runDocument, type Answer } from './run-document.js'
import type { TestCompany } from './test-company.js'
import type { Viewer, World } from './world.js'

export interface Asked {
  readonly key?: string
  readonly by?: Viewer
  readonly document: string
  readonly variables?: object
}

type Told = Answer<unknown> & {
  readonly statements: readonly string[]
  readonly codes: readonly unknown[]
  readonly isReplayed: boolean
}

/** How the admin of the company, or somebody else, is answered with an Idempotency-Key. */
export const askingIn =
  (world: World, company: TestCompany) =>
  async ({ key, by = company.admin, document, variables }: Asked): Promise<Told> => {
    const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key }
    const request = { document, variables, token: await world.token(by), headers }
    const { result, statements } = await recordStatements(() => runDocument(world.url, request))
    const isReplayed = result.headers.get('idempotent-replayed') === 'true'
    return { ...result, statements, codes: codesOf(result), isReplayed }
  }

export const newKey = () => randomUUID()

export function sha256Of(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}

/** A mutation that does something anew each time it is made. */
export function logCall({ activityType, admin }: TestCompany, teamMember = admin.userId) {
  return {
    document: `mutation ($input: LogActivityInput!) {
      logActivity(input: $input) { activity { id recordedAt } userErrors { code message } } }`,
    variables: { input: { activityTypeId: activityType('CALL'), userId: teamMember } },
  }
}

/** How many activities the company has. */
export async function callsOf({ database }: World, { id }: TestCompany): Promise<number> {
  const [row] = await database.query<[{ count: string }]>(
    'SELECT count(*) FROM activity WHERE company_id = $1',
    [id],
  )
  return Number(row.count)
}

/** Makes what the company has sent with keys so much older. */
export async function age({ database }: World, { id }: TestCompany, interval: string): Promise<void> {
  await database.query(`UPDATE idempotent_request SET at = at - $2::interval WHERE company_id = $1`, [
    id,
    interval,
  ])
}
