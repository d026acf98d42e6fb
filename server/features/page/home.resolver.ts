import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { Policy, SIGNED_IN, WITH_ITS_OBJECT } from '../../platform/graphql/policy.js'
import { DiagnosisType } from '../diagnosis/diagnosis.type.js'
import { OrgNodeType } from '../org/org-node.type.js'
import { loadHome, loadNodesOfHome } from './home.loaders.js'
import { HomeArgs, HomePageType } from './home.type.js'
import { loadNotice } from './notice.loaders.js'

@Resolver(() => HomePageType)
export class HomeResolver {
  @Query(() => HomePageType, {
    nullable: true,
    description:
      'The page of whoever asks: one’s own numbers for the key metrics of one’s team, or those of a node one runs. Null for an integration without a person, and for a node that you do not see.',
  })
  @Policy(SIGNED_IN)
  home(@Args(() => HomeArgs) { nodeId = null, period = null, asOf = null }: HomeArgs, @Ctx() ctx: Context) {
    return loadHome(ctx, { nodeId, period, asOf })
  }

  @FieldResolver(() => [OrgNodeType], {
    description:
      'What the page can be switched to: your team, and the nodes of your roles, the strongest first. Any node below them can be asked for as well.',
  })
  @Policy('see key metrics')
  nodes(@Root() { question }: HomePageType, @Ctx() ctx: Context) {
    return loadNodesOfHome(ctx, question)
  }

  @FieldResolver(() => DiagnosisType, {
    nullable: true,
    description:
      'Why the page shows nothing, or nothing with a number, and who can change that. Null when there is one.',
  })
  @Policy(WITH_ITS_OBJECT)
  notice(@Root() { question, keyMetrics }: HomePageType, @Ctx() ctx: Context) {
    return loadNotice(ctx, question, keyMetrics.length > 0)
  }
}
