import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql'
import { ACTS_AS, AUDIT_ACTIONS, type AuditAction } from '../../domain/audit.js'
import type { ActsAs } from '../../domain/policy.js'
import { connectionType } from '../../platform/graphql/connection.js'
import { enumOf } from '../../platform/graphql/enum.js'
import { NodeType } from '../../platform/graphql/node.type.js'
import { DateTimeScalar } from '../../platform/graphql/scalars.js'

/** addKeyMetric is ADD_KEY_METRIC to clients. */
const constantOf = (action: string) => action.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()

const AuditActionEnum = Object.fromEntries(
  Object.keys(AUDIT_ACTIONS).map((action) => [constantOf(action), action]),
)
registerEnumType(AuditActionEnum, {
  name: 'AuditAction',
  description: 'What was done. The list grows; a value is never taken out of it.',
  valuesConfig: Object.fromEntries(
    Object.entries(AUDIT_ACTIONS).map(([action, description]) => [constantOf(action), { description }]),
  ),
})

const ActsAsEnum = enumOf(ACTS_AS)
registerEnumType(ActsAsEnum, {
  name: 'ActsAs',
  description: 'What allowed somebody to make a change.',
  valuesConfig: {
    COMPANY_ADMIN: { description: 'An admin of the company.' },
    DEPARTMENT_ADMIN: { description: 'An admin of a department, there and below.' },
    DEPARTMENT_MANAGER: { description: 'A manager of a department, there and below.' },
    TEAM_ADMIN: { description: 'An admin of a team.' },
    TEAM_LEAD: { description: 'A manager of a team.' },
    MEMBER: { description: 'Somebody without a role, for themselves.' },
    API_KEY: { description: 'An integration, by the scopes of its API key.' },
    SYSTEM: { description: 'The system itself: an import, or what came with the installation.' },
  },
})

@ObjectType('AuditEntry', {
  implements: [NodeType],
  simpleResolvers: true,
  description: 'One change of one thing. It is written with the change and never altered.',
})
export class AuditEntryType extends NodeType {
  @Field(() => DateTimeScalar, {
    description: 'When. All changes of one request to a mutation share the instant.',
  })
  at: Date

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when it holds, if it was dated back; null: since it was done.',
  })
  effectiveAt: Date | null

  @Field(() => AuditActionEnum, { description: 'What was done.' })
  action: AuditAction

  @Field(() => ActsAsEnum, { description: 'What allowed it at that instant.' })
  actsAs: ActsAs

  @Field(() => String, {
    description: 'The request it was done by: the header `x-request-id` of its answer.',
  })
  requestId: string

  @Field(() => ID, {
    nullable: true,
    description:
      'The id of what was changed: a node, a person, a metric, a rule, a role. `node(id:)` reads it while it exists and you may see it.',
  })
  entityId: string | null

  actorId: string | null
  nodeId: string | null
  fromNodeId: string | null
  before: object | null
  after: object | null
}

@ObjectType('AuditChange', {
  simpleResolvers: true,
  description: 'One field that is different since the change, as text.',
})
export class AuditChangeType {
  @Field(() => String, { description: 'The name of the field, such as `label` or `parentId`.' })
  field: string

  @Field(() => String, {
    nullable: true,
    description: 'Its value before; null without one. Values of a list stand behind each other with commas.',
  })
  before: string | null

  @Field(() => String, { nullable: true, description: 'Its value since then; null without one.' })
  after: string | null
}

@InputType('AuditLogFilter', {
  description: 'Which entries to read; each condition that is given narrows the choice.',
})
export class AuditLogFilter {
  @Field(() => ID, {
    nullable: true,
    description:
      'What is about this node, and what left it. Entries without a node, such as those of the catalogue, are about none.',
  })
  nodeId?: string | null

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether `nodeId` stands for everything that hangs below it at present, too.',
  })
  includeBelow: boolean

  @Field(() => ID, { nullable: true, description: 'What this person, or this API key, did.' })
  actorId?: string | null

  @Field(() => ID, {
    nullable: true,
    description: 'What was done to this thing: see `entityId` of an entry.',
  })
  entityId?: string | null

  @Field(() => DateTimeScalar, { nullable: true, description: 'What was done at this instant or later.' })
  from?: Date | null

  @Field(() => DateTimeScalar, { nullable: true, description: 'What was done before this instant.' })
  to?: Date | null

  @Field(() => [AuditActionEnum], {
    nullable: true,
    description: 'What was done in one of these ways; an empty list finds nothing.',
  })
  kinds?: AuditAction[] | null
}

export const AuditEntryConnection = connectionType('AuditEntry', AuditEntryType)
