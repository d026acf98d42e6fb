import { diagnose, type Diagnosis } from '../../server/domain/diagnosis.js'
import { CHECKS_OF_NUMBERS } from '../../server/domain/diagnosis-checks.js'
import type { DiagnosisFacts, NamedMetric, Page } from '../../server/domain/diagnosis-facts.js'
import type { Numbers } from '../../server/domain/diagnosis-numbers.js'
import { openingNode, type Surface } from '../../server/domain/surface.js'
import type { Role } from '../../server/domain/viewer.js'
import type { SightOfNode } from '../../server/domain/sight.js'
import { metric, pathOf, type Organisation } from './vocabulary.js'

/** Somebody who looks for a metric; a visible, active member of OSLO without roles unless told otherwise. */
export interface Looking {
  readonly surface?: Surface
  readonly team?: string | null
  /** ['MANAGER SALES'] */
  readonly roles?: readonly string[]
  readonly isDeactivated?: boolean
  readonly isHidden?: boolean
  /** The node asked for; left out: none. */
  readonly node?: string
  /** REV; null: the page as a whole. */
  readonly metric?: string | null
  readonly numbers?: Numbers
  /** What who asks sees of the page's node. */
  readonly sight?: SightOfNode | null
}

export function factsOf(organisation: Organisation, looking: Looking): DiagnosisFacts {
  const { surface = 'HOME', node, metric: key = 'REV', numbers = null, sight = 'WHOLE' } = looking
  const person = personOf(organisation, looking)
  const nodeId = node ?? openingNode(surface, person)
  const catalogue = new Map([...organisation.metrics].map(([id, entry]) => [id, { ...entry, name: id }]))
  const asked: NamedMetric | null =
    key === null ? null : (catalogue.get(key) ?? { ...metric(key), name: key })
  return {
    ...{ surface, person, catalogue, numbers, metric: asked, name: 'Mia' },
    status: looking.isDeactivated ? 'DEACTIVATED' : 'ACTIVE',
    dataVisibility: looking.isHidden ? 'HIDDEN' : 'VISIBLE',
    isNodeAskedFor: node !== undefined,
    page: nodeId === null ? null : sight === null ? 'UNSEEN' : { path: pathTo(organisation, nodeId), sight },
    nameOf: (id) => (sight === null ? null : id),
  }
}

function personOf({ nodes }: Organisation, { team = 'OSLO', roles = [] }: Looking): DiagnosisFacts['person'] {
  const held = roles.map((text) => {
    const [role, nodeId] = text.split(' ') as [Role, string]
    return { role, nodeId, level: nodes.find(({ id }) => id === nodeId)!.level }
  })
  const grants = { teamId: team, roles: held, delegation: 'NONE' } as const
  return { kind: 'PERSON', userId: 'mia', companyId: 'ACME', ...grants }
}

function pathTo(organisation: Organisation, nodeId: string): Page['path'] {
  return pathOf(organisation, nodeId) as unknown as Page['path']
}

export function diagnosis(organisation: Organisation, looking: Looking = {}): Diagnosis {
  return diagnose(factsOf(organisation, looking))
}

/** The verdict; what did not pass, the numbers apart; the fixes. */
export function told(organisation: Organisation, looking: Looking = {}): [string, string[], string[]] {
  const { verdict, checks, fixes } = diagnosis(organisation, looking)
  const open = checks.filter(({ check, outcome }) => outcome !== 'PASS' && !CHECKS_OF_NUMBERS.includes(check))
  return [
    verdict,
    open.map(({ check, outcome }) => `${check} ${outcome}`),
    fixes.map(({ fix, nodeId }) => [fix, nodeId].join(' ').trim()),
  ]
}
