import { Field, ID, InputType, Int } from 'type-graphql'
import type { DataVisibility } from '../../domain/user.js'
import type { Role } from '../../domain/viewer.js'
import { RoleEnum } from './role-assignment.type.js'
import { DataVisibilityEnum } from './user.type.js'

const VERSION = 'The `version` of the person that you have read.'

@InputType('GrantRoleInput', { description: 'Which role to give whom on which node.' })
export class GrantRoleInput {
  @Field(() => ID, { description: 'Who gets it: an active person.' })
  userId: string

  @Field(() => ID, { description: 'On which node; it reaches everything below.' })
  nodeId: string

  @Field(() => RoleEnum, { description: 'Which role.' })
  role: Role
}

@InputType('RevokeRoleInput', { description: 'Which role to take from whom on which node.' })
export class RevokeRoleInput {
  @Field(() => ID, { description: 'Who holds it.' })
  userId: string

  @Field(() => ID, {
    description: 'The very node it is held on; what is held above stays.',
  })
  nodeId: string

  @Field(() => RoleEnum, { description: 'Which role.' })
  role: Role
}

@InputType('UpdateUserInput', { description: 'What to call a person from now on.' })
export class UpdateUserInput {
  @Field(() => ID, { description: 'Which person.' })
  userId: string

  @Field(() => String, { nullable: true, description: 'The name as it is shown. Left out or null: stays.' })
  name?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Identifies the person in the company. Left out or null: stays.',
  })
  email?: string | null

  @Field(() => Int, { description: VERSION })
  expectedVersion: number
}

@InputType('DeactivateUserInput', { description: 'Whom to keep from signing in.' })
export class DeactivateUserInput {
  @Field(() => ID, { description: 'Which person.' })
  userId: string

  @Field(() => Int, { description: VERSION })
  expectedVersion: number
}

@InputType('ReactivateUserInput', { description: 'Whom to let sign in again.' })
export class ReactivateUserInput {
  @Field(() => ID, { description: 'Which person.' })
  userId: string

  @Field(() => Int, { description: VERSION })
  expectedVersion: number
}

@InputType('SetDataVisibilityInput', { description: 'Whom to hide from peers, or to show again.' })
export class SetDataVisibilityInput {
  @Field(() => ID, { description: 'Which person.' })
  userId: string

  @Field(() => DataVisibilityEnum, { description: 'Whether peers see the person in lists and rankings.' })
  dataVisibility: DataVisibility

  @Field(() => Int, { description: VERSION })
  expectedVersion: number
}

@InputType('SignOutEverywhereInput', { description: 'Whose tokens to take back.' })
export class SignOutEverywhereInput {
  @Field(() => ID, { description: 'Which person: yourself, or with the rights of a company admin anybody.' })
  userId: string

  @Field(() => Int, { description: VERSION })
  expectedVersion: number
}
