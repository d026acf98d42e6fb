import { CHECKS_OF_NUMBERS } from '../../../server/domain/diagnosis-checks.js'
import { onCompany } from '../../../server/features/org/permission.js'
import { assignTeams } from '../../../server/features/people/people.commands.js'
import { change } from '../../../server/platform/database/change.js'
import type { Person } from '../../../server/seed/company-builder.js'
import { codesOf } from '../../support/run-document.js'
import type { TestCompany } from '../../support/test-company.js'
import type { Viewer, World } from '../../support/world.js'

export const DIAGNOSIS = `
  query ($userId: ID!, $nodeId: ID, $metricId: ID, $surface: KeyMetricSurface!, $period: PeriodInput,
    $asOf: DateTime) {
    explainKeyMetric(userId: $userId, nodeId: $nodeId, metricId: $metricId, surface: $surface, period: $period,
      asOf: $asOf) {
      verdict surface
      user { id name } node { id name } metric { key }
      checks { check outcome evidence node { name } }
      trace { node { name } outcome visible rule { effect } }
      fixes { fix check description node { id name } by { id name } }
    }
  }`

interface Named {
  readonly id: string
  readonly name: string
}

export interface Told {
  readonly verdict: string
  readonly user: Named
  readonly node: Named | null
  readonly metric: { readonly key: string } | null
  readonly checks: readonly {
    readonly check: string
    readonly outcome: string
    readonly evidence: string
    readonly node: { readonly name: string } | null
  }[]
  readonly trace: readonly {
    readonly node: { readonly name: string }
    readonly outcome: string
    readonly rule: { readonly effect: string } | null
  }[]
  readonly fixes: readonly {
    readonly fix: string
    readonly check: string
    readonly description: string
    readonly node: Named | null
    readonly by: readonly Named[]
  }[]
}

export interface About {
  readonly userId: string
  readonly surface?: 'ORGANIZATION' | 'HOME' | 'PROFILE' | 'TEAM'
  readonly nodeId?: string
  readonly metricId?: string
  readonly period?: object
  readonly asOf?: Date
}

/** The answer with how it came: `text` is the body byte for byte, `codes` those of its errors. */
export async function ask(world: World, viewer: Viewer, about: About) {
  const variables = { surface: 'HOME', ...about }
  const answer = await world.run<{ explainKeyMetric: Told | null } | null>(viewer, DIAGNOSIS, variables)
  const { statements, text, errors } = answer
  return { told: answer.data?.explainKeyMetric ?? null, codes: codesOf(answer), errors, statements, text }
}

/** As `ask`, of which there must be an answer. */
export async function diagnosed(world: World, viewer: Viewer, about: About): Promise<Told> {
  const { told, errors } = await ask(world, viewer, about)
  expect(errors).toEqual([])
  if (!told) throw new Error('There is no such person, node or metric for who asks.')
  return told
}

/** Of a metric that the page shows: how it is computed is not said, unless a test says it. */
export const SHOWN = { verdict: 'NO_FORMULA' }

const isOfNumbers = ({ check }: { readonly check: string }) =>
  CHECKS_OF_NUMBERS.some((code) => code === check)

/** What did not pass, the numbers apart: ['GRANT_ON_NODE FAIL']. */
export function open({ checks }: Told): string[] {
  return checks
    .filter((one) => one.outcome !== 'PASS' && !isOfNumbers(one))
    .map(({ check, outcome }) => `${check} ${outcome}`)
}

/** The numbers apart: ['REMOVE_RULE on SALES by Dora Admin, Ada Admin']. */
export function fixesIn({ fixes }: Told): string[] {
  const others = fixes.filter((one) => !isOfNumbers(one))
  return others.map(({ fix, node, by }) => {
    const where = node ? ` on ${node.name}` : ''
    return `${fix}${where} by ${by.map(({ name }) => name).join(', ')}`
  })
}

/** Puts somebody into the company, and answers who it is. */
export async function joining({ id, build }: TestCompany, person: Omit<Person, 'email'>): Promise<Viewer> {
  const email = `${person.name.toLowerCase().replace(' ', '.')}@acme.example`
  const [userId] = await build.people([{ email, ...person }])
  return { userId: userId!, companyId: id }
}

/** Now in that team; null: in none. */
export async function moving({ build }: TestCompany, userId: string, teamId: string | null): Promise<void> {
  await change(build.ctx, onCompany('move people'), (tx) => assignTeams(tx, [{ userId, teamId }]))
}

/** Written past the API, for what a test only starts from. */
export async function setting(
  { database }: World,
  { userId }: Viewer,
  column: 'status' | 'data_visibility',
  value: string,
): Promise<void> {
  await database.query(`UPDATE app_user SET ${column} = $2 WHERE id = $1`, [userId, value])
}
