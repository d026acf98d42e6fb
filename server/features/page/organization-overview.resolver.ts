import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { AsOfArgs } from '../../platform/graphql/as-of.js'
import { PageArgs, pageOf } from '../../platform/graphql/connection.js'
import { Policy, WITH_ITS_OBJECT } from '../../platform/graphql/policy.js'
import { DiagnosisType } from '../diagnosis/diagnosis.type.js'
import { loadOrgNode } from '../org/org.loaders.js'
import { OrgNodeType } from '../org/org-node.type.js'
import { RoleAssignmentType } from '../people/role-assignment.type.js'
import { loadEditors, mayEdit, MAX_EDITORS } from './editors.loaders.js'
import {
  loadOverview,
  loadOverviewNodes,
  MAX_CELLS,
  type OverviewNodeRow,
  type OverviewRow,
} from './organization-overview.loaders.js'
import {
  OrganizationOverviewType,
  OverviewKeyMetricType,
  OverviewNodeConnection,
  OverviewNodeType,
} from './organization-overview.type.js'
import { loadOverviewNotice } from './overview-notice.loaders.js'
import { loadOverviewCells, type OverviewCellRow } from './overview-cell.loaders.js'

@ArgsType()
class OverviewArgs extends AsOfArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Only this node and what hangs below it. Left out or null: all that you see.',
  })
  nodeId: string | null

  @Field(() => [ID], {
    nullable: true,
    description: 'Only these metrics of the catalogue. Left out or null: all of them.',
  })
  metricIds: string[] | null
}

@Resolver(() => OrganizationOverviewType)
export class OrganizationOverviewResolver {
  @Query(() => OrganizationOverviewType, {
    nullable: true,
    description:
      'The overview of the organisation: every node that you see whole, and of each metric whether it is in force there, why, where it comes from and who may change that. Null for a node that you do not see whole.',
  })
  @Policy('see key metrics')
  organizationOverview(@Args(() => OverviewArgs) args: OverviewArgs, @Ctx() ctx: Context) {
    const { nodeId = null, metricIds = null, asOf = null } = args
    return loadOverview(ctx, { nodeId, metricIds, asOf })
  }

  @FieldResolver(() => OverviewNodeConnection, {
    description: `The nodes, each before what hangs below it, departments before teams, then by name. A page holds at most ${MAX_CELLS} pairs of node and metric.`,
  })
  @Policy('see key metrics')
  nodes(@Root() row: OverviewRow, @Args(() => PageArgs) page: PageArgs, @Ctx() ctx: Context) {
    return loadOverviewNodes(ctx, row, pageOf(page))
  }

  @FieldResolver(() => DiagnosisType, {
    nullable: true,
    description:
      'Why no key metric is in force on any of the nodes, and who can change that. Null where one is, and for an integration.',
  })
  @Policy(WITH_ITS_OBJECT)
  notice(@Root() row: OverviewRow, @Ctx() ctx: Context) {
    return loadOverviewNotice(ctx, row)
  }
}

@Resolver(() => OverviewNodeType)
export class OverviewNodeResolver {
  @FieldResolver(() => OrgNodeType, { description: 'Which node.' })
  @Policy(WITH_ITS_OBJECT)
  node(@Root() { node }: OverviewNodeRow) {
    return node
  }

  @FieldResolver(() => [OverviewKeyMetricType], { description: 'One for each of `metrics`.' })
  @Policy('see key metrics')
  keyMetrics(@Root() row: OverviewNodeRow, @Ctx() ctx: Context) {
    return loadOverviewCells(ctx, row)
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether you may add, hide and change key metrics on the node, at present.',
  })
  @Policy('see key metrics')
  mayEdit(@Root() { node }: OverviewNodeRow, @Ctx() ctx: Context) {
    return mayEdit(ctx, node.id)
  }

  @FieldResolver(() => [RoleAssignmentType], {
    description: `Who may, at present, and as what: the roles of active people, those held nearest to the node first; at most ${MAX_EDITORS}.`,
  })
  @Policy('see people')
  editors(@Root() { node }: OverviewNodeRow, @Ctx() ctx: Context) {
    return loadEditors(ctx, node.id)
  }

  @FieldResolver(() => DiagnosisType, {
    nullable: true,
    description:
      'Why no key metric is in force on the node, and who can change that. Null where one is, and for an integration.',
  })
  @Policy(WITH_ITS_OBJECT)
  notice(@Root() { node: { id, asOf } }: OverviewNodeRow, @Ctx() ctx: Context) {
    return loadOverviewNotice(ctx, { nodeIds: [id], nodeId: id, asOf })
  }
}

@Resolver(() => OverviewKeyMetricType)
export class OverviewKeyMetricResolver {
  @FieldResolver(() => OrgNodeType, {
    nullable: true,
    description: 'The node responsible, with HIDDEN_AT and BLOCKED_AT.',
  })
  @Policy('see the levels above')
  at(@Root() { at, asOf }: OverviewCellRow, @Ctx() ctx: Context) {
    return at && loadOrgNode(ctx, at, asOf)
  }
}
