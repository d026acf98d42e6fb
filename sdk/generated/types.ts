/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Which metric to put in force on which node. */
export type AddKeyMetricInput = {
  /** The `version` of the node that you read. */
  expectedVersion: number;
  /** Its kind here and below; null: as above, or its default. */
  kind?: KeyMetricKind | null | undefined;
  /** What to call it here and below; null: as above, or its name. */
  label?: string | null | undefined;
  /** Which metric of the catalogue. */
  metricId: string;
  /** On which node: a company, department or team. */
  nodeId: string;
  /** Add it although it is inherited, so that it stays here if a node above hides it or drops it later. */
  pin?: boolean;
  /** Its place among its like, 0 to 9999; null: as above, or last. */
  position?: number | null | undefined;
  /** How far down; NODE_AND_BELOW when left out. */
  reach?: KeyMetricRuleReach | null | undefined;
};

/** Which metric to take out of use, everywhere at once. */
export type ArchiveMetricInput = {
  /** The `version` you read. */
  expectedVersion: number;
  /** Which metric. */
  metricId: string;
};

/** A new entry of the catalogue. It is in force nowhere until it is added. */
export type CreateMetricInput = {
  /** Its kind wherever no rule says otherwise. */
  defaultKind: KeyMetricKind;
  /** What it measures and how; at most 2,000 characters. */
  description?: string | null | undefined;
  /** Which way is better. */
  direction?: MetricDirection;
  /** 1 to 40 of A-Z, 0-9 and _, beginning with a letter. Unique, and for ever. */
  key: string;
  /** The name as it is shown; 1 to 120 characters. */
  name: string;
  /** COUNT, CURRENCY, PERCENT, DURATION, or your own unit in your own words. */
  unit: string;
};

/** Whether peers see a person in lists and rankings. Totals count everybody. */
export type DataVisibility =
  /** Only the person and those who manage the person do. */
  | 'HIDDEN'
  /** Peers see the person. */
  | 'VISIBLE'
  | (string & {});

/** How often key metrics of one kind are tracked. */
export type Frequency =
  /** Every day. */
  | 'DAILY'
  /** Every month. */
  | 'MONTHLY'
  /** Every quarter. */
  | 'QUARTERLY'
  /** Every week. */
  | 'WEEKLY'
  /** Every year. */
  | 'YEARLY'
  | (string & {});

/** Which inherited metric to hide on which node. */
export type HideKeyMetricInput = {
  /** The `version` of the node that you read. */
  expectedVersion: number;
  /** Which metric of the catalogue. */
  metricId: string;
  /** On which node: a company, department or team. */
  nodeId: string;
  /** How far down; NODE_AND_BELOW when left out. */
  reach?: KeyMetricRuleReach | null | undefined;
};

/** What role a key metric plays on a node. */
export type KeyMetricKind =
  /** A core result, such as sales, renewals or retention. */
  | 'PRIMARY'
  /** An activity that drives results, such as calls or meetings. */
  | 'SECONDARY'
  | (string & {});

/** What nodes below the holder of a lock may not do. */
export type KeyMetricLockAspect =
  /** They may not add the metric. */
  | 'ADD'
  /** They may not hide the metric, nor keep it out by not inheriting. */
  | 'HIDE'
  /** They may not change its kind. */
  | 'KIND'
  /** They may not change its label. */
  | 'LABEL'
  /** They may not change its position. */
  | 'POSITION'
  | (string & {});

/** The named combinations of locks. */
export type KeyMetricLockPreset =
  /** Hidden here, and nodes below cannot add it. */
  | 'FORBIDDEN'
  /** Nodes below can change nothing about it. */
  | 'FROZEN'
  /** Nodes below cannot hide it. */
  | 'MANDATORY'
  /** No locks: nodes below may do as they like. */
  | 'NONE'
  | (string & {});

/** Why a rule does nothing at the moment. */
export type KeyMetricRuleDormancyReason =
  /** A node above locked what the rule would do. */
  | 'LOCKED_BY'
  /** It hides what is not in force here anyway. */
  | 'NOTHING_TO_HIDE'
  /** It changes what is not in force here. */
  | 'NOTHING_TO_OVERRIDE'
  | (string & {});

/** What a rule does to the metric. */
export type KeyMetricRuleEffect =
  /** In force here and below. */
  | 'ADD'
  /** Not in force here and below. */
  | 'HIDE'
  /** Changes kind, label or position; never makes a metric appear. */
  | 'OVERRIDE'
  | (string & {});

/** How far down a rule reaches. */
export type KeyMetricRuleReach =
  /** The node and everything below it. */
  | 'NODE_AND_BELOW'
  /** The node alone; nothing of it is inherited. */
  | 'NODE_ONLY'
  | (string & {});

/** Why a metric is, or is not, in force on a node. */
export type KeyMetricStatus =
  /** Not in force; the metric is archived. */
  | 'ARCHIVED'
  /** Not in force; `at` does not inherit. */
  | 'BLOCKED_AT'
  /** Not in force; `at` hides it. */
  | 'HIDDEN_AT'
  /** In force; comes from above. */
  | 'INHERITED'
  /** Not in force; no rule on the path adds it. */
  | 'NOT_CONFIGURED'
  /** In force; defined on this node. */
  | 'OWN'
  /** In force; hidden in between and shown again by this node. */
  | 'REINSTATED'
  | (string & {});

/** What one node did to the metric on its way down. */
export type KeyMetricTraceOutcome =
  /** Was without it, and says nothing of it. */
  | 'ABSENT'
  /** Added it, first on the path. */
  | 'ADDED'
  /** Does not inherit, and so kept it out. */
  | 'BLOCKED'
  /** Has a rule that does nothing; `dormancy` says why. */
  | 'DORMANT'
  /** Was without it and forbids it below. */
  | 'FORBIDDEN'
  /** Hid it. */
  | 'HIDDEN'
  /** Let it pass. */
  | 'INHERITED'
  /** Changed its kind, label or position. */
  | 'OVERRIDDEN'
  /** Added what was inherited anyway, so that it stays. */
  | 'PINNED'
  /** Showed it again after something above had hidden it. */
  | 'REINSTATED'
  | (string & {});

/** What nodes below may not do with a metric. */
export type LockKeyMetricInput = {
  /** The `version` of the node that you read. */
  expectedVersion: number;
  /** Which metric of the catalogue. */
  metricId: string;
  /** On which node: a company, department or team. */
  nodeId: string;
  /** Which combination of locks; it replaces what was locked here before. */
  preset: KeyMetricLockPreset;
};

/** Which way is better. */
export type MetricDirection =
  /** Less is better. */
  | 'DECREASE'
  /** More is better. */
  | 'INCREASE'
  | (string & {});

/** Whether a metric of the catalogue is in use. */
export type MetricStatus =
  /** Can be in force on nodes. */
  | 'ACTIVE'
  /** In force nowhere, whatever the rules say; they wake when it is restored. */
  | 'ARCHIVED'
  | (string & {});

/** Where a node stands in the tree: company, department, team. There are three levels and no more. */
export type OrgLevel =
  /** The root, and the tenant. */
  | 'COMPANY'
  /** Hangs under the company. */
  | 'DEPARTMENT'
  /** Hangs under a department, or straight under the company. */
  | 'TEAM'
  | (string & {});

/** How to show a metric differently on a node and below. */
export type OverrideKeyMetricInput = {
  /** The `version` of the node that you read. */
  expectedVersion: number;
  /** Its kind. Left out: it stays as it is. Null: as above. */
  kind?: KeyMetricKind | null | undefined;
  /** What to call it; 1 to 120 characters. Left out: it stays as it is. Null: as above. */
  label?: string | null | undefined;
  /** Which metric of the catalogue. */
  metricId: string;
  /** On which node: a company, department or team. */
  nodeId: string;
  /** Its place among its like, 0 to 9999. Left out: it stays as it is. Null: as above. */
  position?: number | null | undefined;
  /** How far down. Left out: it stays as it is. */
  reach?: KeyMetricRuleReach | null | undefined;
};

/** Which rule to take back: un-hide, un-add, un-override, unlock. */
export type RemoveKeyMetricRuleInput = {
  /** The `version` of the node that you read. */
  expectedVersion: number;
  /** Which metric of the catalogue. */
  metricId: string;
  /** On which node: a company, department or team. */
  nodeId: string;
};

/** Which archived metric to take into use again. */
export type RestoreMetricInput = {
  /** The `version` you read. */
  expectedVersion: number;
  /** Which metric. */
  metricId: string;
};

/** What a person may do on a node and below it. */
export type Role =
  /** Configures the node; on the company: the company admin, who configures everything. */
  | 'ADMIN'
  /** Runs the node: the department manager, the team lead. */
  | 'MANAGER'
  | (string & {});

/** Whether a node starts from what is above it. */
export type SetKeyMetricInheritanceInput = {
  /** The `version` of the node that you read. */
  expectedVersion: number;
  /** False: the node starts from nothing but what is mandatory. */
  inheritsKeyMetrics: boolean;
  /** On which node: a company, department or team. */
  nodeId: string;
};

/** How often the company tracks one kind from now on. */
export type SetTrackingFrequencyInput = {
  /** The `version` of the company that you read. */
  expectedVersion: number;
  /** How often. */
  frequency: Frequency;
  /** Of which kind. */
  kind: KeyMetricKind;
};

/** What to change of a metric. The key never changes. */
export type UpdateMetricInput = {
  /** The new default kind. Left out or null: it stays as it is. */
  defaultKind?: KeyMetricKind | null | undefined;
  /** The new description. Left out or null: it stays as it is. */
  description?: string | null | undefined;
  /** Which way is better. Left out or null: it stays as it is. */
  direction?: MetricDirection | null | undefined;
  /** The `version` you read. */
  expectedVersion: number;
  /** Which metric. */
  metricId: string;
  /** The new name. Left out or null: it stays as it is. */
  name?: string | null | undefined;
  /** The new unit. Left out or null: it stays as it is. */
  unit?: string | null | undefined;
};

/** Why a mutation changed nothing. The list is closed. */
export type UserErrorCode =
  /** The metric is in force here already; the message says where from. */
  | 'ALREADY_EFFECTIVE'
  /** Something else has this key or name. */
  | 'DUPLICATE'
  /** You may not do this; the message says who may. */
  | 'FORBIDDEN'
  /** The node itself hides the metric: remove its rule to show it again. */
  | 'HIDDEN_HERE'
  /** An input field is not as it must be; `path` names it. */
  | 'INVALID'
  /** There would be too many; the message names the limit. */
  | 'LIMIT_EXCEEDED'
  /** A node above locked this; the message names it. */
  | 'LOCKED'
  /** The metric is not in force here, or is archived: there is nothing to hide or to override. */
  | 'NOT_EFFECTIVE'
  /** There is no such thing in your company. */
  | 'NOT_FOUND'
  /** It was changed since you read it; the payload carries its present state. */
  | 'VERSION_CONFLICT'
  | (string & {});

/** Whether a person may sign in. */
export type UserStatus =
  /** May sign in. */
  | 'ACTIVE'
  /** May not sign in; the history is kept, and it can be undone. */
  | 'DEACTIVATED'
  | (string & {});

export type AddKeyMetricMutationVariables = Exact<{
  input: AddKeyMetricInput;
}>;


export type AddKeyMetricMutation = { addKeyMetric: { node: { version: number, inheritsKeyMetrics: boolean, id: string, name: string, level: OrgLevel, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }> } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type ArchiveMetricMutationVariables = Exact<{
  input: ArchiveMetricInput;
}>;


export type ArchiveMetricMutation = { archiveMetric: { metric: { id: string, key: string, name: string, description: string, unit: string, direction: MetricDirection, defaultKind: KeyMetricKind, status: MetricStatus, version: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type CreateMetricMutationVariables = Exact<{
  input: CreateMetricInput;
}>;


export type CreateMetricMutation = { createMetric: { metric: { id: string, key: string, name: string, description: string, unit: string, direction: MetricDirection, defaultKind: KeyMetricKind, status: MetricStatus, version: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type MetricFieldsFragment = { id: string, key: string, name: string, description: string, unit: string, direction: MetricDirection, defaultKind: KeyMetricKind, status: MetricStatus, version: number };

export type OrgNodeRefFragment = { id: string, name: string, level: OrgLevel };

export type OrgNodeFieldsFragment = { inheritsKeyMetrics: boolean, version: number, id: string, name: string, level: OrgLevel, path: Array<{ id: string, name: string, level: OrgLevel }> };

export type EffectiveKeyMetricFieldsFragment = { kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> };

export type KeyMetricRuleFieldsFragment = { id: string, effect: KeyMetricRuleEffect, kind: KeyMetricKind | null, label: string | null, position: number | null, reach: KeyMetricRuleReach, locks: Array<KeyMetricLockAspect>, validFrom: string, metric: { id: string, key: string, name: string }, dormancy: { reason: KeyMetricRuleDormancyReason, lock: KeyMetricLockAspect | null, by: { id: string, name: string, level: OrgLevel } | null } | null };

export type UserFieldsFragment = { id: string, email: string, name: string, status: UserStatus, dataVisibility: DataVisibility, team: { id: string, name: string, level: OrgLevel } | null };

export type PageFieldsFragment = { hasNextPage: boolean, endCursor: string | null };

export type UserErrorFieldsFragment = { code: UserErrorCode, message: string, path: Array<string> };

export type ChangedNodeFragment = { version: number, inheritsKeyMetrics: boolean, id: string, name: string, level: OrgLevel, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }> };

export type GetCompanyQueryVariables = Exact<{
  asOf?: string | null | undefined;
}>;


export type GetCompanyQuery = { company: { inheritsKeyMetrics: boolean, version: number, id: string, name: string, level: OrgLevel, trackingFrequencies: Array<{ kind: KeyMetricKind, frequency: Frequency }>, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }>, path: Array<{ id: string, name: string, level: OrgLevel }> } | null };

export type GetDepartmentQueryVariables = Exact<{
  id: string;
  asOf?: string | null | undefined;
}>;


export type GetDepartmentQuery = { department: { inheritsKeyMetrics: boolean, version: number, id: string, name: string, level: OrgLevel, teams: Array<{ id: string, name: string, level: OrgLevel }>, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }>, path: Array<{ id: string, name: string, level: OrgLevel }> } | null };

export type GetKeyMetricStatusQueryVariables = Exact<{
  nodeId: string;
  metricId: string;
  asOf?: string | null | undefined;
}>;


export type GetKeyMetricStatusQuery = { orgNode: { id: string, name: string, level: OrgLevel, keyMetricStatus: { status: KeyMetricStatus, at: { id: string, name: string, level: OrgLevel } | null, trace: Array<{ outcome: KeyMetricTraceOutcome, visible: boolean, node: { id: string, name: string, level: OrgLevel } }> } | null } | null };

export type GetOrgNodeQueryVariables = Exact<{
  id: string;
  asOf?: string | null | undefined;
}>;


export type GetOrgNodeQuery = { orgNode: { inheritsKeyMetrics: boolean, version: number, id: string, name: string, level: OrgLevel, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }>, path: Array<{ id: string, name: string, level: OrgLevel }> } | null };

export type GetOrganizationQueryVariables = Exact<{
  asOf?: string | null | undefined;
  kind?: KeyMetricKind | null | undefined;
}>;


export type GetOrganizationQuery = { company: { version: number, id: string, name: string, level: OrgLevel, departments: Array<{ version: number, id: string, name: string, level: OrgLevel, teams: Array<{ version: number, id: string, name: string, level: OrgLevel, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }> }>, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }> }>, teams: Array<{ version: number, id: string, name: string, level: OrgLevel, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }> }>, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }> } | null };

export type TreeNodeFragment = { version: number, id: string, name: string, level: OrgLevel, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }> };

export type GetTeamQueryVariables = Exact<{
  id: string;
  asOf?: string | null | undefined;
}>;


export type GetTeamQuery = { team: { inheritsKeyMetrics: boolean, version: number, id: string, name: string, level: OrgLevel, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }>, path: Array<{ id: string, name: string, level: OrgLevel }> } | null };

export type GetViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type GetViewerQuery = { viewer: { id: string, email: string, name: string, status: UserStatus, dataVisibility: DataVisibility, roleAssignments: Array<{ role: Role, node: { id: string, name: string, level: OrgLevel } }>, team: { id: string, name: string, level: OrgLevel } | null } | null };

export type HideKeyMetricMutationVariables = Exact<{
  input: HideKeyMetricInput;
}>;


export type HideKeyMetricMutation = { hideKeyMetric: { node: { version: number, inheritsKeyMetrics: boolean, id: string, name: string, level: OrgLevel, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }> } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type ListKeyMetricRulesQueryVariables = Exact<{
  nodeId: string;
  asOf?: string | null | undefined;
}>;


export type ListKeyMetricRulesQuery = { orgNode: { version: number, id: string, name: string, level: OrgLevel, keyMetricRules: Array<{ id: string, effect: KeyMetricRuleEffect, kind: KeyMetricKind | null, label: string | null, position: number | null, reach: KeyMetricRuleReach, locks: Array<KeyMetricLockAspect>, validFrom: string, metric: { id: string, key: string, name: string }, dormancy: { reason: KeyMetricRuleDormancyReason, lock: KeyMetricLockAspect | null, by: { id: string, name: string, level: OrgLevel } | null } | null }> } | null };

export type ListMembersQueryVariables = Exact<{
  teamId: string;
  first?: number;
  after?: string | null | undefined;
}>;


export type ListMembersQuery = { team: { members: { nodes: Array<{ id: string, email: string, name: string, status: UserStatus, dataVisibility: DataVisibility, team: { id: string, name: string, level: OrgLevel } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ListMetricsQueryVariables = Exact<{
  status?: MetricStatus | null | undefined;
  asOf?: string | null | undefined;
}>;


export type ListMetricsQuery = { metrics: Array<{ id: string, key: string, name: string, description: string, unit: string, direction: MetricDirection, defaultKind: KeyMetricKind, status: MetricStatus, version: number }> };

export type ListUsersQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type ListUsersQuery = { company: { users: { nodes: Array<{ id: string, email: string, name: string, status: UserStatus, dataVisibility: DataVisibility, team: { id: string, name: string, level: OrgLevel } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type LockKeyMetricMutationVariables = Exact<{
  input: LockKeyMetricInput;
}>;


export type LockKeyMetricMutation = { lockKeyMetric: { node: { version: number, inheritsKeyMetrics: boolean, id: string, name: string, level: OrgLevel, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }> } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type OverrideKeyMetricMutationVariables = Exact<{
  input: OverrideKeyMetricInput;
}>;


export type OverrideKeyMetricMutation = { overrideKeyMetric: { node: { version: number, inheritsKeyMetrics: boolean, id: string, name: string, level: OrgLevel, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }> } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type RemoveKeyMetricRuleMutationVariables = Exact<{
  input: RemoveKeyMetricRuleInput;
}>;


export type RemoveKeyMetricRuleMutation = { removeKeyMetricRule: { node: { version: number, inheritsKeyMetrics: boolean, id: string, name: string, level: OrgLevel, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }> } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type RestoreMetricMutationVariables = Exact<{
  input: RestoreMetricInput;
}>;


export type RestoreMetricMutation = { restoreMetric: { metric: { id: string, key: string, name: string, description: string, unit: string, direction: MetricDirection, defaultKind: KeyMetricKind, status: MetricStatus, version: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type SetKeyMetricInheritanceMutationVariables = Exact<{
  input: SetKeyMetricInheritanceInput;
}>;


export type SetKeyMetricInheritanceMutation = { setKeyMetricInheritance: { node: { version: number, inheritsKeyMetrics: boolean, id: string, name: string, level: OrgLevel, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }> } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type SetTrackingFrequencyMutationVariables = Exact<{
  input: SetTrackingFrequencyInput;
}>;


export type SetTrackingFrequencyMutation = { setTrackingFrequency: { company: { id: string, version: number, trackingFrequencies: Array<{ kind: KeyMetricKind, frequency: Frequency }> } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type UpdateMetricMutationVariables = Exact<{
  input: UpdateMetricInput;
}>;


export type UpdateMetricMutation = { updateMetric: { metric: { id: string, key: string, name: string, description: string, unit: string, direction: MetricDirection, defaultKind: KeyMetricKind, status: MetricStatus, version: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };
