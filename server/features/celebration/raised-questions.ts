import type { Calendar, LocalDate } from '../../domain/calendar.js'
import { pathTo } from '../../domain/org-node.js'
import type { Change } from '../../platform/database/change.js'
import { loadTree } from '../org/tree.loaders.js'
import { openDays, questionsOn, type Question, type Tracked } from './question.js'
import type { Touched, Unsettled } from './unsettled-events.js'

interface Given {
  readonly unsettled: Unsettled
  readonly tracked: readonly Tracked[]
  readonly calendar: Calendar
  readonly today: LocalDate
}

/**
 * What events make uncertain. Activities: whoever they are credited to, on their days. Targets: whose they are and those
 * above, in what is running, since they may be carried there. The configuration: everybody, in what is running. What of
 * the past they change is looked at with what has ended.
 */
export async function loadQuestions(tx: Change, given: Given): Promise<Question[]> {
  const { unsettled, tracked, calendar, today } = given
  const [activities, targets] = [unsettled.get('ACTIVITIES'), unsettled.get('TARGETS')]
  const ofActivities = activities
    ? questionsOn(calendar, tracked, activities.days, new Set([...activities.nodeIds, ...activities.userIds]))
    : []
  const ofTargets = targets
    ? questionsOn(calendar, itsMetrics(tracked, targets), openDays(today), await withThoseAbove(tx, targets))
    : []
  const ofConfiguration = unsettled.has('CONFIGURATION')
    ? questionsOn(calendar, tracked, openDays(today), null)
    : []
  return [...ofActivities, ...ofTargets, ...ofConfiguration]
}

function itsMetrics(tracked: readonly Tracked[], { metricIds }: Touched): Tracked[] {
  return tracked.filter(({ metricId }) => metricIds.has(metricId))
}

async function withThoseAbove(tx: Change, { nodeIds, userIds }: Touched): Promise<Set<string>> {
  const tree = await loadTree(tx, null)
  const above = [...nodeIds].flatMap((id) => pathTo(tree, id).map((node) => node.id))
  return new Set([...nodeIds, ...above, ...userIds])
}
