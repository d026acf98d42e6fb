import { Field, ID, InputType, Int } from 'type-graphql'

@InputType()
abstract class ActivityTypeChange {
  @Field(() => ID, { description: 'Which activity type.' })
  activityTypeId: string

  @Field(() => Int, { description: 'The `version` of the activity type that you read.' })
  expectedVersion: number
}

const NAME = 'The name as it is shown; 1 to 120 characters.'

@InputType('CreateActivityTypeInput', {
  description: 'A new kind of fact to log. It is offered nowhere until a node enables it.',
})
export class CreateActivityTypeInput {
  @Field(() => String, {
    description: '1 to 40 of A-Z, 0-9 and _, beginning with a letter. Unique, and for ever.',
  })
  key: string

  @Field(() => String, { description: NAME })
  name: string
}

@InputType('UpdateActivityTypeInput', {
  description: 'What to change of an activity type. The key never changes.',
})
export class UpdateActivityTypeInput extends ActivityTypeChange {
  @Field(() => String, { description: NAME })
  name: string
}

@InputType('ArchiveActivityTypeInput', {
  description: 'Which activity type to take out of use, everywhere at once.',
})
export class ArchiveActivityTypeInput extends ActivityTypeChange {}

@InputType('RestoreActivityTypeInput', {
  description: 'Which archived activity type to take into use again, on the nodes that enable it.',
})
export class RestoreActivityTypeInput extends ActivityTypeChange {}
