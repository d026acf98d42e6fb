import type { Count, RowOutcome } from './import-plan.js'
import type { ImportResult } from './import-people.js'

const MOST_LISTED = 20

const HEADER = [
  'line',
  'status',
  'written',
  'member',
  'email',
  'department',
  'team',
  'column',
  'code',
  'reason',
]

/** Every row of the file and what became of it, as CSV. */
export function reportCsv(result: ImportResult): string {
  const rows = result.plan.rows.map((row) => [
    String(row.line),
    row.status,
    isWritten(result, row) ? 'yes' : 'no',
    row.member,
    row.email,
    row.department,
    row.team,
    row.error?.column ?? '',
    row.error?.code ?? '',
    row.reason,
  ])
  return [HEADER, ...rows].map((cells) => `${cells.map(quoted).join(',')}\n`).join('')
}

/** The outcome in a few lines for a terminal. */
export function reportText(result: ImportResult): string {
  const { plan, company, companyIsNew } = result
  const { departments, teams, people, leads, rows } = plan.counts
  const statuses = Object.entries(rows).flatMap(([status, count]) =>
    count > 0 ? [`${count} ${status.toLowerCase()}`] : [],
  )
  return [
    ...rejections(plan.rows),
    `${company}${companyIsNew ? ', a new company' : ''}: ${verdict(result)}`,
    `  departments  ${counted(departments)}`,
    `  teams        ${counted(teams)}`,
    `  people       ${people.created} created, ${people.moved} moved, ${people.unchanged} unchanged`,
    `  leads        ${counted(leads)}`,
    `  rows         ${plan.rows.length}: ${statuses.join(', ')}`,
    ...nextSteps(result),
  ].join('\n')
}

/** The rows that are wrong, the first of them by name. */
export function rejections(rows: readonly RowOutcome[]): string[] {
  const errors = rows.flatMap(({ error }) => error ?? [])
  const listed = errors.slice(0, MOST_LISTED).map(({ code, message }) => `${code}  ${message}`)
  const more = errors.length - listed.length
  return more > 0 ? [...listed, `… and ${more} more, see --report`] : listed
}

function verdict({ plan, dryRun, isAccepted }: ImportResult): string {
  const { REJECTED: rejected } = plan.counts.rows
  if (!isAccepted) {
    const remedy = rejected < plan.rows.length ? ', or import the others with --skip-invalid' : ''
    return `nothing was written, ${rejected} of ${plan.rows.length} rows are rejected. Correct them${remedy}. Planned were:`
  }
  if (dryRun) return 'a dry run, nothing was written. An import would mean:'
  return isEmpty(plan) ? 'nothing to do, it is all there.' : 'imported.'
}

function nextSteps({ plan, dryRun, isAccepted }: ImportResult): string[] {
  if (dryRun || !isAccepted) return []
  const { email, isNew } = plan.admin
  return [
    `The company admin is ${email}${isNew ? ', created' : ''}.`,
    `To look at it: npm start, and for a token: npm run token -- ${email}`,
  ]
}

function isEmpty({ nodes, people, seats, grants }: ImportResult['plan']): boolean {
  return nodes.length + people.length + seats.length + grants.length === 0
}

function isWritten({ dryRun, isAccepted }: ImportResult, { status }: RowOutcome): boolean {
  return isAccepted && !dryRun && (status === 'CREATED' || status === 'MOVED')
}

function counted({ created, unchanged }: Count): string {
  return `${created} created, ${unchanged} unchanged`
}

/** A cell of a CSV. */
export function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
