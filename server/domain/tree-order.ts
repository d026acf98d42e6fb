import { ORG_LEVELS, type OrgLevel } from './org-node.js'

interface NamedNode {
  readonly id: string
  readonly level: OrgLevel
  readonly name: string
}

/** Neither can be in a name. The first comes before any letter, so that a node stands right before what is below it. */
const [BELOW, THEN] = ['\u0001', '\u0002']

/**
 * A text by which nodes sort as they are read: each before what hangs below it, siblings by level, name and id.
 * @param path from the company down to the node.
 */
export function treeOrder(path: readonly NamedNode[]): string {
  return path
    .slice(1)
    .map(({ id, level, name }) => [ORG_LEVELS.indexOf(level), name, id].join(THEN))
    .join(BELOW)
}
