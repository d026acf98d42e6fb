/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Whether an activity type is in use. */
export type ActivityTypeStatus =
  /** Can be logged where it is enabled. */
  | 'ACTIVE'
  /** Offered nowhere, wherever it is enabled. What was logged of it is counted on. */
  | 'ARCHIVED'
  | (string & {});

/** What allowed somebody to make a change. */
export type ActsAs =
  /** An integration, by the scopes of its API key. */
  | 'API_KEY'
  /** An admin of the company. */
  | 'COMPANY_ADMIN'
  /** An admin of a department, there and below. */
  | 'DEPARTMENT_ADMIN'
  /** A manager of a department, there and below. */
  | 'DEPARTMENT_MANAGER'
  /** Somebody without a role, for themselves. */
  | 'MEMBER'
  /** The system itself: an import, or what came with the installation. */
  | 'SYSTEM'
  /** An admin of a team. */
  | 'TEAM_ADMIN'
  /** A manager of a team. */
  | 'TEAM_LEAD'
  | (string & {});

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

/** What an API key may do, on the node it is bound to and below. A change by a key without the scope to read is made and answered with null. */
export type ApiKeyScope =
  /** Read who changed what. */
  | 'READ_AUDIT_LOG'
  /** Read the numbers of nodes and of people. */
  | 'READ_NUMBERS'
  /** Read departments and teams, the catalogue, and the key metrics in force with their rules. */
  | 'READ_ORGANIZATION'
  /** Read people, hidden ones included, their teams and their roles. */
  | 'READ_PEOPLE'
  /** Log, correct and void activities of anybody. */
  | 'WRITE_ACTIVITIES'
  /** Add, hide, override and lock key metrics, and say what a node inherits. */
  | 'WRITE_KEY_METRICS'
  /** Change the catalogue and the settings of the company; not for a key that is bound to a node. */
  | 'WRITE_METRICS'
  /** Create, rename, move and delete departments and teams; add, change and move people. */
  | 'WRITE_ORGANIZATION'
  /** Set targets. */
  | 'WRITE_TARGETS'
  | (string & {});

/** Whether an API key is answered. */
export type ApiKeyStatus =
  /** It is answered. */
  | 'ACTIVE'
  /** Its end has come, or the node it was bound to is no more. It is refused. */
  | 'EXPIRED'
  /** It was taken back, for ever. It is refused. */
  | 'REVOKED'
  | (string & {});

/** Which activity type to take out of use, everywhere at once. */
export type ArchiveActivityTypeInput = {
  /** Which activity type. */
  activityTypeId: string;
  /** The `version` of the activity type that you read. */
  expectedVersion: number;
};

/** Which metric to take out of use, everywhere at once. */
export type ArchiveMetricInput = {
  /** The `version` you read. */
  expectedVersion: number;
  /** Which metric. */
  metricId: string;
};

/** What was done. The list grows; a value is never taken out of it. */
export type AuditAction =
  /** A key metric was added on a node. */
  | 'ADD_KEY_METRIC'
  /** An activity type was archived. */
  | 'ARCHIVE_ACTIVITY_TYPE'
  /** A metric was archived. */
  | 'ARCHIVE_METRIC'
  /** A person came into a team, left one or moved. */
  | 'ASSIGN_TEAM'
  /** The target of a node or a person was copied from another period. */
  | 'COPY_TARGETS'
  /** An activity was corrected. */
  | 'CORRECT_ACTIVITY'
  /** An activity type was added to the company. */
  | 'CREATE_ACTIVITY_TYPE'
  /** An API key was made for an integration. */
  | 'CREATE_API_KEY'
  /** The company began. */
  | 'CREATE_COMPANY'
  /** A metric was added to the catalogue. */
  | 'CREATE_METRIC'
  /** A department or a team was created. */
  | 'CREATE_NODE'
  /** A person was added to the company. */
  | 'CREATE_USER'
  /** A person may not sign in any more. */
  | 'DEACTIVATE_USER'
  /** What a node itself enabled of activity types was taken back. */
  | 'DISABLE_ACTIVITY_TYPE'
  /** An activity type was enabled on a node. */
  | 'ENABLE_ACTIVITY_TYPE'
  /** A person was given a role on a node. */
  | 'GRANT_ROLE'
  /** An inherited key metric was hidden on a node. */
  | 'HIDE_KEY_METRIC'
  /** A node below kept what it had inherited from a rule that was taken back, in the same request. */
  | 'KEEP_KEY_METRIC_ATTRIBUTES'
  /** A name that a source gives a person was linked to the person. */
  | 'LINK_PERSON'
  /** What nodes below may do to a key metric was locked or unlocked. */
  | 'LOCK_KEY_METRIC'
  /** Activities were logged by the batch. */
  | 'LOG_ACTIVITIES'
  /** An activity was logged. */
  | 'LOG_ACTIVITY'
  /** A team was hung under another parent. */
  | 'MOVE_NODE'
  /** Kind, label or position of a key metric was set on a node. */
  | 'OVERRIDE_KEY_METRIC'
  /** A person may sign in again. */
  | 'REACTIVATE_USER'
  /** Sums of activities that were wrong were made anew. */
  | 'REBUILD_ROLLUPS'
  /** What a node said of a metric was taken back. */
  | 'REMOVE_KEY_METRIC_RULE'
  /** A metric is not computed from activities any more. */
  | 'REMOVE_METRIC_FORMULA'
  /** The target of a node or a person was given up for what is below. */
  | 'RESET_TARGET'
  /** An archived activity type was taken up again. */
  | 'RESTORE_ACTIVITY_TYPE'
  /** An archived metric was taken up again. */
  | 'RESTORE_METRIC'
  /** An API key was taken back. */
  | 'REVOKE_API_KEY'
  /** A role on a node was taken from a person. */
  | 'REVOKE_ROLE'
  /** An API key was given a new secret. */
  | 'ROTATE_API_KEY'
  /** Time zone, first day of the week, fiscal year or currency of the company was set. */
  | 'SET_CALENDAR'
  /** A person was hidden from peers, or shown to them again. */
  | 'SET_DATA_VISIBILITY'
  /** What managers and team leads may configure was set. */
  | 'SET_KEY_METRIC_DELEGATION'
  /** A node was set to inherit key metrics, or not to. */
  | 'SET_KEY_METRIC_INHERITANCE'
  /** How a metric is computed from activities was set. */
  | 'SET_METRIC_FORMULA'
  /** The target of a node or a person was set. */
  | 'SET_TARGET'
  /** The target of a node or a person was set, together with others. */
  | 'SET_TARGETS'
  /** How often a kind of key metric is looked at was set. */
  | 'SET_TRACKING_FREQUENCY'
  /** All tokens of a person stopped counting. */
  | 'SIGN_OUT_EVERYWHERE'
  /** An activity type was given another name. */
  | 'UPDATE_ACTIVITY_TYPE'
  /** A metric of the catalogue was changed. */
  | 'UPDATE_METRIC'
  /** An activity was taken back. */
  | 'VOID_ACTIVITY'
  | (string & {});

/** Which entries to read; each condition that is given narrows the choice. */
export type AuditLogFilter = {
  /** What this person, or this API key, did. */
  actorId?: string | null | undefined;
  /** What was done to this thing: see `entityId` of an entry. */
  entityId?: string | null | undefined;
  /** What was done at this instant or later. */
  from?: string | null | undefined;
  /** Whether `nodeId` stands for everything that hangs below it at present, too. */
  includeBelow?: boolean;
  /** What was done in one of these ways; an empty list finds nothing. */
  kinds?: Array<AuditAction> | null | undefined;
  /** What is about this node. Entries without a node, such as those of the catalogue, are about none. */
  nodeId?: string | null | undefined;
  /** What was done before this instant. */
  to?: string | null | undefined;
};

/** What becomes of a batch in which some items are wrong. */
export type BatchMode =
  /** Nothing is written unless all of it can be. */
  | 'ATOMIC'
  /** The items that are right are written, the others are not. */
  | 'PER_ITEM'
  | (string & {});

/** Which targets are to hold in another period as well. */
export type CopyTargetsInput = {
  /** By how much the copies differ, from "-100" to "1000": "10" is a tenth more, "-5" a twentieth less. Left out or null: not at all. */
  changePercent?: string | null | undefined;
  /** With `changePercent`: to how many digits after the point the copies are rounded, 0 to 6; a half goes away from zero. */
  decimals?: number;
  /** From which period, such as `{frequency: MONTHLY, offset: -1}` for the last month. Its `frequency` must be given: targets of that frequency are copied. */
  fromPeriod: PeriodInput;
  /** Also what is set on the nodes below, and for the people of its teams. False: on the node alone. */
  includeBelow?: boolean;
  /** The node whose targets are copied. */
  nodeId: string;
  /** Whether targets that were set for `toPeriod` itself are replaced. False: they stay. */
  replace?: boolean;
  /** To which period, of the same frequency. With nothing given: the one that is running. */
  toPeriod: PeriodInput;
};

/** What is to be different in an activity. */
export type CorrectActivityInput = {
  /** Which activity. */
  activityId: string;
  /** What was done: an activity type that is ACTIVE. People log what is enabled on the team it counts to. Left out or null: it stays. */
  activityTypeId?: string | null | undefined;
  /** What it is worth; negative for a credit note. Left out: it stays. Null: it is taken away. */
  amount?: string | null | undefined;
  /** The `version` of the activity that you read. */
  expectedVersion: number;
  /** What tells it apart from others of its type, at most 120 characters. Empty: none. Left out or null: it stays. */
  label?: string | null | undefined;
  /** Anything else, at most 2,000 characters. Empty: nothing. Left out or null: it stays. */
  note?: string | null | undefined;
  /** When it happened, not before the company began and at most 24 hours ahead; it counts to the team the person was in then. Left out or null: it stays. */
  occurredAt?: string | null | undefined;
  /** How much of it, more than 0. Left out or null: it stays. */
  quantity?: string | null | undefined;
};

/** A new kind of fact to log. It is offered nowhere until a node enables it. */
export type CreateActivityTypeInput = {
  /** 1 to 40 of A-Z, 0-9 and _, beginning with a letter. Unique, and for ever. */
  key: string;
  /** The name as it is shown; 1 to 120 characters. */
  name: string;
};

/** What an integration shall be allowed. It cannot be changed later. */
export type CreateApiKeyInput = {
  /** When it ends by itself, within 1826 days. Left out or null: it does not. */
  expiresAt?: string | null | undefined;
  /** What it is for; 1 to 120 characters. */
  name: string;
  /** The node it is bound to, with what is below. Left out or null: the whole company. */
  nodeId?: string | null | undefined;
  /** What it may do; at least one, and no more than it needs. */
  scopes: Array<ApiKeyScope>;
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

/** Whom to keep from signing in. */
export type DeactivateUserInput = {
  /** The `version` of the person that you have read. */
  expectedVersion: number;
  /** Which person. */
  userId: string;
};

/** Which activity type a node itself enables, and shall not any more. */
export type DisableActivityTypeInput = {
  /** Which activity type of the company. */
  activityTypeId: string;
  /** The `version` of the node that you read. */
  expectedVersion: number;
  /** On which node: a company, department or team. */
  nodeId: string;
};

/** Which activity type to offer on which node and below. */
export type EnableActivityTypeInput = {
  /** Which activity type of the company. */
  activityTypeId: string;
  /** The `version` of the node that you read. */
  expectedVersion: number;
  /** On which node: a company, department or team. */
  nodeId: string;
};

/** How often key metrics of one kind are tracked, and how long the periods are. */
export type Frequency =
  /** Every day. */
  | 'DAILY'
  /** Every month. */
  | 'MONTHLY'
  /** Every quarter of the fiscal year. */
  | 'QUARTERLY'
  /** Every week. */
  | 'WEEKLY'
  /** Every fiscal year. */
  | 'YEARLY'
  | (string & {});

/** Which role to give whom on which node. */
export type GrantRoleInput = {
  /** On which node; it reaches everything below. */
  nodeId: string;
  /** Which role. */
  role: Role;
  /** Who gets it: an active person. */
  userId: string;
};

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

/** What is checked, in the order of the answer. */
export type KeyMetricCheckCode =
  /** Does any node of the path add any key metric? */
  | 'CONFIGURED_ON_PATH'
  /** Was anything recorded? UNKNOWN until activities are tracked. */
  | 'DATA_IN_PERIOD'
  /** Is the person a member of the node, or has a role on it or above it? */
  | 'GRANT_ON_NODE'
  /** Is the person in a team, where the page goes by it? */
  | 'HAS_TEAM'
  /** Is the metric in force on the node? Without a metric: is any? */
  | 'METRIC_EFFECTIVE'
  /** Is it not archived? Without a metric: is any of them not? */
  | 'METRIC_NOT_ARCHIVED'
  /** On TEAM: do peers find the person in the list of their own team? The person and who manages them always do. As of the present. */
  | 'NOT_HIDDEN'
  /** Does this page show this node to the person? */
  | 'SURFACE_ALLOWED'
  /** May the person sign in? As of the present: earlier states are not kept. */
  | 'USER_ACTIVE'
  | (string & {});

/** What came out of a check. */
export type KeyMetricCheckOutcome =
  /** This alone keeps the metric from being seen; `fixes` says who can change it. */
  | 'FAIL'
  /** It is not this. */
  | 'PASS'
  /** It makes no sense here; the evidence says why. */
  | 'SKIPPED'
  /** It cannot be told, or it is not for you to see; the evidence says which. */
  | 'UNKNOWN'
  | (string & {});

/** What managers and team leads may do with the key metrics of their nodes. */
export type KeyMetricDelegation =
  /** Add, hide, override and restore key metrics; locks stay with the admins. */
  | 'HIDE_AND_ADD'
  /** Nothing: admins configure. */
  | 'NONE'
  | (string & {});

/** What can be done. */
export type KeyMetricFixCode =
  /** Add the metric on the node: `addKeyMetric`. */
  | 'ADD_KEY_METRIC'
  /** Put the person into a team: into `node`, if there is one. */
  | 'ASSIGN_TEAM'
  /** Give the person a role on the node: `grantRole`. */
  | 'GRANT_ROLE'
  /** Let the node inherit: `setKeyMetricInheritance`. */
  | 'INHERIT'
  /** Log what the person did. */
  | 'LOG_ACTIVITY'
  /** Look at the node on the page ORGANIZATION instead. */
  | 'OPEN_ANOTHER_PAGE'
  /** Let the person sign in again: `reactivateUser`. */
  | 'REACTIVATE_USER'
  /** Take back the rule that hides it: `removeKeyMetricRule`. */
  | 'REMOVE_RULE'
  /** Restore the metric: `restoreMetric`. */
  | 'RESTORE_METRIC'
  /** Show the person to peers again: `setDataVisibility`. */
  | 'SHOW_USER'
  /** Let the rule reach below its node: `overrideKeyMetric` with `reach: NODE_AND_BELOW`. */
  | 'WIDEN_REACH'
  | (string & {});

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

/** The pages on which people look for key metrics. */
export type KeyMetricSurface =
  /** One’s own key metrics: those of the team; without a team, of the node of the strongest role. `nodeId` switches to another. */
  | 'HOME'
  /** The overview of a node. Opens with the node of the person’s strongest role, else with the team. */
  | 'ORGANIZATION'
  /** The page of the person; it goes by the person’s team and nothing else. */
  | 'PROFILE'
  /** The page of a team with its people. Opens with one’s own. */
  | 'TEAM'
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

/** The answer in one word: the cause by the first check that fails. */
export type KeyMetricVerdict =
  /** The metric is archived. */
  | 'ARCHIVED'
  /** A node of the path does not inherit, and so keeps the metric out. */
  | 'BLOCKED'
  /** A node of the path hides the metric. */
  | 'HIDDEN'
  /** The person is hidden from peers, who do not find them in the list of the team. */
  | 'HIDDEN_PERSON'
  /** Nothing on the path adds this metric. */
  | 'NEVER_ADDED'
  /** A node above adds the metric for itself only. */
  | 'NODE_ONLY'
  /** Neither the node nor a node above it adds any key metric. */
  | 'NOTHING_CONFIGURED'
  /** The metric is shown, but nothing was recorded in the period. */
  | 'NO_DATA'
  /** The person is no member of the node and holds no role on it or above it. */
  | 'NO_GRANT'
  /** The page goes by the person’s team, and there is none. */
  | 'NO_TEAM'
  /** This page does not show this node to the person; another may. */
  | 'SURFACE_NOT_ALLOWED'
  /** Nothing fails as far as you may see; what is UNKNOWN could be the cause. */
  | 'UNDETERMINED'
  /** The person cannot sign in. */
  | 'USER_DEACTIVATED'
  /** Nothing stands in the way: the page shows it. */
  | 'VISIBLE'
  | (string & {});

/** Whom a source means. */
export type LinkPersonInput = {
  /** What it calls the person, exactly as in `unlinkedPeople`. */
  reference: string;
  /** The system that speaks of the person. */
  source: string;
  /** Who it is. */
  userId: string;
};

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

/** What people did, as one system tells it. */
export type LogActivitiesInput = {
  /** True: answers the same and writes nothing. */
  dryRun?: boolean;
  /** The activities, at most 1000. */
  items: Array<LogActivitiesItemInput>;
  /** What becomes of the batch when some items are wrong. */
  mode: BatchMode;
  /** The system all of it comes from, at most 200 characters, such as salesforce. */
  source: string;
};

/** What somebody did. Name the person in exactly one of the three ways. */
export type LogActivitiesItemInput = {
  /** What was done: an activity type that is ACTIVE. People log what is enabled on the team it counts to. */
  activityTypeId: string;
  /** What it is worth; negative for a credit note. Left out: nothing. */
  amount?: string | null | undefined;
  /** Who did it, by e-mail address. An address that nobody has is kept aside. */
  email?: string | null | undefined;
  /** What the source calls it, at most 200 characters: the same again is the same activity, so that sending twice counts once. */
  externalId?: string | null | undefined;
  /** What tells it apart from others of its type, at most 120 characters. Left out: none. */
  label?: string | null | undefined;
  /** Anything else, at most 2,000 characters. Left out: nothing. */
  note?: string | null | undefined;
  /** When it happened, not before the company began and at most 24 hours ahead; it counts to the team the person was in then. Left out: now. */
  occurredAt?: string | null | undefined;
  /** Who did it, as the source calls them: whom that name was linked to, else who has it as e-mail address; else it is kept aside. */
  personReference?: string | null | undefined;
  /** How much of it, more than 0. Left out: 1. */
  quantity?: string | null | undefined;
  /** Who did it, by id. */
  userId?: string | null | undefined;
};

/** What somebody did. */
export type LogActivityInput = {
  /** What was done: an activity type that is ACTIVE. People log what is enabled on the team it counts to. */
  activityTypeId: string;
  /** What it is worth; negative for a credit note. Left out: nothing. */
  amount?: string | null | undefined;
  /** What the source calls it, at most 200 characters: the same again is the same activity, so that sending twice counts once. */
  externalId?: string | null | undefined;
  /** What tells it apart from others of its type, at most 120 characters. Left out: none. */
  label?: string | null | undefined;
  /** Anything else, at most 2,000 characters. Left out: nothing. */
  note?: string | null | undefined;
  /** When it happened, not before the company began and at most 24 hours ahead; it counts to the team the person was in then. Left out: now. */
  occurredAt?: string | null | undefined;
  /** How much of it, more than 0. Left out: 1. */
  quantity?: string | null | undefined;
  /** The system it comes from, at most 200 characters. Left out: API. */
  source?: string | null | undefined;
  /** Who did it. Left out: whoever asks. */
  userId?: string | null | undefined;
};

/** What became of an item of a batch. */
export type LogActivityStatus =
  /** It is new. */
  | 'CREATED'
  /** It cannot be written; its `userErrors` say why. */
  | 'REJECTED'
  /** It was there already, with the same content. */
  | 'UNCHANGED'
  /** It was kept aside, and is now given to the person it is of, who has become known. */
  | 'UPDATED'
  | (string & {});

/** Which way is better. */
export type MetricDirection =
  /** Less is better. */
  | 'DECREASE'
  /** More is better. */
  | 'INCREASE'
  | (string & {});

/** How to compute a metric. */
export type MetricFormulaInput = {
  /** Which activity types to take, at least one. Of COUNT, SUM and AVERAGE; left out of a RATIO. */
  activityTypeIds?: Array<string> | null | undefined;
  /** Which metric to divide by. Of a RATIO, and computed as COUNT or SUM; left out of other kinds. */
  denominatorMetricId?: string | null | undefined;
  /** How it is computed. */
  kind: MetricFormulaKind;
  /** Take only activities with this label, 1 to 120 characters; null: whatever their label. Of COUNT, SUM and AVERAGE; left out of a RATIO. */
  label?: string | null | undefined;
  /** Which metric to divide. Of a RATIO, and computed as COUNT or SUM; left out of other kinds. */
  numeratorMetricId?: string | null | undefined;
};

/** How the value of a metric is computed. */
export type MetricFormulaKind =
  /** The amounts of the activities over their quantities. */
  | 'AVERAGE'
  /** The quantities of the activities, added up. */
  | 'COUNT'
  /** One metric over another. */
  | 'RATIO'
  /** The amounts of the activities, added up. */
  | 'SUM'
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

/** How it is known what should have come in by now. */
export type PaceMethod =
  /** As in the periods before: with at least 4 of them, where that told them better. */
  | 'HISTORICAL'
  /** Evenly over the period. */
  | 'LINEAR'
  | (string & {});

/** Which period. With nothing given: the one that is running. */
export type PeriodInput = {
  /** A day it holds, in the company’s time zone, from 1900 to 2199. Left out or null: today. */
  containing?: string | null | undefined;
  /** How long it is. Left out or null: as often as the kind of the key metric is tracked. */
  frequency?: Frequency | null | undefined;
  /** So many periods later, or earlier when negative: -1 is the one before; -400 to 400. */
  offset?: number | null | undefined;
};

/** How a key metric stands to its target. For a limit (DECREASE) target / forecast counts instead of forecast / target. */
export type ProgressStatus =
  /** The target is reached; a limit is kept once the period is over. */
  | 'ACHIEVED'
  /** Less than half of it will be. */
  | 'AT_RISK'
  /** At least half of it will be. */
  | 'BEHIND'
  /** There is none: compare with the previous period. */
  | 'NO_TARGET'
  /** It will be reached if it goes on like this. */
  | 'ON_TRACK'
  | (string & {});

/** Whom to let sign in again. */
export type ReactivateUserInput = {
  /** The `version` of the person that you have read. */
  expectedVersion: number;
  /** Which person. */
  userId: string;
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

/** Which metric not to compute from activities any more. */
export type RemoveMetricFormulaInput = {
  /** The `version` of the metric that you read. */
  expectedVersion: number;
  /** Which metric. */
  metricId: string;
};

/** Which target is to come from below again. */
export type ResetTargetInput = {
  /** True: also for the periods after it, until one that is set. False: for this period only; after it holds again what did before. */
  carryForward?: boolean;
  /** The `version` of the target that you read. */
  expectedVersion?: number;
  /** Of which metric. */
  metricId: string;
  /** Of which node. Either this or `userId`. */
  nodeId?: string | null | undefined;
  /** For which period. Left out or null: the one that is running. */
  period?: PeriodInput | null | undefined;
  /** Of which person. Either this or `nodeId`. */
  userId?: string | null | undefined;
};

/** Which archived activity type to take into use again, on the nodes that enable it. */
export type RestoreActivityTypeInput = {
  /** Which activity type. */
  activityTypeId: string;
  /** The `version` of the activity type that you read. */
  expectedVersion: number;
};

/** Which archived metric to take into use again. */
export type RestoreMetricInput = {
  /** The `version` you read. */
  expectedVersion: number;
  /** Which metric. */
  metricId: string;
};

/** Which key to take back. */
export type RevokeApiKeyInput = {
  /** Which key. */
  apiKeyId: string;
  /** The `version` you read. */
  expectedVersion: number;
};

/** Which role to take from whom on which node. */
export type RevokeRoleInput = {
  /** The very node it is held on; what is held above stays. */
  nodeId: string;
  /** Which role. */
  role: Role;
  /** Who holds it. */
  userId: string;
};

/** What a person may do on a node and below it. */
export type Role =
  /** Configures the node; on the company: the company admin, who configures everything. */
  | 'ADMIN'
  /** Runs the node: the department manager, the team lead. */
  | 'MANAGER'
  | (string & {});

/** Which key gets a new secret, and how long the old one lives on. */
export type RotateApiKeyInput = {
  /** Which key. */
  apiKeyId: string;
  /** The `version` you read. */
  expectedVersion: number;
  /** Until when the secret so far can be used beside the new one, at most 30 days; an instant that has passed: it ends at once. Left out or null: 24 hours. */
  oldSecretExpiresAt?: string | null | undefined;
};

/** What the periods of the company follow from, from now on. */
export type SetCalendarInput = {
  /** A code of ISO 4217, such as EUR. Left out or null: it stays as it is. */
  currency?: string | null | undefined;
  /** The `version` of the company that you read. */
  expectedVersion: number;
  /** The month in which years and quarters begin, 1 (January) to 12. Left out or null: it stays as it is. */
  fiscalYearStartMonth?: number | null | undefined;
  /** A time zone of IANA, such as Europe/Oslo. Left out or null: it stays as it is. */
  timeZone?: string | null | undefined;
  /** The day on which weeks begin. Left out or null: it stays as it is. */
  weekStart?: Weekday | null | undefined;
};

/** Whom to hide from peers, or to show again. */
export type SetDataVisibilityInput = {
  /** Whether peers see the person in lists and rankings. */
  dataVisibility: DataVisibility;
  /** The `version` of the person that you have read. */
  expectedVersion: number;
  /** Which person. */
  userId: string;
};

/** What managers and team leads may do from now on. */
export type SetKeyMetricDelegationInput = {
  /** The new setting. */
  delegation: KeyMetricDelegation;
  /** The `version` of the company that you have read. */
  expectedVersion: number;
};

/** Whether a node starts from what is above it. */
export type SetKeyMetricInheritanceInput = {
  /** The `version` of the node that you read. */
  expectedVersion: number;
  /** False: the node starts from nothing but what is mandatory. */
  inheritsKeyMetrics: boolean;
  /** On which node: a company, department or team. */
  nodeId: string;
};

/** Which metric to compute from activities, and how. */
export type SetMetricFormulaInput = {
  /** The `version` of the metric that you read. */
  expectedVersion: number;
  /** The whole formula: it takes the place of the one before. */
  formula: MetricFormulaInput;
  /** Which metric. */
  metricId: string;
};

/** What a node or a person is to reach. */
export type SetTargetInput = {
  /** How much. */
  amount: string;
  /** True: also for the periods after it, until one that is set. False: for this period only; after it holds again what did before. */
  carryForward?: boolean;
  /** The `version` of the target that you read; 0, also when left out: nothing was set yet. */
  expectedVersion?: number;
  /** Of which metric. */
  metricId: string;
  /** Of which node. Either this or `userId`. */
  nodeId?: string | null | undefined;
  /** For which period. Left out or null: the one that is running. */
  period?: PeriodInput | null | undefined;
  /** Of which person. Either this or `nodeId`. */
  userId?: string | null | undefined;
};

/** What became of a target among many. */
export type SetTargetStatus =
  /** Nothing was set for that very period before. */
  | 'CREATED'
  /** It cannot be set; its `userErrors` say why. */
  | 'REJECTED'
  /** It was set so already. */
  | 'UNCHANGED'
  /** It replaces what was set for that period. */
  | 'UPDATED'
  | (string & {});

/** What nodes and people are to reach. */
export type SetTargetsInput = {
  /** True: answers the same and writes nothing. */
  dryRun?: boolean;
  /** The targets, at most 1000. */
  items: Array<SetTargetsItemInput>;
  /** What becomes of the call when some items are wrong. */
  mode: BatchMode;
};

/** What a node or a person is to reach. */
export type SetTargetsItemInput = {
  /** How much. */
  amount: string;
  /** True: also for the periods after it, until one that is set. False: for this period only; after it holds again what did before. */
  carryForward?: boolean;
  /** The `version` of the target that you read; 0: nothing was set yet. Left out or null: whatever was set is replaced. */
  expectedVersion?: number | null | undefined;
  /** Of which metric. */
  metricId: string;
  /** Of which node. Either this or `userId`. */
  nodeId?: string | null | undefined;
  /** For which period. Left out or null: the one that is running. */
  period?: PeriodInput | null | undefined;
  /** Of which person. Either this or `nodeId`. */
  userId?: string | null | undefined;
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

/** Whose tokens to take back. */
export type SignOutEverywhereInput = {
  /** The `version` of the person that you have read. */
  expectedVersion: number;
  /** Which person: yourself, or with the rights of a company admin anybody. */
  userId: string;
};

/** Where the amount of a target comes from. */
export type TargetSource =
  /** Somebody set it here, for this period or an earlier one that carries it forward. */
  | 'MANUAL'
  /** The sum of the level below: of a team its people, of a department its teams. */
  | 'ROLLUP'
  | (string & {});

/** What to change of an activity type. The key never changes. */
export type UpdateActivityTypeInput = {
  /** Which activity type. */
  activityTypeId: string;
  /** The `version` of the activity type that you read. */
  expectedVersion: number;
  /** The name as it is shown; 1 to 120 characters. */
  name: string;
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
  /** The company would have no active company admin any more. */
  | 'LAST_ADMIN'
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

/** Which activity to take back. */
export type VoidActivityInput = {
  /** Which activity. */
  activityId: string;
  /** The `version` of the activity that you read. */
  expectedVersion: number;
};

/** A day of the week. */
export type Weekday =
  /** Friday. */
  | 'FRIDAY'
  /** Monday, as ISO 8601 has it. */
  | 'MONDAY'
  /** Saturday. */
  | 'SATURDAY'
  /** Sunday. */
  | 'SUNDAY'
  /** Thursday. */
  | 'THURSDAY'
  /** Tuesday. */
  | 'TUESDAY'
  /** Wednesday. */
  | 'WEDNESDAY'
  | (string & {});

export type AddKeyMetricMutationVariables = Exact<{
  input: AddKeyMetricInput;
}>;


export type AddKeyMetricMutation = { addKeyMetric: { node: { version: number, inheritsKeyMetrics: boolean | null, id: string, name: string, level: OrgLevel, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }> | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type ArchiveActivityTypeMutationVariables = Exact<{
  input: ArchiveActivityTypeInput;
}>;


export type ArchiveActivityTypeMutation = { archiveActivityType: { activityType: { id: string, key: string, name: string, status: ActivityTypeStatus, version: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type ArchiveMetricMutationVariables = Exact<{
  input: ArchiveMetricInput;
}>;


export type ArchiveMetricMutation = { archiveMetric: { metric: { id: string, key: string, name: string, description: string, unit: string, direction: MetricDirection, defaultKind: KeyMetricKind, status: MetricStatus, version: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type CopyTargetsMutationVariables = Exact<{
  input: CopyTargetsInput;
}>;


export type CopyTargetsMutation = { copyTargets: { targets: Array<{ metric: { id: string, key: string, name: string }, node: { id: string, name: string, level: OrgLevel } | null, user: { id: string, name: string } | null, target: { amount: string | null, source: TargetSource, rollup: string | null, coverage: string | null, carriesForward: boolean, setAt: string | null, version: number, setBy: { id: string, name: string } | null, period: { frequency: Frequency, start: string, end: string, startsAt: string, endsAt: string, label: string } } | null }>, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type CorrectActivityMutationVariables = Exact<{
  input: CorrectActivityInput;
}>;


export type CorrectActivityMutation = { correctActivity: { activity: { id: string, quantity: string, amount: string | null, label: string, note: string, occurredAt: string, recordedAt: string, source: string, externalId: string | null, isVoided: boolean, isUnlinked: boolean, version: number, type: { id: string, key: string, name: string }, user: { id: string, name: string } | null, team: { id: string, name: string, level: OrgLevel } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type CreateActivityTypeMutationVariables = Exact<{
  input: CreateActivityTypeInput;
}>;


export type CreateActivityTypeMutation = { createActivityType: { activityType: { id: string, key: string, name: string, status: ActivityTypeStatus, version: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type CreateApiKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type CreateApiKeyMutation = { createApiKey: { secret: string | null, apiKey: { id: string, name: string, scopes: Array<ApiKeyScope>, status: ApiKeyStatus, createdAt: string, expiresAt: string | null, revokedAt: string | null, lastUsedAt: string | null, version: number, node: { id: string, name: string, level: OrgLevel } | null, secrets: Array<{ lastCharacters: string, createdAt: string, expiresAt: string | null, lastUsedAt: string | null }> } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type CreateMetricMutationVariables = Exact<{
  input: CreateMetricInput;
}>;


export type CreateMetricMutation = { createMetric: { metric: { id: string, key: string, name: string, description: string, unit: string, direction: MetricDirection, defaultKind: KeyMetricKind, status: MetricStatus, version: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type DeactivateUserMutationVariables = Exact<{
  input: DeactivateUserInput;
}>;


export type DeactivateUserMutation = { deactivateUser: { user: { id: string, email: string, name: string, status: UserStatus, dataVisibility: DataVisibility, team: { id: string, name: string, level: OrgLevel } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type DisableActivityTypeMutationVariables = Exact<{
  input: DisableActivityTypeInput;
}>;


export type DisableActivityTypeMutation = { disableActivityType: { node: { version: number, id: string, name: string, level: OrgLevel, activityTypes: Array<{ isInherited: boolean, activityType: { id: string, key: string, name: string, status: ActivityTypeStatus, version: number }, enabledAt: { id: string, name: string, level: OrgLevel } }> | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type EnableActivityTypeMutationVariables = Exact<{
  input: EnableActivityTypeInput;
}>;


export type EnableActivityTypeMutation = { enableActivityType: { node: { version: number, id: string, name: string, level: OrgLevel, activityTypes: Array<{ isInherited: boolean, activityType: { id: string, key: string, name: string, status: ActivityTypeStatus, version: number }, enabledAt: { id: string, name: string, level: OrgLevel } }> | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type ExplainKeyMetricQueryVariables = Exact<{
  userId: string;
  nodeId?: string | null | undefined;
  metricId?: string | null | undefined;
  surface: KeyMetricSurface;
  asOf?: string | null | undefined;
}>;


export type ExplainKeyMetricQuery = { explainKeyMetric: { verdict: KeyMetricVerdict, surface: KeyMetricSurface, user: { id: string, name: string }, node: { id: string, name: string, level: OrgLevel } | null, metric: { id: string, key: string, name: string } | null, checks: Array<{ check: KeyMetricCheckCode, outcome: KeyMetricCheckOutcome, evidence: string, node: { id: string, name: string, level: OrgLevel } | null }>, trace: Array<{ outcome: KeyMetricTraceOutcome, visible: boolean, node: { id: string, name: string, level: OrgLevel } }>, fixes: Array<{ fix: KeyMetricFixCode, check: KeyMetricCheckCode, description: string, node: { id: string, name: string, level: OrgLevel } | null, by: Array<{ id: string, name: string, email: string }> }> } | null };

export type MetricFieldsFragment = { id: string, key: string, name: string, description: string, unit: string, direction: MetricDirection, defaultKind: KeyMetricKind, status: MetricStatus, version: number };

export type ActivityTypeFieldsFragment = { id: string, key: string, name: string, status: ActivityTypeStatus, version: number };

export type MetricFormulaFieldsFragment = { kind: MetricFormulaKind, label: string | null, activityTypes: Array<{ id: string, key: string, name: string, status: ActivityTypeStatus, version: number }>, numerator: { id: string, key: string, name: string } | null, denominator: { id: string, key: string, name: string } | null };

export type OrgNodeRefFragment = { id: string, name: string, level: OrgLevel };

export type OrgNodeFieldsFragment = { inheritsKeyMetrics: boolean | null, version: number, id: string, name: string, level: OrgLevel, path: Array<{ id: string, name: string, level: OrgLevel }> };

export type EffectiveKeyMetricFieldsFragment = { kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> };

export type EnabledActivityTypeFieldsFragment = { isInherited: boolean, activityType: { id: string, key: string, name: string, status: ActivityTypeStatus, version: number }, enabledAt: { id: string, name: string, level: OrgLevel } };

export type KeyMetricRuleFieldsFragment = { id: string, effect: KeyMetricRuleEffect, kind: KeyMetricKind | null, label: string | null, position: number | null, reach: KeyMetricRuleReach, locks: Array<KeyMetricLockAspect>, validFrom: string, metric: { id: string, key: string, name: string }, dormancy: { reason: KeyMetricRuleDormancyReason, lock: KeyMetricLockAspect | null, by: { id: string, name: string, level: OrgLevel } | null } | null };

export type UserFieldsFragment = { id: string, email: string, name: string, status: UserStatus, dataVisibility: DataVisibility, team: { id: string, name: string, level: OrgLevel } | null };

export type RoleAssignmentFieldsFragment = { id: string, role: Role, validFrom: string, user: { id: string, email: string, name: string, status: UserStatus, dataVisibility: DataVisibility, team: { id: string, name: string, level: OrgLevel } | null }, node: { id: string, name: string, level: OrgLevel } };

export type ApiKeyFieldsFragment = { id: string, name: string, scopes: Array<ApiKeyScope>, status: ApiKeyStatus, createdAt: string, expiresAt: string | null, revokedAt: string | null, lastUsedAt: string | null, version: number, node: { id: string, name: string, level: OrgLevel } | null, secrets: Array<{ lastCharacters: string, createdAt: string, expiresAt: string | null, lastUsedAt: string | null }> };

export type PeriodFieldsFragment = { frequency: Frequency, start: string, end: string, startsAt: string, endsAt: string, label: string };

export type ActivityFieldsFragment = { id: string, quantity: string, amount: string | null, label: string, note: string, occurredAt: string, recordedAt: string, source: string, externalId: string | null, isVoided: boolean, isUnlinked: boolean, version: number, type: { id: string, key: string, name: string }, user: { id: string, name: string } | null, team: { id: string, name: string, level: OrgLevel } | null };

export type TargetFieldsFragment = { amount: string | null, source: TargetSource, rollup: string | null, coverage: string | null, carriesForward: boolean, setAt: string | null, version: number, setBy: { id: string, name: string } | null, period: { frequency: Frequency, start: string, end: string, startsAt: string, endsAt: string, label: string } };

export type PageFieldsFragment = { hasNextPage: boolean, endCursor: string | null };

export type UserErrorFieldsFragment = { code: UserErrorCode, message: string, path: Array<string> };

export type ChangedNodeFragment = { version: number, inheritsKeyMetrics: boolean | null, id: string, name: string, level: OrgLevel, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }> | null };

export type GetActivityLoggerQueryVariables = Exact<{
  teamId: string;
}>;


export type GetActivityLoggerQuery = { team: { version: number, id: string, name: string, level: OrgLevel, activityLogger: Array<{ id: string, key: string, name: string, status: ActivityTypeStatus, version: number }>, activityTypes: Array<{ isInherited: boolean, activityType: { id: string, key: string, name: string, status: ActivityTypeStatus, version: number }, enabledAt: { id: string, name: string, level: OrgLevel } }> | null } | null };

export type GetCalendarQueryVariables = Exact<{
  frequency?: Frequency;
  containing?: string | null | undefined;
  offset?: number | null | undefined;
  asOf?: string | null | undefined;
}>;


export type GetCalendarQuery = { company: { id: string, version: number, calendar: { timeZone: string, weekStart: Weekday, fiscalYearStartMonth: number, currency: string }, period: { frequency: Frequency, start: string, end: string, startsAt: string, endsAt: string, label: string } } | null };

export type GetCompanyQueryVariables = Exact<{
  asOf?: string | null | undefined;
}>;


export type GetCompanyQuery = { company: { inheritsKeyMetrics: boolean | null, version: number, id: string, name: string, level: OrgLevel, trackingFrequencies: Array<{ kind: KeyMetricKind, frequency: Frequency }>, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }> | null, path: Array<{ id: string, name: string, level: OrgLevel }> } | null };

export type GetDepartmentQueryVariables = Exact<{
  id: string;
  asOf?: string | null | undefined;
}>;


export type GetDepartmentQuery = { department: { inheritsKeyMetrics: boolean | null, version: number, id: string, name: string, level: OrgLevel, teams: Array<{ id: string, name: string, level: OrgLevel }>, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }> | null, path: Array<{ id: string, name: string, level: OrgLevel }> } | null };

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


export type GetOrgNodeQuery = { orgNode: { inheritsKeyMetrics: boolean | null, version: number, id: string, name: string, level: OrgLevel, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }> | null, path: Array<{ id: string, name: string, level: OrgLevel }> } | null };

export type GetOrganizationQueryVariables = Exact<{
  asOf?: string | null | undefined;
  kind?: KeyMetricKind | null | undefined;
}>;


export type GetOrganizationQuery = { company: { version: number, id: string, name: string, level: OrgLevel, departments: Array<{ version: number, id: string, name: string, level: OrgLevel, teams: Array<{ version: number, id: string, name: string, level: OrgLevel, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }> | null }>, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }> | null }>, teams: Array<{ version: number, id: string, name: string, level: OrgLevel, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }> | null }>, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }> | null } | null };

export type TreeNodeFragment = { version: number, id: string, name: string, level: OrgLevel, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }> | null };

export type GetPeriodsQueryVariables = Exact<{
  frequency: Frequency;
  from: string;
  to: string;
}>;


export type GetPeriodsQuery = { company: { periods: Array<{ frequency: Frequency, start: string, end: string, startsAt: string, endsAt: string, label: string }> } | null };

export type GetProgressQueryVariables = Exact<{
  nodeId: string;
  period?: PeriodInput | null | undefined;
  userId?: string | null | undefined;
  kind?: KeyMetricKind | null | undefined;
}>;


export type GetProgressQuery = { orgNode: { id: string, name: string, level: OrgLevel, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, metric: { id: string, key: string, unit: string, direction: MetricDirection }, progress: { actual: string | null, target: string | null, gap: string | null, attainment: string | null, expected: string | null, forecast: string | null, status: ProgressStatus, period: { frequency: Frequency, start: string, end: string, startsAt: string, endsAt: string, label: string }, pace: { method: PaceMethod, share: string, error: string | null, periods: number } | null, previous: { actual: string | null, actualAtThisPoint: string | null, change: string | null, period: { start: string, end: string, label: string } }, series: Array<{ day: string, value: string | null }> } | null }> | null } | null };

export type GetTargetQueryVariables = Exact<{
  nodeId: string;
  metricId: string;
  period?: PeriodInput | null | undefined;
}>;


export type GetTargetQuery = { orgNode: { id: string, name: string, level: OrgLevel, target: { amount: string | null, source: TargetSource, rollup: string | null, coverage: string | null, carriesForward: boolean, setAt: string | null, version: number, setBy: { id: string, name: string } | null, period: { frequency: Frequency, start: string, end: string, startsAt: string, endsAt: string, label: string } } | null } | null };

export type GetTeamQueryVariables = Exact<{
  id: string;
  asOf?: string | null | undefined;
}>;


export type GetTeamQuery = { team: { inheritsKeyMetrics: boolean | null, version: number, id: string, name: string, level: OrgLevel, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }> | null, path: Array<{ id: string, name: string, level: OrgLevel }> } | null };

export type GetViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type GetViewerQuery = { viewer: { id: string, email: string, name: string, status: UserStatus, dataVisibility: DataVisibility, roleAssignments: Array<{ role: Role, node: { id: string, name: string, level: OrgLevel } }>, team: { id: string, name: string, level: OrgLevel } | null } | null };

export type GrantRoleMutationVariables = Exact<{
  input: GrantRoleInput;
}>;


export type GrantRoleMutation = { grantRole: { roleAssignment: { id: string, role: Role, validFrom: string, user: { id: string, email: string, name: string, status: UserStatus, dataVisibility: DataVisibility, team: { id: string, name: string, level: OrgLevel } | null }, node: { id: string, name: string, level: OrgLevel } } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type HideKeyMetricMutationVariables = Exact<{
  input: HideKeyMetricInput;
}>;


export type HideKeyMetricMutation = { hideKeyMetric: { node: { version: number, inheritsKeyMetrics: boolean | null, id: string, name: string, level: OrgLevel, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }> | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type LinkPersonMutationVariables = Exact<{
  input: LinkPersonInput;
}>;


export type LinkPersonMutation = { linkPerson: { user: { id: string, email: string, name: string, status: UserStatus, dataVisibility: DataVisibility, team: { id: string, name: string, level: OrgLevel } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type ListActivityTypesQueryVariables = Exact<{
  status?: ActivityTypeStatus | null | undefined;
}>;


export type ListActivityTypesQuery = { activityTypes: Array<{ id: string, key: string, name: string, status: ActivityTypeStatus, version: number }> };

export type ListAdministratorsQueryVariables = Exact<{
  nodeId: string;
  first?: number;
  after?: string | null | undefined;
}>;


export type ListAdministratorsQuery = { orgNode: { administrators: { nodes: Array<{ id: string, role: Role, validFrom: string, user: { id: string, email: string, name: string, status: UserStatus, dataVisibility: DataVisibility, team: { id: string, name: string, level: OrgLevel } | null }, node: { id: string, name: string, level: OrgLevel } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type ListApiKeysQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type ListApiKeysQuery = { company: { apiKeys: { nodes: Array<{ id: string, name: string, scopes: Array<ApiKeyScope>, status: ApiKeyStatus, createdAt: string, expiresAt: string | null, revokedAt: string | null, lastUsedAt: string | null, version: number, createdBy: { id: string, name: string } | null, node: { id: string, name: string, level: OrgLevel } | null, secrets: Array<{ lastCharacters: string, createdAt: string, expiresAt: string | null, lastUsedAt: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type ListAuditLogQueryVariables = Exact<{
  filter?: AuditLogFilter | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type ListAuditLogQuery = { auditLog: { nodes: Array<{ id: string, at: string, action: AuditAction, actsAs: ActsAs, entityId: string | null, requestId: string, actor: { id: string, name: string } | null, node: { id: string, name: string, level: OrgLevel } | null, changes: Array<{ field: string, before: string | null, after: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ListKeyMetricRulesQueryVariables = Exact<{
  nodeId: string;
  asOf?: string | null | undefined;
}>;


export type ListKeyMetricRulesQuery = { orgNode: { version: number, id: string, name: string, level: OrgLevel, keyMetricRules: Array<{ id: string, effect: KeyMetricRuleEffect, kind: KeyMetricKind | null, label: string | null, position: number | null, reach: KeyMetricRuleReach, locks: Array<KeyMetricLockAspect>, validFrom: string, metric: { id: string, key: string, name: string }, dormancy: { reason: KeyMetricRuleDormancyReason, lock: KeyMetricLockAspect | null, by: { id: string, name: string, level: OrgLevel } | null } | null }> | null } | null };

export type ListManagersQueryVariables = Exact<{
  nodeId: string;
  first?: number;
  after?: string | null | undefined;
}>;


export type ListManagersQuery = { orgNode: { managers: { nodes: Array<{ id: string, role: Role, validFrom: string, user: { id: string, email: string, name: string, status: UserStatus, dataVisibility: DataVisibility, team: { id: string, name: string, level: OrgLevel } | null }, node: { id: string, name: string, level: OrgLevel } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

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

export type ListTeamActivitiesQueryVariables = Exact<{
  teamId: string;
  activityTypeId?: string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
  includeVoided?: boolean;
  first?: number;
  after?: string | null | undefined;
}>;


export type ListTeamActivitiesQuery = { team: { activities: { nodes: Array<{ id: string, quantity: string, amount: string | null, label: string, note: string, occurredAt: string, recordedAt: string, source: string, externalId: string | null, isVoided: boolean, isUnlinked: boolean, version: number, type: { id: string, key: string, name: string }, user: { id: string, name: string } | null, team: { id: string, name: string, level: OrgLevel } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ListUnlinkedPeopleQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type ListUnlinkedPeopleQuery = { company: { unlinkedPeople: { nodes: Array<{ source: string, reference: string, count: number, firstOccurredAt: string, lastOccurredAt: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type ListUserActivitiesQueryVariables = Exact<{
  userId: string;
  activityTypeId?: string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
  includeVoided?: boolean;
  first?: number;
  after?: string | null | undefined;
}>;


export type ListUserActivitiesQuery = { user: { activities: { nodes: Array<{ id: string, quantity: string, amount: string | null, label: string, note: string, occurredAt: string, recordedAt: string, source: string, externalId: string | null, isVoided: boolean, isUnlinked: boolean, version: number, type: { id: string, key: string, name: string }, user: { id: string, name: string } | null, team: { id: string, name: string, level: OrgLevel } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ListUsersQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type ListUsersQuery = { company: { users: { nodes: Array<{ id: string, email: string, name: string, status: UserStatus, dataVisibility: DataVisibility, team: { id: string, name: string, level: OrgLevel } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type LockKeyMetricMutationVariables = Exact<{
  input: LockKeyMetricInput;
}>;


export type LockKeyMetricMutation = { lockKeyMetric: { node: { version: number, inheritsKeyMetrics: boolean | null, id: string, name: string, level: OrgLevel, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }> | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type LogActivitiesMutationVariables = Exact<{
  input: LogActivitiesInput;
}>;


export type LogActivitiesMutation = { logActivities: { isWritten: boolean, results: Array<{ status: LogActivityStatus, isUnlinked: boolean, activity: { id: string, version: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> }>, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type LogActivityMutationVariables = Exact<{
  input: LogActivityInput;
}>;


export type LogActivityMutation = { logActivity: { activity: { id: string, quantity: string, amount: string | null, label: string, note: string, occurredAt: string, recordedAt: string, source: string, externalId: string | null, isVoided: boolean, isUnlinked: boolean, version: number, type: { id: string, key: string, name: string }, user: { id: string, name: string } | null, team: { id: string, name: string, level: OrgLevel } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type OverrideKeyMetricMutationVariables = Exact<{
  input: OverrideKeyMetricInput;
}>;


export type OverrideKeyMetricMutation = { overrideKeyMetric: { node: { version: number, inheritsKeyMetrics: boolean | null, id: string, name: string, level: OrgLevel, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }> | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type ReactivateUserMutationVariables = Exact<{
  input: ReactivateUserInput;
}>;


export type ReactivateUserMutation = { reactivateUser: { user: { id: string, email: string, name: string, status: UserStatus, dataVisibility: DataVisibility, team: { id: string, name: string, level: OrgLevel } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type ReconcileQueryVariables = Exact<{
  nodeId: string;
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;


export type ReconcileQuery = { reconcile: { from: string, to: string, agrees: boolean, node: { id: string, name: string, level: OrgLevel }, sums: Array<{ label: string, agrees: boolean, activityType: { id: string, key: string, name: string }, raw: { quantity: string, amount: string }, rollup: { quantity: string, amount: string }, parts: { quantity: string, amount: string } }> } | null };

export type RemoveKeyMetricRuleMutationVariables = Exact<{
  input: RemoveKeyMetricRuleInput;
}>;


export type RemoveKeyMetricRuleMutation = { removeKeyMetricRule: { node: { version: number, inheritsKeyMetrics: boolean | null, id: string, name: string, level: OrgLevel, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }> | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type RemoveMetricFormulaMutationVariables = Exact<{
  input: RemoveMetricFormulaInput;
}>;


export type RemoveMetricFormulaMutation = { removeMetricFormula: { metric: { id: string, key: string, name: string, description: string, unit: string, direction: MetricDirection, defaultKind: KeyMetricKind, status: MetricStatus, version: number, formula: { kind: MetricFormulaKind, label: string | null, activityTypes: Array<{ id: string, key: string, name: string, status: ActivityTypeStatus, version: number }>, numerator: { id: string, key: string, name: string } | null, denominator: { id: string, key: string, name: string } | null } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type ResetTargetMutationVariables = Exact<{
  input: ResetTargetInput;
}>;


export type ResetTargetMutation = { resetTarget: { target: { amount: string | null, source: TargetSource, rollup: string | null, coverage: string | null, carriesForward: boolean, setAt: string | null, version: number, setBy: { id: string, name: string } | null, period: { frequency: Frequency, start: string, end: string, startsAt: string, endsAt: string, label: string } } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type RestoreActivityTypeMutationVariables = Exact<{
  input: RestoreActivityTypeInput;
}>;


export type RestoreActivityTypeMutation = { restoreActivityType: { activityType: { id: string, key: string, name: string, status: ActivityTypeStatus, version: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type RestoreMetricMutationVariables = Exact<{
  input: RestoreMetricInput;
}>;


export type RestoreMetricMutation = { restoreMetric: { metric: { id: string, key: string, name: string, description: string, unit: string, direction: MetricDirection, defaultKind: KeyMetricKind, status: MetricStatus, version: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type RevokeApiKeyMutationVariables = Exact<{
  input: RevokeApiKeyInput;
}>;


export type RevokeApiKeyMutation = { revokeApiKey: { apiKey: { id: string, name: string, scopes: Array<ApiKeyScope>, status: ApiKeyStatus, createdAt: string, expiresAt: string | null, revokedAt: string | null, lastUsedAt: string | null, version: number, node: { id: string, name: string, level: OrgLevel } | null, secrets: Array<{ lastCharacters: string, createdAt: string, expiresAt: string | null, lastUsedAt: string | null }> } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type RevokeRoleMutationVariables = Exact<{
  input: RevokeRoleInput;
}>;


export type RevokeRoleMutation = { revokeRole: { user: { id: string, email: string, name: string, status: UserStatus, dataVisibility: DataVisibility, team: { id: string, name: string, level: OrgLevel } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type RotateApiKeyMutationVariables = Exact<{
  input: RotateApiKeyInput;
}>;


export type RotateApiKeyMutation = { rotateApiKey: { secret: string | null, apiKey: { id: string, name: string, scopes: Array<ApiKeyScope>, status: ApiKeyStatus, createdAt: string, expiresAt: string | null, revokedAt: string | null, lastUsedAt: string | null, version: number, node: { id: string, name: string, level: OrgLevel } | null, secrets: Array<{ lastCharacters: string, createdAt: string, expiresAt: string | null, lastUsedAt: string | null }> } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type SetCalendarMutationVariables = Exact<{
  input: SetCalendarInput;
}>;


export type SetCalendarMutation = { setCalendar: { company: { id: string, version: number, calendar: { timeZone: string, weekStart: Weekday, fiscalYearStartMonth: number, currency: string } } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type SetDataVisibilityMutationVariables = Exact<{
  input: SetDataVisibilityInput;
}>;


export type SetDataVisibilityMutation = { setDataVisibility: { user: { id: string, email: string, name: string, status: UserStatus, dataVisibility: DataVisibility, team: { id: string, name: string, level: OrgLevel } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type SetKeyMetricDelegationMutationVariables = Exact<{
  input: SetKeyMetricDelegationInput;
}>;


export type SetKeyMetricDelegationMutation = { setKeyMetricDelegation: { company: { id: string, version: number, keyMetricDelegation: KeyMetricDelegation } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type SetKeyMetricInheritanceMutationVariables = Exact<{
  input: SetKeyMetricInheritanceInput;
}>;


export type SetKeyMetricInheritanceMutation = { setKeyMetricInheritance: { node: { version: number, inheritsKeyMetrics: boolean | null, id: string, name: string, level: OrgLevel, effectiveKeyMetrics: Array<{ kind: KeyMetricKind, label: string, frequency: Frequency, status: KeyMetricStatus, isInherited: boolean, position: number | null, metric: { id: string, key: string, unit: string, direction: MetricDirection }, definedAt: { id: string, name: string, level: OrgLevel }, locks: Array<{ lock: KeyMetricLockAspect, setAt: { id: string, name: string, level: OrgLevel } }> }> | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type SetMetricFormulaMutationVariables = Exact<{
  input: SetMetricFormulaInput;
}>;


export type SetMetricFormulaMutation = { setMetricFormula: { metric: { id: string, key: string, name: string, description: string, unit: string, direction: MetricDirection, defaultKind: KeyMetricKind, status: MetricStatus, version: number, formula: { kind: MetricFormulaKind, label: string | null, activityTypes: Array<{ id: string, key: string, name: string, status: ActivityTypeStatus, version: number }>, numerator: { id: string, key: string, name: string } | null, denominator: { id: string, key: string, name: string } | null } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type SetTargetMutationVariables = Exact<{
  input: SetTargetInput;
}>;


export type SetTargetMutation = { setTarget: { target: { amount: string | null, source: TargetSource, rollup: string | null, coverage: string | null, carriesForward: boolean, setAt: string | null, version: number, setBy: { id: string, name: string } | null, period: { frequency: Frequency, start: string, end: string, startsAt: string, endsAt: string, label: string } } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type SetTargetsMutationVariables = Exact<{
  input: SetTargetsInput;
}>;


export type SetTargetsMutation = { setTargets: { isWritten: boolean, results: Array<{ status: SetTargetStatus, target: { amount: string | null, source: TargetSource, rollup: string | null, coverage: string | null, carriesForward: boolean, setAt: string | null, version: number, setBy: { id: string, name: string } | null, period: { frequency: Frequency, start: string, end: string, startsAt: string, endsAt: string, label: string } } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> }>, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type SetTrackingFrequencyMutationVariables = Exact<{
  input: SetTrackingFrequencyInput;
}>;


export type SetTrackingFrequencyMutation = { setTrackingFrequency: { company: { id: string, version: number, trackingFrequencies: Array<{ kind: KeyMetricKind, frequency: Frequency }> } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type SignOutEverywhereMutationVariables = Exact<{
  input: SignOutEverywhereInput;
}>;


export type SignOutEverywhereMutation = { signOutEverywhere: { user: { id: string, email: string, name: string, status: UserStatus, dataVisibility: DataVisibility, team: { id: string, name: string, level: OrgLevel } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type UpdateActivityTypeMutationVariables = Exact<{
  input: UpdateActivityTypeInput;
}>;


export type UpdateActivityTypeMutation = { updateActivityType: { activityType: { id: string, key: string, name: string, status: ActivityTypeStatus, version: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type UpdateMetricMutationVariables = Exact<{
  input: UpdateMetricInput;
}>;


export type UpdateMetricMutation = { updateMetric: { metric: { id: string, key: string, name: string, description: string, unit: string, direction: MetricDirection, defaultKind: KeyMetricKind, status: MetricStatus, version: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };

export type VoidActivityMutationVariables = Exact<{
  input: VoidActivityInput;
}>;


export type VoidActivityMutation = { voidActivity: { activity: { id: string, quantity: string, amount: string | null, label: string, note: string, occurredAt: string, recordedAt: string, source: string, externalId: string | null, isVoided: boolean, isUnlinked: boolean, version: number, type: { id: string, key: string, name: string }, user: { id: string, name: string } | null, team: { id: string, name: string, level: OrgLevel } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> }> } };
