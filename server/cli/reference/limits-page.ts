import { DEADLINE_MS } from '../../app/graphql-server.js'
import { MAX_STREAMS } from '../../app/live-requests.js'
import { MAX_ACTIVITY_TYPES } from '../../domain/activity-type.js'
import { FUTURE_HOURS, KEY_LIMIT, MAX_BATCH } from '../../domain/activity.js'
import { MAX_API_KEYS, MAX_LIFETIME_DAYS, MAX_OVERLAP_DAYS } from '../../domain/api-key.js'
import { INTEGER_DIGITS, SCALE } from '../../domain/decimal.js'
import { LIFETIME_DAYS } from '../../domain/invitation.js'
import { MAX_METRICS } from '../../domain/metric.js'
import { MAX_ORG_NODES } from '../../domain/org-node.js'
import { MAX_COPIED_TARGETS, MAX_TARGETS } from '../../domain/target.js'
import { DESCRIPTION_LIMIT, NAME_LIMIT } from '../../domain/text.js'
import { MAX_DAYS } from '../../features/activity/reconcile.loaders.js'
import { MAX_PERIODS } from '../../features/calendar/period.js'
import { MAX_LISTED } from '../../features/impact/impact.loaders.js'
import { MAX_CELLS } from '../../features/page/organization-overview.loaders.js'
import { MAX_MOVES } from '../../features/people/move-users.commands.js'
import { MAX_UPCOMING } from '../../features/schedule/schedule-change.commands.js'
import { DEFAULT_PAGE, MAX_PAGE } from '../../platform/graphql/connection.js'
import { DOCUMENT_LIMITS } from '../../platform/graphql/limits/document-limits.js'
import { MAX_TOKENS } from '../../platform/graphql/limits/document-refusal.js'
import { MAX_OBJECTS } from '../../platform/graphql/limits/object-budget.js'
import {
  COST_OF_POINT,
  LIST_LENGTH,
  MAX_COST,
  POINTS_OF_REFUSAL,
} from '../../platform/graphql/limits/operation-cost.js'
import { MAX_IDS } from '../../platform/graphql/node.type.js'
import { BODY_LIMIT } from '../../platform/http/http-server.js'
import { MAX_JSON_DEPTH } from '../../platform/http/json-bodies.js'
import { MAX_FRAME } from '../../platform/live/web-socket.js'
import { pageOf, table, type Page } from './markdown.js'

const INTRODUCTION = `Beyond a limit of a request the answer is an error with the code \`LIMIT_EXCEEDED\`, and beyond one of what a
company holds a \`userErrors\` entry with the same code. Either names the figure that came and the limit.`

const COST = `A field costs 1, and what is below a list as often as the list is long: as \`first\` or \`ids\` say, ${LIST_LENGTH} times where
the document does not say it. Each request takes one point of its caller's [rate limit](settings.md), and one more for
each ${figure(COST_OF_POINT)} of its cost; a document that is refused takes ${POINTS_OF_REFUSAL} more.`

export function limitsPage(): Page {
  const document = Object.values(DOCUMENT_LIMITS).map(({ most, of }): Limit => [of, most])
  return pageOf(
    ...(['limits.md', 'Limits', INTRODUCTION] as const),
    ...(['## A document', limits([['tokens', MAX_TOKENS], ...document])] as const),
    ...(['## The cost of an operation', COST, limits([['cost', MAX_COST]])] as const),
    ...(['## A request', limits(REQUEST)] as const),
    ...(['## A company', limits(COMPANY)] as const),
    ...(['## A value', limits(VALUE)] as const),
  )
}

type Limit = readonly [of: string, most: number]

const REQUEST: readonly Limit[] = [
  ['bytes of a body', BODY_LIMIT],
  ['levels of JSON within JSON in a body', MAX_JSON_DEPTH],
  ['seconds until it is answered with `OVERLOADED`; of a subscription, for each event', DEADLINE_MS / 1_000],
  [`items of a page; ${DEFAULT_PAGE} without \`first\``, MAX_PAGE],
  ['ids of `nodes(ids:)`', MAX_IDS],
  ['activities of `logActivities`', MAX_BATCH],
  ['people of `moveUsers`', MAX_MOVES],
  ['targets of `setTargets`', MAX_TARGETS],
  ['targets that `copyTargets` copies', MAX_COPIED_TARGETS],
  ['pairs of node and metric of `organizationOverview`', MAX_CELLS],
  [
    '`effectiveKeyMetrics` of all nodes of a tree, when something is asked of them that is not the same for everybody, such as `progress`',
    MAX_OBJECTS,
  ],
  ['items of each list of an `impact`, whose totals count all', MAX_LISTED],
  ['`periods`, and periods that `offset` may lead away', MAX_PERIODS],
  ['days of `reconcile`', MAX_DAYS],
  ['subscriptions that one caller has open with one server', MAX_STREAMS],
  ['bytes of a message over a WebSocket', MAX_FRAME],
]

const COMPANY: readonly Limit[] = [
  ['departments and teams, the company itself included', MAX_ORG_NODES],
  ['metrics', MAX_METRICS],
  ['activity types', MAX_ACTIVITY_TYPES],
  ['API keys that count', MAX_API_KEYS],
  ['days until an API key ends, if it does', MAX_LIFETIME_DAYS],
  ['days that a replaced secret lives on', MAX_OVERLAP_DAYS],
  ['days in which an invitation counts', LIFETIME_DAYS],
  ['changes that are to come (`effectiveAt`)', MAX_UPCOMING],
]

const VALUE: readonly Limit[] = [
  ['characters of a name or label', NAME_LIMIT],
  ['characters of a description or note', DESCRIPTION_LIMIT],
  ['characters of a `source`, `externalId` or `personReference`', KEY_LIMIT],
  ['digits of a `Decimal` before the point', INTEGER_DIGITS],
  ['digits of a `Decimal` after the point', SCALE],
  ['hours that `occurredAt` may lie ahead', FUTURE_HOURS],
]

function limits(rows: readonly Limit[]): string {
  return table(
    ['At most', ''],
    rows.map(([of, most]) => [figure(most), of]),
  )
}

function figure(number: number): string {
  return number.toLocaleString('en')
}
