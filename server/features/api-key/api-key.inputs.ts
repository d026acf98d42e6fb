import { Field, ID, InputType, Int } from 'type-graphql'
import { MAX_LIFETIME_DAYS, MAX_OVERLAP_DAYS } from '../../domain/api-key.js'
import type { ApiKeyScope } from '../../domain/viewer.js'
import { DateTimeScalar } from '../../platform/graphql/scalars.js'
import { ApiKeyScopeEnum } from './api-key.type.js'

@InputType('CreateApiKeyInput', {
  description: 'What an integration shall be allowed. It cannot be changed later.',
})
export class CreateApiKeyInput {
  @Field(() => String, { description: 'What it is for; 1 to 120 characters.' })
  name: string

  @Field(() => [ApiKeyScopeEnum], { description: 'What it may do; at least one, and no more than it needs.' })
  scopes: ApiKeyScope[]

  @Field(() => ID, {
    nullable: true,
    description: 'The node it is bound to, with what is below. Left out or null: the whole company.',
  })
  nodeId: string | null

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: `When it ends by itself, within ${MAX_LIFETIME_DAYS} days. Left out or null: it does not.`,
  })
  expiresAt: Date | null
}

@InputType('RotateApiKeyInput', {
  description: 'Which key gets a new secret, and how long the old one lives on.',
})
export class RotateApiKeyInput {
  @Field(() => ID, { description: 'Which key.' })
  apiKeyId: string

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: `Until when the secret so far can be used beside the new one, at most ${MAX_OVERLAP_DAYS} days; an instant that has passed: it ends at once. Left out or null: 24 hours.`,
  })
  oldSecretExpiresAt: Date | null

  @Field(() => Int, { description: 'The `version` you read.' })
  expectedVersion: number
}

@InputType('RevokeApiKeyInput', { description: 'Which key to take back.' })
export class RevokeApiKeyInput {
  @Field(() => ID, { description: 'Which key.' })
  apiKeyId: string

  @Field(() => Int, { description: 'The `version` you read.' })
  expectedVersion: number
}
