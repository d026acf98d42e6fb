import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { ROLES, type Role } from '../../domain/viewer.js'
import { connectionType } from '../../platform/graphql/connection.js'
import { enumOf } from '../../platform/graphql/enum.js'
import { NodeType } from '../../platform/graphql/node.type.js'
import { DateTimeScalar } from '../../platform/graphql/scalars.js'

export const RoleEnum = enumOf(ROLES)
registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'What a person may do on a node and below it.',
  valuesConfig: {
    ADMIN: {
      description: 'Configures the node; on the company: the company admin, who configures everything.',
    },
    MANAGER: { description: 'Runs the node: the department manager, the team lead.' },
  },
})

@ObjectType('RoleAssignment', {
  implements: [NodeType],
  simpleResolvers: true,
  description: 'A role that a person holds on a node, and with it on everything below.',
})
export class RoleAssignmentType extends NodeType {
  @Field(() => RoleEnum, { description: 'Which role.' })
  role: Role

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  validFrom: Date

  userId: string
  nodeId: string
  asOf: Date | null
}

export const RoleAssignmentConnection = connectionType('RoleAssignment', RoleAssignmentType)
