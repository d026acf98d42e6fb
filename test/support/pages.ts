import { createClient, type Client } from '../../sdk/index.js'
import { viewer } from './activity-company.js'
import type { TestCompany } from './test-company.js'
import type { Viewer, World } from './world.js'

/** The SDK, as somebody uses it. */
export async function clientOf(world: World, who: Viewer): Promise<Client> {
  return createClient({ url: `${world.url}/graphql`, token: await world.token(who) })
}

/** The same, of a company whose people are spoken of by the first part of their address. */
export const asking = (world: World, company: TestCompany) => (name: string) =>
  clientOf(world, viewer(company, name))

/** March 2026, whatever the frequency of the key metric. */
export const MARCH = { frequency: 'MONTHLY', containing: '2026-03-15' }

interface Row {
  readonly metric: { readonly key: string }
  readonly progress: { readonly actual: string | null } | null
}

/** What there is of each metric, by its key: '10'; null for what is not computed. */
export function actuals(page: { readonly keyMetrics: readonly Row[] } | null | undefined) {
  const rows = page?.keyMetrics ?? []
  return Object.fromEntries(rows.map(({ metric, progress }) => [metric.key, progress && progress.actual]))
}

interface Notice {
  readonly verdict: string
  readonly fixes: readonly {
    readonly fix: string
    readonly node: { readonly name: string } | null
    readonly by: readonly { readonly name: string }[]
  }[]
}

/** ['NO_TEAM', 'ASSIGN_TEAM by Ada Admin']; null: nothing is said. */
export function said(notice: Notice | null | undefined): string[] | null {
  if (!notice) return null
  const fixes = notice.fixes.map(({ fix, node, by }) => {
    const where = node ? ` on ${node.name}` : ''
    return `${fix}${where} by ${by.map(({ name }) => name).join(', ')}`
  })
  return [notice.verdict, ...fixes]
}
