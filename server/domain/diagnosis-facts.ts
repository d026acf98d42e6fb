import type { Numbers } from './diagnosis-numbers.js'
import type { MetricInForce } from './metric.js'
import type { NodeConfiguration } from './resolution.js'
import type { SightOfNode } from './sight.js'
import type { Surface } from './surface.js'
import type { DataVisibility, UserStatus } from './user.js'
import type { Person } from './viewer.js'

export interface NamedMetric extends MetricInForce {
  readonly name: string
}

/** The node that a page is about, as who asks sees it. */
export interface Page {
  /** From the company down to the node. */
  readonly path: readonly [NodeConfiguration, ...NodeConfiguration[]]
  /** NAME: what is configured there is not for who asks. */
  readonly sight: SightOfNode
}

/**
 * All that a diagnosis is made from, at one instant. Who asks and who is asked about may be two: `person` is who looks
 * at the page; what is not for who asks is left out here, and is answered as UNKNOWN.
 */
export interface DiagnosisFacts {
  readonly surface: Surface
  /** With the team, and with the roles on nodes that who asks sees. */
  readonly person: Person
  readonly name: string
  readonly status: UserStatus
  readonly dataVisibility: DataVisibility
  readonly isNodeAskedFor: boolean
  /** Null: the page has no node. UNSEEN: it has one that is out of sight for who asks. */
  readonly page: Page | 'UNSEEN' | null
  /** Null: the page as a whole is asked about, that is any metric. */
  readonly metric: NamedMetric | null
  readonly catalogue: ReadonlyMap<string, NamedMetric>
  readonly numbers: Numbers
  /** Null for a node out of sight for who asks. */
  readonly nameOf: (nodeId: string) => string | null
}

/** The name of a node that is in sight: all nodes of the path of one are. */
export function seenName({ nameOf }: DiagnosisFacts, nodeId: string): string {
  return nameOf(nodeId) ?? 'a node that you do not see'
}

export function nodeOfPage({ path }: Page): NodeConfiguration {
  return path.at(-1)!
}
