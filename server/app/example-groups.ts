/** What opens first. */
const FIRST = ['GetOrganization', 'HideKeyMetric', 'GetKeyMetricStatus', 'ListKeyMetricRules']

/** By task, in the order in which they are shown: an operation is in the first one whose pattern it fits. */
const GROUPS: readonly (readonly [RegExp, string])[] = [
  [/^Get(Viewer|Organization|Company|Department|Team|OrgNode)$/, 'Read the organisation'],
  [/^(?!On).*KeyMetric/, 'Key metrics of a node'],
  [/^Get(Home|Profile|TeamPage)$|TeamPageMembers|Leaderboard|OrganizationOverview/, 'Pages to show'],
  [/^On[A-Z]/, 'Follow what happens'],
  [/Target|Progress|Celebration/, 'Targets, progress and celebrations'],
  [/^CompareOrganization|Scheduled|AuditLog|DeletedNodes/, 'What was and what is planned'],
  [/Nodes?$/, 'Change the organisation'],
  [/Activit|Reconcile|LinkPerson|UnlinkedPeople/, 'Activities and where they come from'],
  [/Metric/, 'The catalogue'],
  [/Calendar|Period|Frequency/, 'The calendar'],
  [
    /Users?$|Memberships|Members$|Managers|Administrators|Role$|Invitation|Unassigned|Visibility|SignOut/,
    'People',
  ],
  [/ApiKey/, 'API keys'],
]

/** Changes that are offered a second time, to see what they would do. */
export const DRY_RUNS: readonly string[] = [
  'HideKeyMetric',
  'MoveNode',
  'DeleteNode',
  'MoveUsers',
  'ArchiveMetric',
]
export const DRY_RUN_GROUP = 'See what a change would do'

/** Where an operation is that fits no group: a test keeps it empty. */
export const NO_GROUP = 'Others'

const ORDER = GROUPS.map(([, group]) => group)
ORDER.splice(ORDER.indexOf('Pages to show') + 1, 0, DRY_RUN_GROUP)

export function groupOf(operation: string): string {
  return GROUPS.find(([pattern]) => pattern.test(operation))?.[1] ?? NO_GROUP
}

interface Placed {
  readonly name: string
  readonly group: string
  readonly document: string
}

/** First what opens first, then group by group, and of each group first what only reads. */
export function inOrder<T extends Placed>(examples: readonly T[]): T[] {
  return [...examples].sort(
    (a, b) => firstness(a) - firstness(b) || place(a) - place(b) || changes(a) - changes(b),
  )
}

function changes({ document }: Placed): number {
  return Number(/^mutation/m.test(document))
}

function firstness({ name, group }: Placed): number {
  const index = group === DRY_RUN_GROUP ? -1 : FIRST.indexOf(name)
  return index < 0 ? FIRST.length : index
}

function place({ group }: Placed): number {
  const index = ORDER.indexOf(group)
  return index < 0 ? ORDER.length : index
}
