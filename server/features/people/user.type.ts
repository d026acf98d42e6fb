import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { DATA_VISIBILITIES, USER_STATUSES, type DataVisibility, type UserStatus } from '../../domain/user.js'
import { connectionType } from '../../platform/graphql/connection.js'
import { enumOf } from '../../platform/graphql/enum.js'
import { NodeType } from '../../platform/graphql/node.type.js'
import { DateTimeScalar } from '../../platform/graphql/scalars.js'

export const UserStatusEnum = enumOf(USER_STATUSES)
registerEnumType(UserStatusEnum, {
  name: 'UserStatus',
  description: 'Whether a person may sign in.',
  valuesConfig: {
    ACTIVE: { description: 'May sign in.' },
    DEACTIVATED: { description: 'May not sign in; the history is kept, and it can be undone.' },
    INVITED: { description: 'May not sign in yet: the invitation has not been accepted.' },
  },
})

export const DataVisibilityEnum = enumOf(DATA_VISIBILITIES)
registerEnumType(DataVisibilityEnum, {
  name: 'DataVisibility',
  description: 'Whether peers see a person in lists and rankings. Totals count everybody.',
  valuesConfig: {
    VISIBLE: { description: 'Peers see the person.' },
    HIDDEN: { description: 'Only the person and those who manage the person do.' },
  },
})

@ObjectType('User', {
  implements: [NodeType],
  simpleResolvers: true,
  description: 'A person of the company.',
})
export class UserType extends NodeType {
  @Field(() => String, { description: 'Identifies the person in the company; lower case.' })
  email: string

  @Field(() => String, {
    description:
      'The present name, also as of an earlier instant. So are the address, the status and the visibility.',
  })
  name: string

  @Field(() => UserStatusEnum, { description: 'Whether the person may sign in.' })
  status: UserStatus

  @Field(() => DataVisibilityEnum, { description: 'Whether peers see the person in lists and rankings.' })
  dataVisibility: DataVisibility

  @Field(() => Int, {
    description: 'Grows with every change of the person. Send it back as `expectedVersion`.',
  })
  version: number

  @Field(() => DateTimeScalar, {
    description: 'When the person was last changed: a name, an address, a status, a team.',
  })
  changedAt: Date

  asOf: Date | null
}

export const UserConnection = connectionType('User', UserType)
