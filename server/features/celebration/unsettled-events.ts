import type { LocalDate } from '../../domain/calendar.js'
import type { Topic } from '../../platform/database/change-event.entity.js'
import type { Change } from '../../platform/database/change.js'

/** As many events are looked at in one transaction. */
const MAX_EVENTS = 500

/** What the events of one topic touched, all together. */
export interface Touched {
  readonly nodeIds: ReadonlySet<string>
  readonly userIds: ReadonlySet<string>
  readonly days: ReadonlySet<LocalDate>
  readonly metricIds: ReadonlySet<string>
}

export type Unsettled = ReadonlyMap<Topic, Touched>

/** What was committed and nobody has looked at; with the end of the transaction it has been. */
export async function takeUnsettled({ manager, companyId, at }: Change): Promise<Unsettled> {
  const [rows] = await manager.query<[Row[], number]>(
    `UPDATE change_event e SET settled_at = $2
      WHERE e.company_id = $1 AND (e.transaction, e.id) IN (
            SELECT transaction, id FROM change_event
             WHERE company_id = $1 AND settled_at IS NULL LIMIT ${MAX_EVENTS})
     RETURNING e.topic, e.node_ids AS "nodeIds", e.user_ids AS "userIds", e.days::text[] AS days,
               e.metric_ids AS "metricIds"`,
    [companyId, at],
  )
  const topics = [...new Set(rows.map(({ topic }) => topic))]
  return new Map(topics.map((topic) => [topic, together(rows.filter((row) => row.topic === topic))]))
}

interface Row {
  readonly topic: Topic
  readonly nodeIds: string[]
  readonly userIds: string[]
  readonly days: string[]
  readonly metricIds: string[]
}

function together(rows: readonly Row[]): Touched {
  const all = (field: Exclude<keyof Row, 'topic'>) => new Set(rows.flatMap((row) => row[field]))
  return { nodeIds: all('nodeIds'), userIds: all('userIds'), days: all('days'), metricIds: all('metricIds') }
}
