import { Field, Int, ObjectType, registerEnumType, type ClassType } from 'type-graphql'
import { API_KEY_STATUSES, type ApiKeyStatus } from '../../domain/api-key.js'
import { API_KEY_SCOPES, type ApiKeyScope } from '../../domain/viewer.js'
import { connectionType } from '../../platform/graphql/connection.js'
import { enumOf } from '../../platform/graphql/enum.js'
import { NodeType } from '../../platform/graphql/node.type.js'
import { DateTimeScalar } from '../../platform/graphql/scalars.js'
import { payloadType } from '../../platform/graphql/user-errors.js'

export const ApiKeyScopeEnum = enumOf(API_KEY_SCOPES)
registerEnumType(ApiKeyScopeEnum, {
  name: 'ApiKeyScope',
  description:
    'What an API key may do, on the node it is bound to and below. A change by a key without the scope to read is made and answered with null.',
  valuesConfig: {
    READ_ORGANIZATION: {
      description:
        'Read departments and teams, the catalogue, and the key metrics in force with their rules.',
    },
    READ_PEOPLE: { description: 'Read people, hidden ones included, their teams and their roles.' },
    READ_NUMBERS: { description: 'Read the numbers of nodes and of people.' },
    READ_AUDIT_LOG: { description: 'Read who changed what.' },
    WRITE_ACTIVITIES: { description: 'Log, correct and void activities of anybody.' },
    WRITE_TARGETS: { description: 'Set targets.' },
    WRITE_KEY_METRICS: {
      description: 'Add, hide, override and lock key metrics, and say what a node inherits.',
    },
    WRITE_METRICS: {
      description:
        'Change the catalogue and the settings of the company; not for a key that is bound to a node.',
    },
    WRITE_ORGANIZATION: {
      description: 'Create, rename, move and delete departments and teams; add, change and move people.',
    },
  },
})

const ApiKeyStatusEnum = enumOf(API_KEY_STATUSES)
registerEnumType(ApiKeyStatusEnum, {
  name: 'ApiKeyStatus',
  description: 'Whether an API key is answered.',
  valuesConfig: {
    ACTIVE: { description: 'It is answered.' },
    EXPIRED: { description: 'Its end has come, or the node it was bound to is no more. It is refused.' },
    REVOKED: { description: 'It was taken back, for ever. It is refused.' },
  },
})

@ObjectType('ApiKeySecret', {
  simpleResolvers: true,
  description: 'A secret with which the key can be used. What it says is shown once only, when it is made.',
})
export class ApiKeySecretType {
  @Field(() => String, { description: 'The last four characters of what was shown, to recognise it by.' })
  lastCharacters: string

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt: Date

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it ends because a newer one replaces it; null on the newest.',
  })
  expiresAt: Date | null

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When it was last sent, to the minute; null if never. Wait for the old one to rest, then rotate.',
  })
  lastUsedAt: Date | null
}

@ObjectType('ApiKey', {
  implements: [NodeType],
  simpleResolvers: true,
  description: 'What an integration proves itself with. It belongs to the company, not to who made it.',
})
export class ApiKeyType extends NodeType {
  @Field(() => String, { description: 'What it is for.' })
  name: string

  @Field(() => [ApiKeyScopeEnum], { description: 'What it may do; at least one.' })
  scopes: ApiKeyScope[]

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt: Date

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it ends by itself; null if it does not.',
  })
  expiresAt: Date | null

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken back; null if it was not.' })
  revokedAt: Date | null

  @Field(() => ApiKeyStatusEnum, { description: 'Whether it is answered at present.' })
  status: ApiKeyStatus

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was last used, by any of its secrets, to the minute; null if never.',
  })
  lastUsedAt: Date | null

  @Field(() => Int, { description: 'Grows with every change of the key. Send it back as `expectedVersion`.' })
  version: number
}

export const ApiKeyConnection = connectionType('ApiKey', ApiKeyType)

/** The payload of a mutation that makes a secret. */
export function payloadWithSecret(mutation: string): ClassType {
  const payload = payloadType(mutation, 'apiKey', () => ApiKeyType)
  Field(() => String, {
    nullable: true,
    description:
      'What the integration sends as: Authorization: Bearer <secret>. Shown this once and kept nowhere: store it now. Null when nothing was changed.',
  })(payload.prototype, 'secret')
  return payload
}
