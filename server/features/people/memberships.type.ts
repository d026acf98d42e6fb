import { Field, ID, ObjectType } from 'type-graphql'
import { connectionType } from '../../platform/graphql/connection.js'
import { DateTimeScalar } from '../../platform/graphql/scalars.js'
import type { MembershipRow } from './memberships.loaders.js'

@ObjectType('Membership', { simpleResolvers: true, description: 'A time that a person was in a team.' })
export class MembershipType implements MembershipRow {
  @Field(() => ID, { description: 'The id of the team, also of one that is gone.' })
  teamId: string

  @Field(() => String, { description: 'The present name of the team; of one that is gone, its last.' })
  teamName: string

  @Field(() => DateTimeScalar, { description: 'From this instant on.' })
  validFrom: Date

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until this instant; null while it lasts.' })
  validTo: Date | null

  userId: string
}

export const MembershipConnection = connectionType('Membership', MembershipType)
