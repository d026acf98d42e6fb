import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql'
import { Policy } from '../../platform/graphql/policy.js'
import type { LiveContext } from '../../platform/live/occasion.js'
import { effectiveSetOccasions, type EffectiveSetOccasion } from './effective-set.js'
import { EffectiveKeyMetricsChangeType, ProgressChangeType } from './live.type.js'
import { nodeOccasions, type NodeOccasion } from './node-occasion.js'

interface Asked {
  readonly args: { readonly nodeId: string }
  readonly context: LiveContext
}

const NUMBERS = { action: 'see numbers of nodes', topics: ['ACTIVITIES', 'TARGETS'] } as const
const NODE_ID = { description: 'The id of a company, department or team of yours.' }
const GONE =
  'Null when there is no such node for you, or none any more: it was deleted, moved out of your sight, or your role was taken. Then nothing more comes.'

@Resolver()
export class LiveResolver {
  @Subscription(() => ProgressChangeType, {
    nullable: true,
    subscribe: ({ args, context }: Asked) => nodeOccasions(context, { ...args, ...NUMBERS }),
    description: `The present of a node at once, and again whenever activities, targets or the configuration at or below it changed. What happens while you are told becomes one event, so the last one is always the present. ${GONE}`,
  })
  @Policy('see numbers of nodes')
  progressChanged(@Root() occasion: NodeOccasion, @Arg('nodeId', () => ID, NODE_ID) _: string) {
    return occasion.node && occasion
  }

  @Subscription(() => EffectiveKeyMetricsChangeType, {
    nullable: true,
    subscribe: ({ args, context }: Asked) => effectiveSetOccasions(context, args.nodeId),
    description: `The key metrics in force on a node at once, and again whenever they are others, with what appeared, disappeared and changed since the last event. ${GONE}`,
  })
  @Policy('see key metrics')
  effectiveKeyMetricsChanged(
    @Root() occasion: EffectiveSetOccasion,
    @Arg('nodeId', () => ID, NODE_ID) _: string,
  ) {
    return occasion.node && occasion
  }
}
