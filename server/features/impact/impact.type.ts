import { Field, Int, ObjectType } from 'type-graphql'
import { MAX_LISTED } from './impact.loaders.js'
import { NodeImpactType } from './node-impact.type.js'
import { PeopleImpactType, RolesImpactType, TargetsImpactType, TeamChangeType } from './people-impact.type.js'

const UNREADABLE = 'Null for an API key without the scope to read it.'

function count(description: string) {
  return Field(() => Int, { nullable: true, description: `${description} ${UNREADABLE}` })
}

@ObjectType('ImpactTotals', {
  simpleResolvers: true,
  description: 'How much a change would do, listed or not, of what you see.',
})
export class ImpactTotalsType {
  @count('On how many nodes something is different.')
  nodes: number | null

  @count('How often a key metric appears on a node.')
  appears: number | null

  @count('How often a key metric disappears from a node.')
  disappears: number | null

  @count('How often a key metric stays on a node, but otherwise.')
  changes: number | null

  @count('How many rules wake.')
  wakes: number | null

  @count('How many rules fall asleep.')
  goesDormant: number | null

  @count('How many people see another Home.')
  homes: number | null

  @count('How many people are of another team.')
  teamChanges: number | null

  @count('How many roles are gained.')
  rolesGained: number | null

  @count('How many roles are lost.')
  rolesLost: number | null

  @count('How many targets lose their owner.')
  targetsLosingOwner: number | null

  @count('How many targets get their owner back.')
  targetsRegainingOwner: number | null
}

@ObjectType('Impact', {
  simpleResolvers: true,
  description: `What a change would do, or what is different between two instants, of what you see. Each list has at most ${MAX_LISTED} items; \`totals\` counts all.`,
})
export class ImpactType {
  @Field(() => [NodeImpactType], {
    nullable: true,
    description: `The nodes on which something is different, from the company down and by name. ${UNREADABLE}`,
  })
  nodes: readonly NodeImpactType[] | null

  @Field(() => PeopleImpactType, { nullable: true, description: `What it means to people. ${UNREADABLE}` })
  people: PeopleImpactType | null

  @Field(() => [TeamChangeType], {
    nullable: true,
    description: `Who is of another team, by name. ${UNREADABLE}`,
  })
  teamChanges: readonly TeamChangeType[] | null

  @Field(() => RolesImpactType, {
    nullable: true,
    description: `What roles it gives and takes. ${UNREADABLE}`,
  })
  roles: RolesImpactType | null

  @Field(() => TargetsImpactType, {
    nullable: true,
    description: `Which targets it leaves without an owner. ${UNREADABLE}`,
  })
  targets: TargetsImpactType | null

  @Field(() => ImpactTotalsType, { description: 'How much it is altogether.' })
  totals: ImpactTotalsType

  @Field(() => Boolean, { description: 'Whether a list is shorter than its total.' })
  isTruncated: boolean
}
