import type { TestCompany } from './test-company.js'
import type { Viewer, World } from './world.js'

export interface Entry {
  readonly id: string
  readonly at: string
  readonly action: string
  readonly actsAs: string
  readonly actor: { readonly name: string } | null
  readonly node: { readonly name: string } | null
  readonly entityId: string | null
  readonly requestId: string
  readonly changes: readonly {
    readonly field: string
    readonly before: string | null
    readonly after: string | null
  }[]
}

const LOG = `query ($filter: AuditLogFilter, $first: Int! = 100, $after: String) {
  auditLog(filter: $filter, first: $first, after: $after) {
    nodes { id at action actsAs actor { name } node { name } entityId requestId changes { field before after } }
    totalCount
    pageInfo { hasNextPage endCursor }
  }
}`

export interface AuditPage {
  readonly nodes: readonly Entry[]
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

/** What the viewer reads of the audit log through the API. */
export async function readAuditLog(
  world: World,
  viewer: Viewer,
  variables: { filter?: object; first?: number; after?: string | null } = {},
): Promise<AuditPage> {
  const { data, errors } = await world.run<{ auditLog: AuditPage } | null>(viewer, LOG, variables)
  if (!data) throw new Error(JSON.stringify(errors))
  return data.auditLog
}

/** Each entry as 'ACTION node', sorted. */
export function told({ nodes }: AuditPage): string[] {
  return nodes.map(({ action, node }) => (node ? `${action} ${node.name}` : action)).sort()
}

/** Only what came after the set-up of the company. */
export async function sinceThen(world: World, { admin }: TestCompany): Promise<{ from: string }> {
  const { nodes } = await readAuditLog(world, admin, { first: 1 })
  return { from: new Date(Date.parse(nodes[0]!.at) + 1).toISOString() }
}
