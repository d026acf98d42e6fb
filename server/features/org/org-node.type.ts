import { Field, Int, InterfaceType, ObjectType, registerEnumType } from 'type-graphql'
import { ORG_LEVELS, type OrgLevel } from '../../domain/org-node.js'
import { enumOf } from '../../platform/graphql/enum.js'
import { NotShared } from '../../platform/graphql/execution/sharing.js'
import { NodeType } from '../../platform/graphql/node.type.js'

export const OrgLevelEnum = enumOf(ORG_LEVELS)

registerEnumType(OrgLevelEnum, {
  name: 'OrgLevel',
  description:
    'Where a node stands in the tree: company, department, team. There are three levels and no more.',
  valuesConfig: {
    COMPANY: { description: 'The root, and the tenant.' },
    DEPARTMENT: { description: 'Hangs under the company.' },
    TEAM: { description: 'Hangs under a department, or straight under the company.' },
  },
})

/** How a field says that it is for nodes seen whole. */
export const NULL_ABOVE =
  'Null on a node above your own, of which you see the name only, and at an instant at which there was no such node.'

export const TYPE_OF_LEVEL: Record<OrgLevel, string> = {
  COMPANY: 'Company',
  DEPARTMENT: 'Department',
  TEAM: 'Team',
}

export function typeOfOrgNode({ level }: { readonly level: OrgLevel }): string {
  return TYPE_OF_LEVEL[level]
}

@InterfaceType('OrgNode', {
  implements: NodeType,
  resolveType: typeOfOrgNode,
  description: 'A company, a department or a team: what key metrics are in force on.',
})
export abstract class OrgNodeType extends NodeType {
  @Field(() => String, {
    description:
      'Its present name, also as of an earlier instant. A past is looked for under the name that is known today; what it was called before is in the audit log.',
  })
  name: string

  @Field(() => OrgLevelEnum, { description: 'Company, department or team.' })
  level: OrgLevel

  @NotShared()
  @Field(() => Int, {
    description:
      'Grows with every change of the node or of its key metrics. Send it back as `expectedVersion`. 0 on a node of which you see the name only.',
  })
  version: number

  parentId: string | null
  asOf: Date | null
}

@ObjectType('Company', {
  implements: [OrgNodeType],
  simpleResolvers: true,
  description: 'The root of the tree.',
})
export class CompanyType extends OrgNodeType {}

@ObjectType('Department', {
  implements: [OrgNodeType],
  simpleResolvers: true,
  description: 'A part of the company, with teams below it.',
})
export class DepartmentType extends OrgNodeType {}

@ObjectType('Team', {
  implements: [OrgNodeType],
  simpleResolvers: true,
  description: 'People who work together; the lowest level of the tree.',
})
export class TeamType extends OrgNodeType {}
