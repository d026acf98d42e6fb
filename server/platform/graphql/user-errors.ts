import { Field, ObjectType, registerEnumType, type ClassType } from 'type-graphql'
import { DomainError, USER_ERROR_CODES, type UserErrorCode } from '../../domain/errors.js'
import type { Eventually } from '../eventually.js'
import { enumOf } from './enum.js'
import { nullWhereForbidden } from './request-error.js'

const UserErrorCodeEnum = enumOf(USER_ERROR_CODES)
registerEnumType(UserErrorCodeEnum, {
  name: 'UserErrorCode',
  description: 'Why a mutation changed nothing. The list is closed.',
  valuesConfig: {
    ALREADY_EFFECTIVE: { description: 'The metric is in force here already; the message says where from.' },
    DELETED: { description: 'It was deleted; the message says when, and what to do about it.' },
    DUPLICATE: { description: 'Something else has this key or name.' },
    FORBIDDEN: { description: 'You may not do this; the message says who may.' },
    HIDDEN_HERE: { description: 'The node itself hides the metric: remove its rule to show it again.' },
    INVALID: { description: 'An input field is not as it must be; `path` names it.' },
    LAST_ADMIN: { description: 'The company would have no active company admin any more.' },
    LIMIT_EXCEEDED: { description: 'There would be too many; the message names the limit.' },
    LOCKED: { description: 'A node above locked this; the message names it.' },
    NOT_EFFECTIVE: {
      description:
        'The metric is not in force here, or is archived: there is nothing to hide or to override.',
    },
    IN_USE: {
      description: 'Something refers to it; the message says what, and what can be done instead.',
    },
    NOT_EMPTY: {
      description: 'It is not empty; the message says what is in it and which choices there are.',
    },
    NOT_FOUND: { description: 'There is no such thing in your company.' },
    SCHEDULE_CONFLICT: {
      description: 'What is scheduled for later could not be made any more; the message names it.',
    },
    VERSION_CONFLICT: {
      description: 'It was changed since you read it; the payload carries its present state.',
    },
  },
})

@ObjectType('UserError', {
  simpleResolvers: true,
  description: 'What the caller can mend. Nothing was changed.',
})
export class UserErrorType {
  @Field(() => UserErrorCodeEnum, { description: 'For programs.' })
  code: UserErrorCode

  @Field(() => String, { description: 'For people: what was expected, what came, what to do.' })
  message: string

  @Field(() => [String], {
    description: 'The input field it is about, from the outside in; empty for the whole input.',
  })
  path: readonly string[]
}

/** The payload type of a mutation: what it changed under `field`, and why it did not. */
export function payloadType(mutation: string, field: string, entity: () => ClassType | object): ClassType {
  @ObjectType(`${mutation}Payload`, {
    simpleResolvers: true,
    description: `What came of ${mutation[0]!.toLowerCase()}${mutation.slice(1)}.`,
  })
  class Payload {
    @Field(() => [UserErrorType], { description: 'Why nothing was changed; empty when it worked.' })
    userErrors: UserErrorType[]
  }
  Field(() => entity() as ClassType, {
    nullable: true,
    description:
      'As it is now, also when it was so already. Null when the change was refused, except for a version conflict.',
  })(Payload.prototype, field)
  return Payload
}

export interface Payload<T> {
  readonly entity: T | null
  readonly userErrors: readonly UserErrorType[]
}

/**
 * Runs a command, then reads the entity it changed from its result (null after a version conflict, which comes with the
 * present state). What the caller can mend becomes user errors; faults and refusals pass through. Who may change but not
 * read is answered null.
 */
export async function withUserErrors<R, T>(
  run: () => Promise<R>,
  read: (result: R | null) => Eventually<T | null>,
): Promise<Payload<T>> {
  const present = (result: R | null) => nullWhereForbidden(() => read(result))
  try {
    return { entity: await present(await run()), userErrors: [] }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const { code, message, path } = error
    const entity = code === 'VERSION_CONFLICT' ? await present(null) : null
    return { entity, userErrors: [{ code, message, path }] }
  }
}
