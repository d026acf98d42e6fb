import { Field, ID, InputType, Int } from 'type-graphql'
import { NAME_LIMIT } from '../../domain/text.js'

@InputType()
abstract class NewPersonInput {
  @Field(() => String, {
    description: 'Identifies the person in the company, and is what an identity provider signs in by.',
  })
  email: string

  @Field(() => String, { description: `The name as it is shown, at most ${NAME_LIMIT} characters.` })
  name: string

  @Field(() => ID, { nullable: true, description: 'In which team. Left out or null: in none yet.' })
  teamId?: string | null
}

@InputType('CreateUserInput', { description: 'Whom to add.' })
export class CreateUserInput extends NewPersonInput {}

@InputType('InviteUserInput', {
  description: 'Whom to invite. Of who is invited already, name and team stay as they are.',
})
export class InviteUserInput extends NewPersonInput {}

@InputType('RevokeInvitationInput', { description: 'Whose invitation to take back.' })
export class RevokeInvitationInput {
  @Field(() => ID, { description: 'Which person.' })
  userId: string

  @Field(() => Int, { description: 'The `version` of the person that you have read.' })
  expectedVersion: number
}

@InputType('AcceptInvitationInput', { description: 'Which invitation to accept.' })
export class AcceptInvitationInput {
  @Field(() => String, { description: 'What the link carried, exactly as it was sent.' })
  token: string
}
