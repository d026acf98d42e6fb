import { quoted } from '../import-report.js'
import type { ActivitiesResult } from './import-activities.js'
import type { Outcome } from './listener.js'
import { MOST_LISTED, STATUSES, totalOf } from './tally.js'

const HEADER = [
  ...(['file', 'line', 'status', 'written', 'type', 'externalId', 'person'] as const),
  ...(['column', 'code', 'reason'] as const),
]

export const REPORT_HEADER = `${HEADER.join(',')}\n`

/** One line of the report. */
export function reportLine(outcome: Outcome): string {
  const cells = HEADER.map((field) =>
    field === 'written' ? (outcome.written ? 'yes' : 'no') : String(outcome[field]),
  )
  return `${cells.map(quoted).join(',')}\n`
}

/** The outcome in a few lines for a terminal. */
export function activitiesText(result: ActivitiesResult): string {
  const { order, survey, tally, isAccepted } = result
  const { rows, ignored, rejected, activities, repeated } = survey
  const again = repeated > 0 ? `, ${repeated} of them told again` : ''
  return [
    ...refusals(result),
    `Activities of “${order.mapping.source}” for ${Object.values(order.company).join('')}: ${verdict(result)}`,
    `  rows         ${rows}: ${ignored} to be ignored, ${rejected} rejected`,
    `  activities   ${activities + repeated}${again}`,
    ...[...tally.byType].map(([type, counts]) => {
      const parts = STATUSES.flatMap((status) =>
        counts[status] > 0 ? [`${counts[status]} ${status.toLowerCase()}`] : [],
      )
      return `    ${type}: ${parts.join(', ')}`
    }),
    ...(isAccepted ? prepared(result) : []),
    ...keptAside(result),
  ].join('\n')
}

/** The rows that are wrong and the activities that the company refused, the first of them by name. */
export function refusals({ survey, tally }: ActivitiesResult): string[] {
  const listed = [...survey.errors, ...tally.errors].slice(0, MOST_LISTED)
  const more = survey.rejected + totalOf(tally, 'REJECTED') - listed.length
  const lines = listed.map(({ code, message }) => `${code}  ${message}`)
  return more > 0 ? [...lines, `… and ${more} more, see --report`] : lines
}

function verdict({ order, survey: { rejected, activities }, tally, isAccepted }: ActivitiesResult): string {
  if (!isAccepted) {
    const remedy = activities > 0 ? ', or import the others with --skip-invalid' : ''
    return `nothing was written, ${rejected} rows are rejected. Correct them${remedy}.`
  }
  if (order.dryRun) return 'a dry run, nothing was written. An import would mean:'
  return totalOf(tally, 'CREATED') + totalOf(tally, 'UPDATED') > 0
    ? 'imported.'
    : 'nothing to do, it is all there.'
}

function prepared({ setUp, people: { links } }: ActivitiesResult): string[] {
  return [
    ...made('types made  ', setUp.types),
    ...made('metrics made', setUp.metrics),
    ...(links.size > 0 ? [`  linked       ${links.size} people, by their names`] : []),
  ]
}

function made(title: string, things: readonly { readonly key: string }[]): string[] {
  return things.length > 0 ? [`  ${title} ${things.map(({ key }) => key).join(', ')}`] : []
}

function keptAside({ order: { mapping }, tally: { keptAside: aside }, people }: ActivitiesResult): string[] {
  if (aside.size === 0) return []
  const all = [...aside.values()].reduce((sum, one) => sum + one, 0)
  const names = [...aside].sort(([, a], [, b]) => b - a).slice(0, MOST_LISTED)
  const reasonOf = (name: string) => (people.ambiguous.has(name) ? ', a name of several people' : '')
  const more = aside.size > names.length ? [`  … and ${aside.size - names.length} more people`] : []
  const source = JSON.stringify(mapping.source)
  return [
    `Kept aside and counted nowhere, of people whom nobody knows: ${all} activities.`,
    ...names.map(([name, one]) => `  “${name}”: ${one}${reasonOf(name)}`),
    ...more,
    `Say who they are: mutation { linkPerson(input: { source: ${source}, reference: "…", userId: "…" }) { userErrors { message } } }`,
  ]
}
