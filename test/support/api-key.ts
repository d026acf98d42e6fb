import type { ApiKeyScope } from '../../server/domain/viewer.js'
import { recordStatements } from '../../server/platform/database/statements.js'
import type { UserError } from './mutation.js'
import { runDocument, type Answer } from './run-document.js'
import type { TestCompany } from './test-company.js'
import type { Viewer, World } from './world.js'

const SHOWN = `fragment Shown on ApiKey {
  id name scopes status version expiresAt revokedAt lastUsedAt node { name } createdBy { name }
  secrets { lastCharacters expiresAt lastUsedAt }
}`

export interface ShownKey {
  readonly id: string
  readonly version: number
  readonly status: string
  readonly lastUsedAt: string | null
  readonly secrets: readonly { readonly lastCharacters: string; readonly expiresAt: string | null }[]
}

export interface KeyOutcome extends Omit<Answer<unknown>, 'data'> {
  readonly apiKey: ShownKey | null
  readonly secret: string | null
  readonly userErrors: readonly UserError[]
}

/** ACME{ SALES{OSLO} } with one key metric, and no key yet. */
export function keyCompany(world: World): Promise<TestCompany> {
  return world.company({ departments: { SALES: ['OSLO'] }, keyMetrics: ['REV'] })
}

/** What the admin says of a key that is bound to nothing. */
export const NEW = { name: 'CRM', scopes: ['READ_ORGANIZATION'] }
/** What a key of every test may ask. */
export const NAME = '{ company { name } }'

export const KEY_MUTATIONS = ['createApiKey', 'rotateApiKey', 'revokeApiKey'] as const
export type KeyMutation = (typeof KEY_MUTATIONS)[number]

export function keyDocument(mutation: KeyMutation): string {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  const secret = mutation === 'revokeApiKey' ? '' : 'secret'
  return `mutation ($input: ${type}!) {
    ${mutation}(input: $input) { apiKey { ...Shown } ${secret} userErrors { code message path } } } ${SHOWN}`
}

/** How the admin makes a key. */
export const creatingKeysIn = (world: World, company: TestCompany) => (input: object) =>
  changeKey(world, company.admin, 'createApiKey', input)

/** One of the three changes of keys, as a person makes it. */
export async function changeKey(
  world: World,
  viewer: Viewer,
  mutation: KeyMutation,
  input: object,
): Promise<KeyOutcome> {
  const answer = await world.run<Record<string, KeyOutcome>>(viewer, keyDocument(mutation), { input })
  const { apiKey = null, secret = null, userErrors = [] } = answer.data?.[mutation] ?? {}
  return { ...answer, apiKey, secret, userErrors }
}

/** A key of the company that its admin makes. @throws when it is refused. */
export async function keyWith(
  world: World,
  company: TestCompany,
  scopes: readonly ApiKeyScope[],
  node?: string,
): Promise<{ id: string; secret: string }> {
  const input = { name: 'CRM', scopes, ...(node !== undefined && { nodeId: company.node(node) }) }
  const { apiKey, secret, text } = await changeKey(world, company.admin, 'createApiKey', input)
  if (!apiKey || secret === null) throw new Error(`No key was made: ${text}`)
  return { id: apiKey.id, secret }
}

/** Asks as an integration does, and tells what that cost. */
export async function askWith<T = never>(world: World, secret: string, document: string, variables?: object) {
  const request = { document, variables, token: secret }
  const { result, statements } = await recordStatements(() => runDocument<T>(world.url, request))
  return { ...result, statements }
}

/** The key as the admin reads it. */
export async function readKey(world: World, { admin }: TestCompany, id: string): Promise<ShownKey | null> {
  const document = `query ($id: ID!) { node(id: $id) { ...Shown } } ${SHOWN}`
  return (await world.run<{ node: ShownKey | null }>(admin, document, { id })).data.node
}

/** When the only key of the company was last used. */
export async function lastUseOf(world: World, { id }: TestCompany): Promise<Date | null> {
  const [row] = await world.database.query<[{ at: Date | null }]>(
    'SELECT max(last_used_at) AS at FROM api_key_secret WHERE company_id = $1',
    [id],
  )
  return row.at
}

/** What is done after the answer is done soon. */
export async function eventually(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 10))
}

/** The status with which whoever has the secret is answered. */
export const statusOf = async (world: World, secret: string) => (await askWith(world, secret, NAME)).status

/** No use of the key can be noted before `meanwhile` is over. */
export async function withoutNoting(
  { database }: World,
  { id: companyId }: TestCompany,
  keyId: string,
  meanwhile: () => Promise<void>,
): Promise<void> {
  const runner = database.createQueryRunner()
  await runner.startTransaction()
  await runner.query('SELECT FROM api_key_secret WHERE company_id = $1 AND key_id = $2 FOR UPDATE', [
    companyId,
    keyId,
  ])
  await meanwhile()
  await runner.rollbackTransaction()
  await runner.release()
}
