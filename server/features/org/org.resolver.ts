import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import type { Eventually } from '../../platform/eventually.js'
import { Policy } from '../../platform/graphql/policy.js'
import { AsOfArgs } from '../../platform/graphql/as-of.js'
import { loadDescription } from './node-description.loaders.js'
import { loadChildren, loadNodeOfLevel, loadOrgNode, loadPath, type OrgNodeRow } from './org.loaders.js'
import { CompanyType, DepartmentType, NULL_ABOVE, OrgNodeType, TeamType } from './org-node.type.js'

@Resolver(() => OrgNodeType)
export class OrgNodeResolver {
  @FieldResolver(() => OrgNodeType, { nullable: true, description: 'The node above; null for the company.' })
  @Policy('see the levels above')
  parent(@Root() { parentId, asOf }: OrgNodeType, @Ctx() ctx: Context): Eventually<OrgNodeRow | null> {
    return parentId === null ? null : loadOrgNode(ctx, parentId, asOf)
  }

  @FieldResolver(() => [OrgNodeType], { description: 'From the company down to the node itself.' })
  @Policy('see the levels above')
  path(@Root() node: OrgNodeType, @Ctx() ctx: Context): Promise<OrgNodeRow[]> {
    return loadPath(ctx, node)
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: `What it is there for, as it says at present; empty when it says nothing. ${NULL_ABOVE}`,
  })
  @Policy('see key metrics')
  description(@Root() { id, sight }: OrgNodeRow, @Ctx() ctx: Context) {
    return sight === 'WHOLE' ? loadDescription(ctx, id) : null
  }

  @Query(() => OrgNodeType, {
    nullable: true,
    description: 'A company, department or team of yours by its id.',
  })
  @Policy('see key metrics')
  orgNode(
    @Arg('id', () => ID, idOf('node')) id: string,
    @Args(() => AsOfArgs) { asOf }: AsOfArgs,
    @Ctx() ctx: Context,
  ) {
    return loadOrgNode(ctx, id, asOf ?? null)
  }
}

@Resolver(() => CompanyType)
export class CompanyResolver {
  @Query(() => CompanyType, { nullable: true, description: 'Your company; null before it began.' })
  @Policy('see the levels above')
  company(@Args(() => AsOfArgs) { asOf }: AsOfArgs, @Ctx() ctx: Context) {
    return loadOrgNode(ctx, ctx.companyId, asOf ?? null)
  }

  @FieldResolver(() => [DepartmentType], {
    description: 'All departments, in the order they have at present, else by name.',
  })
  @Policy('see key metrics')
  departments(@Root() company: OrgNodeRow, @Ctx() ctx: Context) {
    return loadChildren(ctx, company, 'DEPARTMENT')
  }

  @FieldResolver(() => [TeamType], {
    description: 'The teams straight under the company, in the order they have at present, else by name.',
  })
  @Policy('see key metrics')
  teams(@Root() company: OrgNodeRow, @Ctx() ctx: Context) {
    return loadChildren(ctx, company, 'TEAM')
  }
}

@Resolver(() => DepartmentType)
export class DepartmentResolver {
  @Query(() => DepartmentType, { nullable: true, description: 'A department of yours by its id.' })
  @Policy('see key metrics')
  department(
    @Arg('id', () => ID, idOf('department')) id: string,
    @Args(() => AsOfArgs) { asOf }: AsOfArgs,
    @Ctx() ctx: Context,
  ) {
    return loadNodeOfLevel(ctx, 'DEPARTMENT', id, asOf ?? null)
  }

  @FieldResolver(() => [TeamType], {
    description: 'Its teams, in the order they have at present, else by name.',
  })
  @Policy('see key metrics')
  teams(@Root() department: OrgNodeRow, @Ctx() ctx: Context) {
    return loadChildren(ctx, department, 'TEAM')
  }
}

@Resolver(() => TeamType)
export class TeamResolver {
  @Query(() => TeamType, { nullable: true, description: 'A team of yours by its id.' })
  @Policy('see key metrics')
  team(
    @Arg('id', () => ID, idOf('team')) id: string,
    @Args(() => AsOfArgs) { asOf }: AsOfArgs,
    @Ctx() ctx: Context,
  ) {
    return loadNodeOfLevel(ctx, 'TEAM', id, asOf ?? null)
  }
}

function idOf(what: string) {
  return { description: `The id of the ${what}. An unknown id answers null.` }
}
