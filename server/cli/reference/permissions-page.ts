import { ACTIONS, EXTENTS_OF_ACTION, SCOPE_OF_ACTION } from '../../domain/policy.js'
import { CAPACITIES } from '../../domain/viewer.js'
import { code, pageOf, table, type Page } from './markdown.js'

const INTRODUCTION = `Who may do what. A person acts in every capacity that they hold, and the strongest counts; whoever holds
none is a member of their team. The words are those of refusals: "… may configure key metrics".`

const WORDS = `**anywhere**: on every node of the company. **subtree**: on the node that the role is held on, and below.
**below**: below it only. **delegated**: on the subtree, where the company's
[\`keyMetricDelegation\`](enums.md#keymetricdelegation) is \`HIDE_AND_ADD\`. **peers**: oneself and the visible people of one's
team. **self**: oneself. The scope is what an [API key](../guides/integration.md#an-api-key) needs for it, on the node it is
bound to and below.`

export function permissionsPage(): Page {
  const capacities = CAPACITIES.map((capacity) => capacity.toLowerCase().replace('_', ' '))
  const rows = ACTIONS.map((action) => [
    action,
    ...EXTENTS_OF_ACTION[action].map((extent) => (extent === 'no' ? '–' : extent)),
    SCOPE_OF_ACTION[action] === null ? '–' : code(SCOPE_OF_ACTION[action]),
  ])
  return pageOf(
    ...(['permissions.md', 'Permissions', INTRODUCTION, WORDS] as const),
    table(['', ...capacities, 'scope'], rows),
  )
}
