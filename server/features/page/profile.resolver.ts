import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { Policy, WITH_ITS_OBJECT } from '../../platform/graphql/policy.js'
import { DiagnosisType } from '../diagnosis/diagnosis.type.js'
import { loadNotice } from './notice.loaders.js'
import { loadProfile } from './profile.loaders.js'
import { loadProfileParts } from './profile-parts.loaders.js'
import { ProfileArgs, ProfilePageType, ProfilePartType } from './profile.type.js'

@Resolver(() => ProfilePageType)
export class ProfileResolver {
  @Query(() => ProfilePageType, {
    nullable: true,
    description:
      'The page of a person in a period: the team and the key metrics of that time, and what they did. Everybody sees their own past. Null for somebody whose numbers you do not see.',
  })
  @Policy('see numbers of people')
  profile(@Args(() => ProfileArgs) { userId, period = null }: ProfileArgs, @Ctx() ctx: Context) {
    return loadProfile(ctx, userId, period)
  }

  @FieldResolver(() => [ProfilePartType], {
    description:
      'The period by stays in teams, the latest first; what the person did is in exactly one of them, so the parts add up to `keyMetrics`.',
  })
  @Policy('see numbers of people')
  parts(@Root() page: ProfilePageType, @Ctx() ctx: Context) {
    return loadProfileParts(ctx, page)
  }

  @FieldResolver(() => DiagnosisType, {
    nullable: true,
    description:
      'Why the page shows nothing, or nothing with a number, and who can change that. Null when there is one.',
  })
  @Policy(WITH_ITS_OBJECT)
  notice(@Root() { question, keyMetrics }: ProfilePageType, @Ctx() ctx: Context) {
    return loadNotice(ctx, question, keyMetrics.length > 0)
  }
}
