/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Which invitation to accept. */
export type AcceptInvitationInput = {
  /** What the link carried, exactly as it was sent. */
  token: string;
};

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
  /** Answer with the impact of the change and leave everything as it is: same checks, same user errors; the version stays valid. */
  dryRun?: boolean;
  /** Since when it holds; left out: from now on. In the past: numbers are restated, and what was changed later of the same thing stays. In the future: it is scheduled, to be made with the rights a person has by then, so not by an API key. */
  effectiveAt?: string | null | undefined;
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
  /** Answer with the impact of the change and leave everything as it is: same checks, same user errors; the version stays valid. */
  dryRun?: boolean;
  /** The `version` you read. */
  expectedVersion: number;
  /** Which metric. */
  metricId: string;
};

/** What was done. The list grows; a value is never taken out of it. */
export type AuditAction =
  /** A person accepted the invitation. */
  | 'ACCEPT_INVITATION'
  /** A key metric was added on a node. */
  | 'ADD_KEY_METRIC'
  /** A planned change was made; its own entries stand beside this one. */
  | 'APPLY_SCHEDULED_CHANGE'
  /** An activity type was archived. */
  | 'ARCHIVE_ACTIVITY_TYPE'
  /** A metric was archived. */
  | 'ARCHIVE_METRIC'
  /** A person came into a team, left one or moved. */
  | 'ASSIGN_TEAM'
  /** A planned change was given up. */
  | 'CANCEL_SCHEDULED_CHANGE'
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
  /** A metric to which nothing referred was taken out of the catalogue. */
  | 'DELETE_METRIC'
  /** A department or a team was deleted; its past stays. */
  | 'DELETE_NODE'
  /** What a node itself enabled of activity types was taken back. */
  | 'DISABLE_ACTIVITY_TYPE'
  /** An activity type was enabled on a node. */
  | 'ENABLE_ACTIVITY_TYPE'
  /** A planned change could not be made when its time came. */
  | 'FAIL_SCHEDULED_CHANGE'
  /** A person was given a role on a node. */
  | 'GRANT_ROLE'
  /** An inherited key metric was hidden on a node. */
  | 'HIDE_KEY_METRIC'
  /** A person was invited: added, if need be, and sent a link that counts once. */
  | 'INVITE_USER'
  /** A node below kept what it had inherited from a rule that was taken back, in the same request. */
  | 'KEEP_KEY_METRIC_ATTRIBUTES'
  /** A name that a source gives a person was linked to the person. */
  | 'LINK_PERSON'
  /** What nodes below may do to a key metric was locked or unlocked. */
  | 'LOCK_KEY_METRIC'
  /** Activities were logged by the batch; `node` is the lowest to which all of them count. */
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
  /** What hangs under a node was put in another order. */
  | 'REORDER_NODES'
  /** The target of a node or a person was given up for what is below. */
  | 'RESET_TARGET'
  /** An archived activity type was taken up again. */
  | 'RESTORE_ACTIVITY_TYPE'
  /** An archived metric was taken up again. */
  | 'RESTORE_METRIC'
  /** A deleted department or team was taken up again. */
  | 'RESTORE_NODE'
  /** An API key was taken back. */
  | 'REVOKE_API_KEY'
  /** The link of an invitation was taken back. */
  | 'REVOKE_INVITATION'
  /** A role on a node was taken from a person. */
  | 'REVOKE_ROLE'
  /** An API key was given a new secret. */
  | 'ROTATE_API_KEY'
  /** A change was planned for a later instant. */
  | 'SCHEDULE_CHANGE'
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
  /** A node was given another name or description. */
  | 'UPDATE_NODE'
  /** A person was given another name or e-mail address. */
  | 'UPDATE_USER'
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
  /** What is about this node, and what left it. Entries without a node, such as those of the catalogue, are about none. */
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

/** Which scheduled change to give up. */
export type CancelScheduledChangeInput = {
  /** The `version` you read; another one is a VERSION_CONFLICT. */
  expectedVersion: number;
  /** The id of the scheduled change. */
  scheduledChangeId: string;
};

/** What happened to a celebration. */
export type CelebrationChangeKind =
  /** The target was reached. */
  | 'MADE'
  /** It turned out not to be, or is not any more. */
  | 'WITHDRAWN'
  | (string & {});

/** What changed. */
export type ChangeTopic =
  /** Activities were logged, corrected, voided or linked to a person. */
  | 'ACTIVITIES'
  /** Nodes, people, roles, metrics, rules, the calendar: what decides which number belongs where. */
  | 'CONFIGURATION'
  /** Targets were set, copied or reset. */
  | 'TARGETS'
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

/** Which department or team to create, and where. */
export type CreateNodeInput = {
  /** What it is there for, at most 2000 characters. */
  description?: string;
  /** Answer with the impact of the change and leave everything as it is: same checks, same user errors; the version stays valid. */
  dryRun?: boolean;
  /** Since when it holds; left out: from now on. In the past: numbers are restated, and what was changed later of the same thing stays. In the future: it is scheduled, to be made with the rights a person has by then, so not by an API key. */
  effectiveAt?: string | null | undefined;
  /** DEPARTMENT or TEAM. */
  level: OrgLevel;
  /** At most 120 characters. No two departments, and no two teams of one place, have the same. */
  name: string;
  /** Under which node: a department under the company, a team under either. */
  parentId: string;
};

/** Whom to add. */
export type CreateUserInput = {
  /** Answer with the impact of the change and leave everything as it is: same checks, same user errors; the version stays valid. */
  dryRun?: boolean;
  /** Identifies the person in the company, and is what an identity provider signs in by. */
  email: string;
  /** The name as it is shown, at most 120 characters. */
  name: string;
  /** In which team. Left out or null: in none yet. */
  teamId?: string | null | undefined;
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
  /** Answer with the impact of the change and leave everything as it is: same checks, same user errors; the version stays valid. */
  dryRun?: boolean;
  /** The `version` of the person that you have read. */
  expectedVersion: number;
  /** Which person. */
  userId: string;
};

/** Which metric to take out of the catalogue. */
export type DeleteMetricInput = {
  /** Answer with the impact of the change and leave everything as it is: same checks, same user errors; the version stays valid. */
  dryRun?: boolean;
  /** The `version` you read. */
  expectedVersion: number;
  /** Which metric. */
  metricId: string;
};

/** Which department or team to delete. */
export type DeleteNodeInput = {
  /** What is to become of its teams or members. Left out or null: it is deleted only if it has none. */
  choice?: DeletionChoice | null | undefined;
  /** Answer with the impact of the change and leave everything as it is: same checks, same user errors; the version stays valid. */
  dryRun?: boolean;
  /** Since when it holds; left out: from now on. In the past: numbers are restated, and what was changed later of the same thing stays. In the future: it is scheduled, to be made with the rights a person has by then, so not by an API key. */
  effectiveAt?: string | null | undefined;
  /** The `version` of the node that you have read. */
  expectedVersion: number;
  /** Where to, with MOVE_TEAMS and MOVE_MEMBERS. */
  moveToId?: string | null | undefined;
  /** Which department or team. */
  nodeId: string;
};

/** What is to become of what a deleted node leaves behind. */
export type DeletionChoice =
  /** Of a department: its teams hang under the company from then on. */
  | 'DETACH_TEAMS'
  /** Of a team: its members are in the team `moveToId` from then on. */
  | 'MOVE_MEMBERS'
  /** Of a department: its teams hang under `moveToId` from then on. */
  | 'MOVE_TEAMS'
  /** Of a team: its members are in no team from then on. */
  | 'UNASSIGN_MEMBERS'
  | (string & {});

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
  /** Answer with the impact of the change and leave everything as it is: same checks, same user errors; the version stays valid. */
  dryRun?: boolean;
  /** Since when it holds; left out: from now on. In the past: numbers are restated, and what was changed later of the same thing stays. In the future: it is scheduled, to be made with the rights a person has by then, so not by an API key. */
  effectiveAt?: string | null | undefined;
  /** On which node; it reaches everything below. */
  nodeId: string;
  /** Which role. */
  role: Role;
  /** Who gets it: an active person. */
  userId: string;
};

/** Which inherited metric to hide on which node. */
export type HideKeyMetricInput = {
  /** Answer with the impact of the change and leave everything as it is: same checks, same user errors; the version stays valid. */
  dryRun?: boolean;
  /** Since when it holds; left out: from now on. In the past: numbers are restated, and what was changed later of the same thing stays. In the future: it is scheduled, to be made with the rights a person has by then, so not by an API key. */
  effectiveAt?: string | null | undefined;
  /** The `version` of the node that you read. */
  expectedVersion: number;
  /** Which metric of the catalogue. */
  metricId: string;
  /** On which node: a company, department or team. */
  nodeId: string;
  /** How far down; NODE_AND_BELOW when left out. */
  reach?: KeyMetricRuleReach | null | undefined;
};

/** Whom to invite. Of who is invited already, name and team stay as they are. */
export type InviteUserInput = {
  /** Answer with the impact of the change and leave everything as it is: same checks, same user errors; the version stays valid. */
  dryRun?: boolean;
  /** Identifies the person in the company, and is what an identity provider signs in by. */
  email: string;
  /** The name as it is shown, at most 120 characters. */
  name: string;
  /** In which team. Left out or null: in none yet. */
  teamId?: string | null | undefined;
};

/** In what a key metric that stays on a node is another. */
export type KeyMetricAspect =
  /** It is PRIMARY instead of SECONDARY, or the other way round. */
  | 'KIND'
  /** It is called otherwise. */
  | 'LABEL'
  /** Nodes below may do more or less with it. */
  | 'LOCKS'
  /** It has another place among those that stay. */
  | 'ORDER'
  /** Another node has defined it, or it is inherited instead of own or reinstated, or the like. */
  | 'ORIGIN'
  | (string & {});

/** What is checked, in the order of the answer. */
export type KeyMetricCheckCode =
  /** Can somebody log an activity type that the metric counts, or was it recorded all the same? Of a ratio: of both its parts. Without a metric: can any of them come about? */
  | 'ACTIVITIES_LOGGABLE'
  /** Does any node of the path add any key metric? */
  | 'CONFIGURED_ON_PATH'
  /** Was anything recorded in the period? On PROFILE, and on HOME for the own team, by the person; else on the node. */
  | 'DATA_IN_PERIOD'
  /** Is the person a member of the node, or has a role on it or above it? */
  | 'GRANT_ON_NODE'
  /** Is the person in a team, where the page goes by it? */
  | 'HAS_TEAM'
  /** Does a formula say how the metric is computed? Without a metric: is any of them? */
  | 'METRIC_COMPUTED'
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
  /** Offer an activity type it counts on the node: `enableActivityType`. */
  | 'ENABLE_ACTIVITY_TYPE'
  /** Give the person a role on the node: `grantRole`. */
  | 'GRANT_ROLE'
  /** Let the node inherit: `setKeyMetricInheritance`. */
  | 'INHERIT'
  /** Log what the person did, or what was done on the node: `logActivity`. */
  | 'LOG_ACTIVITY'
  /** Look at the node on the page ORGANIZATION instead. */
  | 'OPEN_ANOTHER_PAGE'
  /** Let the person sign in again: `reactivateUser`. */
  | 'REACTIVATE_USER'
  /** Take back the rule that hides it: `removeKeyMetricRule`. */
  | 'REMOVE_RULE'
  /** Restore an activity type it counts: `restoreActivityType`. */
  | 'RESTORE_ACTIVITY_TYPE'
  /** Restore the metric: `restoreMetric`. */
  | 'RESTORE_METRIC'
  /** Say how the metric is computed: `setMetricFormula`. */
  | 'SET_FORMULA'
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
  /** The metric is shown, but without a number: no formula says how it is computed. */
  | 'NO_FORMULA'
  /** The person is no member of the node and holds no role on it or above it. */
  | 'NO_GRANT'
  /** The page goes by the person’s team, and there is none. */
  | 'NO_TEAM'
  /** This page does not show this node to the person; another may. */
  | 'SURFACE_NOT_ALLOWED'
  /** The metric is shown, but the activity types it counts are archived: nobody can log them. */
  | 'TYPE_ARCHIVED'
  /** The metric is shown, but nobody can log the activity types it counts: no node of the path enables one, nor one below where the page counts what is below. */
  | 'TYPE_NOT_ENABLED'
  /** Nothing fails as far as you may see; what is UNKNOWN could be the cause. */
  | 'UNDETERMINED'
  /** The person cannot sign in. */
  | 'USER_DEACTIVATED'
  /** Nothing stands in the way: the page shows it. */
  | 'VISIBLE'
  | (string & {});

/** By what people are ranked. Where less is better (DECREASE), the least comes first. */
export type LeaderboardOrder =
  /** By what there is. */
  | 'ACTUAL'
  /** By what there is of the person’s own target. */
  | 'ATTAINMENT'
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
  /** Answer with the impact of the change and leave everything as it is: same checks, same user errors; the version stays valid. */
  dryRun?: boolean;
  /** Since when it holds; left out: from now on. In the past: numbers are restated, and what was changed later of the same thing stays. In the future: it is scheduled, to be made with the rights a person has by then, so not by an API key. */
  effectiveAt?: string | null | undefined;
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
  /** When it happened, not before the company began and at most 24 hours ahead; it counts to the team the person was in then. Left out: now; under a known externalId: as it was. */
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
  /** When it happened, not before the company began and at most 24 hours ahead; it counts to the team the person was in then. Left out: now; under a known externalId: as it was. */
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

/** What can be done with a metric instead of deleting it. */
export type MetricDeletionChoice =
  /** Take it out of use everywhere, with `archiveMetric`. */
  | 'ARCHIVE'
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

/** Where a team is to hang. */
export type MoveNodeInput = {
  /** Answer with the impact of the change and leave everything as it is: same checks, same user errors; the version stays valid. */
  dryRun?: boolean;
  /** Since when it holds; left out: from now on. In the past: numbers are restated, and what was changed later of the same thing stays. In the future: it is scheduled, to be made with the rights a person has by then, so not by an API key. */
  effectiveAt?: string | null | undefined;
  /** The `version` of the node that you have read. */
  expectedVersion: number;
  /** Which team. */
  nodeId: string;
  /** Under which node: a department, or the company itself. */
  parentId: string;
};

/** What became of a person among many. */
export type MoveUserStatus =
  /** The person cannot be moved there; the `userErrors` say why. */
  | 'REJECTED'
  /** The person was there already. */
  | 'UNCHANGED'
  /** The person is in that team from now on, or in none. */
  | 'UPDATED'
  | (string & {});

/** Who is to be in which team from now on. */
export type MoveUsersInput = {
  /** Answer with the impact of the change and leave everything as it is: same checks, same user errors; the version stays valid. */
  dryRun?: boolean;
  /** Since when it holds; left out: from now on. In the past: numbers are restated, and what was changed later of the same thing stays. In the future: it is scheduled, to be made with the rights a person has by then, so not by an API key. */
  effectiveAt?: string | null | undefined;
  /** The people, at most 1000, each once. */
  items: Array<MoveUsersItemInput>;
  /** What becomes of the call when some items are wrong. */
  mode: BatchMode;
};

/** Whom to move where. */
export type MoveUsersItemInput = {
  /** The `version` of the person that you have read. */
  expectedVersion: number;
  /** Into which team. Left out or null: into none. */
  teamId?: string | null | undefined;
  /** Which person. */
  userId: string;
};

/** What becomes of a node itself. */
export type NodeFate =
  /** It is created or restored. */
  | 'BEGINS'
  /** It is deleted. */
  | 'ENDS'
  /** It hangs under another node. */
  | 'MOVES'
  /** It stays where it is; its key metrics or rules do not. */
  | 'STAYS'
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
  /** Answer with the impact of the change and leave everything as it is: same checks, same user errors; the version stays valid. */
  dryRun?: boolean;
  /** Since when it holds; left out: from now on. In the past: numbers are restated, and what was changed later of the same thing stays. In the future: it is scheduled, to be made with the rights a person has by then, so not by an API key. */
  effectiveAt?: string | null | undefined;
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

/** Which people of a list. Each field narrows; what is left out or null does not. */
export type PeopleFilter = {
  /** Who is hidden from peers, or is not. */
  dataVisibility?: DataVisibility | null | undefined;
  /** Who holds this role on a node that you see. */
  role?: Role | null | undefined;
  /** What stands in the name or the e-mail address, in either case and as it is: no character is a pattern. At most 120 characters. */
  search?: string | null | undefined;
  /** Who is in one of these. */
  statuses?: Array<UserStatus> | null | undefined;
};

/** By what a list of people is sorted. */
export type PeopleSort =
  /** By e-mail address. */
  | 'EMAIL'
  /** By when the person was last changed, the longest ago first. */
  | 'LAST_CHANGE'
  /** By name, capitals first. */
  | 'NAME'
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
  /** Answer with the impact of the change and leave everything as it is: same checks, same user errors; the version stays valid. */
  dryRun?: boolean;
  /** The `version` of the person that you have read. */
  expectedVersion: number;
  /** Which person. */
  userId: string;
};

/** Which rule to take back: un-hide, un-add, un-override, unlock. */
export type RemoveKeyMetricRuleInput = {
  /** Answer with the impact of the change and leave everything as it is: same checks, same user errors; the version stays valid. */
  dryRun?: boolean;
  /** Since when it holds; left out: from now on. In the past: numbers are restated, and what was changed later of the same thing stays. In the future: it is scheduled, to be made with the rights a person has by then, so not by an API key. */
  effectiveAt?: string | null | undefined;
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

/** In which order what hangs under a node is listed. */
export type ReorderNodesInput = {
  /** Answer with the impact of the change and leave everything as it is: same checks, same user errors; the version stays valid. */
  dryRun?: boolean;
  /** The `version` of the node above that you have read. */
  expectedVersion: number;
  /** The departments and teams that come first, in their order; the others stand behind them by name. None: all by name. */
  nodeIds: Array<string>;
  /** The node above. */
  parentId: string;
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
  /** Answer with the impact of the change and leave everything as it is: same checks, same user errors; the version stays valid. */
  dryRun?: boolean;
  /** The `version` you read. */
  expectedVersion: number;
  /** Which metric. */
  metricId: string;
};

/** Which deleted node to take up again. */
export type RestoreNodeInput = {
  /** Answer with the impact of the change and leave everything as it is: same checks, same user errors; the version stays valid. */
  dryRun?: boolean;
  /** Since when it holds; left out: from now on. In the past: numbers are restated, and what was changed later of the same thing stays. In the future: it is scheduled, to be made with the rights a person has by then, so not by an API key. */
  effectiveAt?: string | null | undefined;
  /** The `version` of the deleted node. */
  expectedVersion: number;
  /** The id it had, as `deletedNodes` lists it. */
  nodeId: string;
  /** Under which node. Left out or null: where it hung, which has to be there still. */
  parentId?: string | null | undefined;
};

/** Which key to take back. */
export type RevokeApiKeyInput = {
  /** Which key. */
  apiKeyId: string;
  /** The `version` you read. */
  expectedVersion: number;
};

/** Whose invitation to take back. */
export type RevokeInvitationInput = {
  /** Answer with the impact of the change and leave everything as it is: same checks, same user errors; the version stays valid. */
  dryRun?: boolean;
  /** The `version` of the person that you have read. */
  expectedVersion: number;
  /** Which person. */
  userId: string;
};

/** Which role to take from whom on which node. */
export type RevokeRoleInput = {
  /** Answer with the impact of the change and leave everything as it is: same checks, same user errors; the version stays valid. */
  dryRun?: boolean;
  /** Since when it holds; left out: from now on. In the past: numbers are restated, and what was changed later of the same thing stays. In the future: it is scheduled, to be made with the rights a person has by then, so not by an API key. */
  effectiveAt?: string | null | undefined;
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

/** Which scheduled changes to read; each condition that is given narrows the choice. */
export type ScheduledChangeFilter = {
  /** Those about this node. */
  nodeId?: string | null | undefined;
  /** Those of which this became; without it those that are to come. */
  statuses?: Array<ScheduledChangeStatus> | null | undefined;
  /** Those dated no later than this: what is planned between the present and such an `asOf`. */
  until?: string | null | undefined;
};

/** What became of a scheduled change. */
export type ScheduledChangeStatus =
  /** It was made. */
  | 'APPLIED'
  /** It was given up before its time. */
  | 'CANCELLED'
  /** When its time came it could not be made; `failure` says why. Nothing was changed. */
  | 'FAILED'
  /** It is to come, and can be cancelled. */
  | 'UPCOMING'
  | (string & {});

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
  /** Answer with the impact of the change and leave everything as it is: same checks, same user errors; the version stays valid. */
  dryRun?: boolean;
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
  /** Answer with the impact of the change and leave everything as it is: same checks, same user errors; the version stays valid. */
  dryRun?: boolean;
  /** Since when it holds; left out: from now on. In the past: numbers are restated, and what was changed later of the same thing stays. In the future: it is scheduled, to be made with the rights a person has by then, so not by an API key. */
  effectiveAt?: string | null | undefined;
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
  /** Since when it holds; left out: from now on. In the past: numbers are restated, and what was changed later of the same thing stays. In the future: it is scheduled, to be made with the rights a person has by then, so not by an API key. */
  effectiveAt?: string | null | undefined;
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
  /** Answer with the impact of the change and leave everything as it is: same checks, same user errors; the version stays valid. */
  dryRun?: boolean;
  /** The `version` you read. */
  expectedVersion: number;
  /** Which metric. */
  metricId: string;
  /** The new name. Left out or null: it stays as it is. */
  name?: string | null | undefined;
  /** The new unit. Left out or null: it stays as it is. */
  unit?: string | null | undefined;
};

/** What to say of a node from now on. */
export type UpdateNodeInput = {
  /** What it is there for, at most 2000 characters. Left out or null: stays. */
  description?: string | null | undefined;
  /** Answer with the impact of the change and leave everything as it is: same checks, same user errors; the version stays valid. */
  dryRun?: boolean;
  /** The `version` of the node that you have read. */
  expectedVersion: number;
  /** At most 120 characters. No two departments, and no two teams of one place, have the same. Left out or null: stays. */
  name?: string | null | undefined;
  /** Which node. */
  nodeId: string;
};

/** What to call a person from now on. */
export type UpdateUserInput = {
  /** Answer with the impact of the change and leave everything as it is: same checks, same user errors; the version stays valid. */
  dryRun?: boolean;
  /** Identifies the person in the company. Left out or null: stays. */
  email?: string | null | undefined;
  /** The `version` of the person that you have read. */
  expectedVersion: number;
  /** The name as it is shown. Left out or null: stays. */
  name?: string | null | undefined;
  /** Which person. */
  userId: string;
};

/** Why a mutation changed nothing. The list is closed. */
export type UserErrorCode =
  /** The metric is in force here already; the message says where from. */
  | 'ALREADY_EFFECTIVE'
  /** It was deleted; the message says when, and what to do about it. */
  | 'DELETED'
  /** Something else has this key or name. */
  | 'DUPLICATE'
  /** You may not do this; the message says who may. */
  | 'FORBIDDEN'
  /** The node itself hides the metric: remove its rule to show it again. */
  | 'HIDDEN_HERE'
  /** An input field is not as it must be; `path` names it. */
  | 'INVALID'
  /** Something refers to it; the message says what, and what can be done instead. */
  | 'IN_USE'
  /** The company would have no active company admin any more. */
  | 'LAST_ADMIN'
  /** There would be too many; the message names the limit. */
  | 'LIMIT_EXCEEDED'
  /** A node above locked this; the message names it. */
  | 'LOCKED'
  /** The metric is not in force here, or is archived: there is nothing to hide or to override. */
  | 'NOT_EFFECTIVE'
  /** It is not empty; the message says what is in it and which choices there are. */
  | 'NOT_EMPTY'
  /** There is no such thing in your company. */
  | 'NOT_FOUND'
  /** What is scheduled for later could not be made any more; the message names it. */
  | 'SCHEDULE_CONFLICT'
  /** It was changed since you read it; the payload carries its present state. */
  | 'VERSION_CONFLICT'
  | (string & {});

/** Whether a person may sign in. */
export type UserStatus =
  /** May sign in. */
  | 'ACTIVE'
  /** May not sign in; the history is kept, and it can be undone. */
  | 'DEACTIVATED'
  /** May not sign in yet: the invitation has not been accepted. */
  | 'INVITED'
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

export type AcceptInvitationMutationVariables = Exact<{
  input: AcceptInvitationInput;
}>;


export type AcceptInvitationMutation = { acceptInvitation: {
/** By which address the person signs in from now on; null when it was refused. */ email: string | null,
/** A token that signs the person in, in development. */ signInToken: string | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type AddKeyMetricMutationVariables = Exact<{
  input: AddKeyMetricInput;
}>;


export type AddKeyMetricMutation = { addKeyMetric: {
/** As it is now, also when it was so already. */ node: ChangedNodeFragment | null,
/** What the change would do, of what you see. */ impact: ImpactFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type ArchiveActivityTypeMutationVariables = Exact<{
  input: ArchiveActivityTypeInput;
}>;


export type ArchiveActivityTypeMutation = { archiveActivityType: {
/** As it is now, also when it was so already. */ activityType: ActivityTypeFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type ArchiveMetricMutationVariables = Exact<{
  input: ArchiveMetricInput;
}>;


export type ArchiveMetricMutation = { archiveMetric: {
/** As it is now, also when it was so already. */ metric: MetricFieldsFragment | null,
/** What the change would do, of what you see. */ impact: ImpactFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type CancelScheduledChangeMutationVariables = Exact<{
  input: CancelScheduledChangeInput;
}>;


export type CancelScheduledChangeMutation = { cancelScheduledChange: {
/** As it is now, also when it was so already. */ scheduledChange: ScheduledChangeFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type CompareOrganizationQueryVariables = Exact<{
  from: string;
  to?: string | null | undefined;
}>;


export type CompareOrganizationQuery = { compareOrganization: ImpactFieldsFragment };

export type CopyTargetsMutationVariables = Exact<{
  input: CopyTargetsInput;
}>;


export type CopyTargetsMutation = { copyTargets: {
/** What was set; empty when all of it was so already, and when the call was refused. */ targets: Array<{
/** Of which metric. */ metric: { id: string,
/** Stable and unique in the company, such as WON_REVENUE. */ key: string,
/** The name as it is shown. */ name: string },
/** Of which node; null when it is of a person. */ node: OrgNodeRefFragment | null,
/** Of which person; null when it is of a node, and for a person you do not see. */ user: { id: string,
/** The present name, also as of an earlier instant. */ name: string } | null,
/** As it is now; null when you may not read it. */ target: TargetFieldsFragment | null }>,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type CorrectActivityMutationVariables = Exact<{
  input: CorrectActivityInput;
}>;


export type CorrectActivityMutation = { correctActivity: {
/** As it is now, also when it was so already. */ activity: ActivityFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type CreateActivityTypeMutationVariables = Exact<{
  input: CreateActivityTypeInput;
}>;


export type CreateActivityTypeMutation = { createActivityType: {
/** As it is now, also when it was so already. */ activityType: ActivityTypeFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type CreateApiKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type CreateApiKeyMutation = { createApiKey: {
/** What the integration sends as: */ secret: string | null,
/** As it is now, also when it was so already. */ apiKey: ApiKeyFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type CreateMetricMutationVariables = Exact<{
  input: CreateMetricInput;
}>;


export type CreateMetricMutation = { createMetric: {
/** As it is now, also when it was so already. */ metric: MetricFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type CreateNodeMutationVariables = Exact<{
  input: CreateNodeInput;
}>;


export type CreateNodeMutation = { createNode: {
/** As it is now, also when it was so already. */ node: {
/** Grows with every change of the node or of its key metrics. */ version: number, id: string,
/** Its present name, also as of an earlier instant. */ name: string,
/** Company, department or team. */ level: OrgLevel } | null,
/** What was scheduled, when `effectiveAt` lies in the future: nothing has changed yet, and what would be changed is null. */ scheduledChange: ScheduledChangeFieldsFragment | null,
/** What the change would do, of what you see. */ impact: ImpactFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type CreateUserMutationVariables = Exact<{
  input: CreateUserInput;
}>;


export type CreateUserMutation = { createUser: {
/** As it is now, also when it was so already. */ user: UserFieldsFragment | null,
/** What the change would do, of what you see. */ impact: ImpactFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type DeactivateUserMutationVariables = Exact<{
  input: DeactivateUserInput;
}>;


export type DeactivateUserMutation = { deactivateUser: {
/** As it is now, also when it was so already. */ user: UserFieldsFragment | null,
/** What the change would do, of what you see. */ impact: ImpactFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type DeleteMetricMutationVariables = Exact<{
  input: DeleteMetricInput;
}>;


export type DeleteMetricMutation = { deleteMetric: {
/** What is left of it, also when it was gone already. */ deletedMetric: { id: string,
/** Its key, which is of no other. */ key: string,
/** Its last name. */ name: string,
/** Since when it is gone. */ deletedAt: string,
/** Counts on from the versions it had. */ version: number } | null,
/** With IN_USE: what refers to it. */ obstacle: {
/** How many rules name it, also those of the past and of deleted nodes. */ ruleCount: number,
/** Whether it is computed from activities or other metrics. */ hasFormula: boolean,
/** How many targets were set for it, also those that were reset. */ targetCount: number,
/** How often reaching it was celebrated. */ celebrationCount: number,
/** What can be done instead; none when it is archived already. */ choices: Array<MetricDeletionChoice> } | null,
/** What the change would do, of what you see. */ impact: ImpactFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type DeleteNodeMutationVariables = Exact<{
  input: DeleteNodeInput;
}>;


export type DeleteNodeMutation = { deleteNode: {
/** What is left of it, also when it was gone already. */ deletedNode: DeletedNodeFieldsFragment | null,
/** With NOT_EMPTY: what is in it. */ obstacle: {
/** How many people are in it; 0 of a department. */ memberCount: number,
/** The choices there are. */ choices: Array<DeletionChoice> } | null,
/** What was scheduled, when `effectiveAt` lies in the future: nothing has changed yet, and what would be changed is null. */ scheduledChange: ScheduledChangeFieldsFragment | null,
/** What the change would do, of what you see. */ impact: ImpactFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type DisableActivityTypeMutationVariables = Exact<{
  input: DisableActivityTypeInput;
}>;


export type DisableActivityTypeMutation = { disableActivityType: {
/** As it is now, also when it was so already. */ node: {
/** Grows with every change of the node or of its key metrics. */ version: number, id: string,
/** Its present name, also as of an earlier instant. */ name: string,
/** Company, department or team. */ level: OrgLevel,
/** What can be logged on it and below, by name: active types that it or a node above enables. */ activityTypes: Array<EnabledActivityTypeFieldsFragment> | null } | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type EnableActivityTypeMutationVariables = Exact<{
  input: EnableActivityTypeInput;
}>;


export type EnableActivityTypeMutation = { enableActivityType: {
/** As it is now, also when it was so already. */ node: {
/** Grows with every change of the node or of its key metrics. */ version: number, id: string,
/** Its present name, also as of an earlier instant. */ name: string,
/** Company, department or team. */ level: OrgLevel,
/** What can be logged on it and below, by name: active types that it or a node above enables. */ activityTypes: Array<EnabledActivityTypeFieldsFragment> | null } | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type ExplainKeyMetricQueryVariables = Exact<{
  userId: string;
  nodeId?: string | null | undefined;
  metricId?: string | null | undefined;
  surface: KeyMetricSurface;
  period?: PeriodInput | null | undefined;
  asOf?: string | null | undefined;
}>;


export type ExplainKeyMetricQuery = { explainKeyMetric: {
/** The answer in one word. */ verdict: KeyMetricVerdict,
/** Which page. */ surface: KeyMetricSurface,
/** Whom it is about. */ user: { id: string,
/** The present name, also as of an earlier instant. */ name: string },
/** The node that the page shows; null: none, or one that you do not see. */ node: OrgNodeRefFragment | null,
/** Which metric; null: the page as a whole. */ metric: { id: string,
/** Stable and unique in the company, such as WON_REVENUE. */ key: string,
/** The name as it is shown. */ name: string } | null,
/** Every check in order, also those after a failed one. */ checks: Array<{
/** What was checked. */ check: KeyMetricCheckCode,
/** What came out. */ outcome: KeyMetricCheckOutcome,
/** What was found, or why nothing was, in a sentence in English. */ evidence: string,
/** The node the evidence is about. */ node: OrgNodeRefFragment | null }>,
/** What each node of the path did to the metric, from the company down. */ trace: Array<{
/** What it did. */ outcome: KeyMetricTraceOutcome,
/** Whether the metric is in force on that node (archiving apart). */ visible: boolean,
/** Which node. */ node: OrgNodeRefFragment }>,
/** What makes the failed checks pass, from now on; empty for an instant in the past. */ fixes: Array<{
/** What to do. */ fix: KeyMetricFixCode,
/** Which check it makes pass. */ check: KeyMetricCheckCode,
/** What to do, in a sentence in English. */ description: string,
/** Where to do it; null for what belongs to the company as a whole, such as people and metrics. */ node: OrgNodeRefFragment | null,
/** Who may do it: you, if you may, then those nearest to the node; at most 10. */ by: Array<{ id: string,
/** The present name, also as of an earlier instant. */ name: string,
/** Identifies the person in the company; lower case. */ email: string }> }> } | null };

export type MetricFieldsFragment = { id: string,
/** Stable and unique in the company, such as WON_REVENUE. */ key: string,
/** The name as it is shown. */ name: string,
/** What it measures and how; may be empty. */ description: string,
/** COUNT, CURRENCY, PERCENT, DURATION, or the company’s own unit in its own words. */ unit: string,
/** Which way is better. */ direction: MetricDirection,
/** Its kind wherever no rule says otherwise. */ defaultKind: KeyMetricKind,
/** Whether it is in use. */ status: MetricStatus,
/** Grows with every change of the metric. */ version: number };

export type ActivityTypeFieldsFragment = { id: string,
/** Stable and unique in the company, such as CALL. */ key: string,
/** The name as it is shown. */ name: string,
/** Whether it is in use. */ status: ActivityTypeStatus,
/** Grows with every change of the activity type. */ version: number };

export type MetricFormulaFieldsFragment = {
/** How it is computed. */ kind: MetricFormulaKind,
/** It takes only activities with this label; null: whatever their label. */ label: string | null,
/** Activities of which types it takes, by name; archived types as well. */ activityTypes: Array<ActivityTypeFieldsFragment>,
/** What a RATIO divides; null for other kinds. */ numerator: { id: string,
/** Stable and unique in the company, such as WON_REVENUE. */ key: string,
/** The name as it is shown. */ name: string } | null,
/** What a RATIO divides by; null for other kinds. */ denominator: { id: string,
/** Stable and unique in the company, such as WON_REVENUE. */ key: string,
/** The name as it is shown. */ name: string } | null };

export type OrgNodeRefFragment = { id: string,
/** Its present name, also as of an earlier instant. */ name: string,
/** Company, department or team. */ level: OrgLevel };

export type OrgNodeFieldsFragment = {
/** False: it starts from nothing but what is mandatory. */ inheritsKeyMetrics: boolean | null,
/** Grows with every change of the node or of its key metrics. */ version: number, id: string,
/** Its present name, also as of an earlier instant. */ name: string,
/** Company, department or team. */ level: OrgLevel,
/** From the company down to the node itself. */ path: Array<OrgNodeRefFragment> };

export type DeletedNodeFieldsFragment = { id: string,
/** Its last name. */ name: string,
/** Department or team. */ level: OrgLevel,
/** Since when it is gone. */ deletedAt: string,
/** Send it back as `expectedVersion` to restore it. */ version: number };

export type EffectiveKeyMetricFieldsFragment = {
/** Its kind on this node. */ kind: KeyMetricKind,
/** What to call it on this node. */ label: string,
/** How often the company tracks this kind. */ frequency: Frequency,
/** OWN, INHERITED or REINSTATED. */ status: KeyMetricStatus,
/** Whether it comes from above, reinstated ones included. */ isInherited: boolean,
/** Where a rule put it among its like; null: behind those with one. */ position: number | null,
/** The entry of the catalogue. */ metric: { id: string,
/** Stable and unique in the company, such as WON_REVENUE. */ key: string,
/** COUNT, CURRENCY, PERCENT, DURATION, or the company’s own unit in its own words. */ unit: string,
/** Which way is better. */ direction: MetricDirection },
/** The node that first added it. */ definedAt: OrgNodeRefFragment,
/** What nodes below may not do with it, and who says so. */ locks: Array<{
/** What nodes below the holder may not do. */ lock: KeyMetricLockAspect,
/** The top-most node that holds it. */ setAt: OrgNodeRefFragment }> };

export type EnabledActivityTypeFieldsFragment = {
/** Whether a node above enables it, and this one itself does not. */ isInherited: boolean,
/** Which activity type. */ activityType: ActivityTypeFieldsFragment,
/** The nearest node, from here upwards, that enables it. */ enabledAt: OrgNodeRefFragment };

export type KeyMetricRuleFieldsFragment = { id: string,
/** What it does. */ effect: KeyMetricRuleEffect,
/** The kind it states; null: that of the level above. */ kind: KeyMetricKind | null,
/** The label it states; null: that of the level above. */ label: string | null,
/** The position it states; null: that of the level above. */ position: number | null,
/** How far down it reaches. */ reach: KeyMetricRuleReach,
/** What it forbids the nodes below. */ locks: Array<KeyMetricLockAspect>,
/** Since when it says this. */ validFrom: string,
/** Of which metric it speaks. */ metric: { id: string,
/** Stable and unique in the company, such as WON_REVENUE. */ key: string,
/** The name as it is shown. */ name: string },
/** Why it does nothing; null when it takes effect. */ dormancy: {
/** Why. */ reason: KeyMetricRuleDormancyReason,
/** The lock that silences it, with LOCKED_BY. */ lock: KeyMetricLockAspect | null,
/** The node that holds the lock, with LOCKED_BY. */ by: OrgNodeRefFragment | null } | null };

export type UserFieldsFragment = { id: string,
/** Identifies the person in the company; lower case. */ email: string,
/** The present name, also as of an earlier instant. */ name: string,
/** Whether the person may sign in. */ status: UserStatus,
/** Whether peers see the person in lists and rankings. */ dataVisibility: DataVisibility,
/** Grows with every change of the person. */ version: number,
/** The team the person is in; null without one, and for one that you do not see. */ team: OrgNodeRefFragment | null };

export type MembershipFieldsFragment = {
/** The id of the team, also of one that is gone. */ teamId: string,
/** The present name of the team; of one that is gone, its last. */ teamName: string,
/** From this instant on. */ validFrom: string,
/** Until this instant; null while it lasts. */ validTo: string | null };

export type RoleAssignmentFieldsFragment = { id: string,
/** Which role. */ role: Role,
/** Since when. */ validFrom: string,
/** Who holds it. */ user: UserFieldsFragment,
/** On which node; it reaches everything below. */ node: OrgNodeRefFragment };

export type ApiKeyFieldsFragment = { id: string,
/** What it is for. */ name: string,
/** What it may do; at least one. */ scopes: Array<ApiKeyScope>,
/** Whether it is answered at present. */ status: ApiKeyStatus,
/** When it was made. */ createdAt: string,
/** When it ends by itself; null if it does not. */ expiresAt: string | null,
/** When it was taken back; null if it was not. */ revokedAt: string | null,
/** When it was last used, by any of its secrets, to the minute; null if never. */ lastUsedAt: string | null,
/** Grows with every change of the key. */ version: number,
/** The node it is bound to, with what is below. */ node: OrgNodeRefFragment | null,
/** With which it can be used at present, the newest first: two for some time after a rotation. */ secrets: Array<{
/** The last four characters of what was shown, to recognise it by. */ lastCharacters: string,
/** When it was made. */ createdAt: string,
/** When it ends because a newer one replaces it; null on the newest. */ expiresAt: string | null,
/** When it was last sent, to the minute; null if never. */ lastUsedAt: string | null }> };

export type PeriodFieldsFragment = {
/** How long it is. */ frequency: Frequency,
/** Its first day in the company’s time zone. */ start: string,
/** The first day that is not of it any more. */ end: string,
/** Its first instant. */ startsAt: string,
/** The first instant that is not of it any more. */ endsAt: string,
/** What to show, in English: 2026-11-22, 2026-W47 (Week of 2026-11-22 where weeks do not begin on Monday), November 2026, Q4 2026, 2026. */ label: string };

export type ActivityFieldsFragment = { id: string,
/** How much of it; 1 unless it says otherwise. */ quantity: string,
/** What it is worth, in the currency of the company or in a number; negative for a credit note. */ amount: string | null,
/** What tells it apart from others of its type; empty for none. */ label: string,
/** What whoever logged it says of it; empty for nothing. */ note: string,
/** When it happened: that decides the period and the team. */ occurredAt: string,
/** When it was logged. */ recordedAt: string,
/** Where it comes from: the name of a system. */ source: string,
/** What its source calls it: the same id of one source is the same activity. */ externalId: string | null,
/** Whether it was taken back: it is kept, and counts nowhere. */ isVoided: boolean,
/** Whether nobody knows yet who did it: it counts nowhere until the person is linked. */ isUnlinked: boolean,
/** Grows with every change of the activity. */ version: number,
/** What was done. */ type: { id: string,
/** Stable and unique in the company, such as CALL. */ key: string,
/** The name as it is shown. */ name: string },
/** Who did it; null for a person you do not see, and where `isUnlinked`. */ user: { id: string,
/** The present name, also as of an earlier instant. */ name: string } | null,
/** The team it counts to: that of the person when it happened. */ team: OrgNodeRefFragment | null };

export type TargetFieldsFragment = {
/** How much. */ amount: string | null,
/** Whether it was set here or comes from below. */ source: TargetSource,
/** What the level below adds up to, also beside a target that was set here. */ rollup: string | null,
/** `rollup` / `amount`, as a fraction of at most 6 digits: 0.8 is 80 %. */ coverage: string | null,
/** Whether it holds for later periods as well, until one of them is set. */ carriesForward: boolean,
/** When it was set. */ setAt: string | null,
/** Of what was set here and holds in the period; grows with every change. 0: nothing ever was. */ version: number,
/** Who set it. */ setBy: { id: string,
/** The present name, also as of an earlier instant. */ name: string } | null,
/** The period it is for. */ period: PeriodFieldsFragment };

export type NoticeFieldsFragment = {
/** The answer in one word. */ verdict: KeyMetricVerdict,
/** Every check in order, also those after a failed one. */ checks: Array<{
/** What was checked. */ check: KeyMetricCheckCode,
/** What came out. */ outcome: KeyMetricCheckOutcome,
/** What was found, or why nothing was, in a sentence in English. */ evidence: string }>,
/** What makes the failed checks pass, from now on; empty for an instant in the past. */ fixes: Array<{
/** What to do. */ fix: KeyMetricFixCode,
/** What to do, in a sentence in English. */ description: string,
/** Where to do it; null for what belongs to the company as a whole, such as people and metrics. */ node: OrgNodeRefFragment | null,
/** Who may do it: you, if you may, then those nearest to the node; at most 10. */ by: Array<{ id: string,
/** The present name, also as of an earlier instant. */ name: string }> }> };

export type PageKeyMetricFieldsFragment = {
/** What it is called on the node. */ label: string,
/** Its kind on the node. */ kind: KeyMetricKind,
/** How often the company tracks this kind. */ frequency: Frequency,
/** The entry of the catalogue. */ metric: { id: string,
/** Stable and unique in the company, such as WON_REVENUE. */ key: string,
/** COUNT, CURRENCY, PERCENT, DURATION, or the company’s own unit in its own words. */ unit: string,
/** Which way is better. */ direction: MetricDirection },
/** Where the person stands, or the node where the page shows no person. */ progress: {
/** What there is: for the node all that was credited to it and below; for a person all they did. */ actual: string | null,
/** What there should be at the end; null without a target. */ target: string | null,
/** What is missing to the target, or above a limit (DECREASE); negative: what is to spare. */ gap: string | null,
/** `actual` of `target`, as a fraction: 0.5 is half. */ attainment: string | null,
/** What of the target there should be by now, by the pace; null without a target. */ expected: string | null,
/** What there will be at the end of the period if it goes on like this; null when nothing can be said. */ forecast: string | null,
/** How it stands to its target. */ status: ProgressStatus,
/** Which period. */ period: {
/** What to show, in English: 2026-11-22, 2026-W47 (Week of 2026-11-22 where weeks do not begin on Monday), November 2026, Q4 2026, 2026. */ label: string },
/** The period before, to compare with. */ previous: {
/** Its value after the same share of its days as have begun of the period asked for, to the nearest day, that day included. */ actualAtThisPoint: string | null,
/** `actual` of the period asked for minus `actualAtThisPoint`; null when either is. */ change: string | null },
/** How it came about, for a sparkline: cumulative, a point for each day from the first of the period to the present one, or to its last. */ series: Array<{
/** The day, in the company’s time zone. */ day: string,
/** From the first day of the period to the end of this one (cumulative); null as `actual` is. */ value: string | null }> } | null,
/** Why there is no number, and who can change that: no formula, activity types that nobody can log, nothing recorded in the period. */ notice: NoticeFieldsFragment | null };

export type TeamMemberFieldsFragment = {
/** Whether they are in the team at present. */ isMember: boolean,
/** Who it is. */ user: { id: string,
/** The present name, also as of an earlier instant. */ name: string },
/** One for each key metric that is computed, in the order of `keyMetrics`. */ numbers: Array<{
/** What there is for this team in the period. */ actual: string | null,
/** What it adds to what the team counts, or divides: those of all rows add up exactly. */ numerator: string,
/** What it adds to what is divided by, likewise; null for a count or sum. */ denominator: string | null,
/** The target of the person; null without one, and for who was in another team at the end of the period, which adds it up. */ target: string | null,
/** What is missing to the target, or above a limit (DECREASE); negative: what is to spare. */ gap: string | null,
/** `actual` of `target`, as a fraction: 0.5 is half. */ attainment: string | null,
/** How it stands to the target. */ status: ProgressStatus,
/** The place by attainment among all whom this page names to you, on whatever page of them: 1 is the best, equals share one. */ rank: number | null,
/** Of which key metric. */ metric: { id: string } }> };

export type PageFieldsFragment = {
/** Whether there is more after this page. */ hasNextPage: boolean,
/** Cursor of the last item, to be passed as `after`; null on an empty page. */ endCursor: string | null };

export type UserErrorFieldsFragment = {
/** For programs. */ code: UserErrorCode,
/** For people: what was expected, what came, what to do. */ message: string,
/** The input field it is about, from the outside in; empty for the whole input. */ path: Array<string> };

export type ChangedNodeFragment = {
/** Grows with every change of the node or of its key metrics. */ version: number,
/** False: it starts from nothing but what is mandatory. */ inheritsKeyMetrics: boolean | null, id: string,
/** Its present name, also as of an earlier instant. */ name: string,
/** Company, department or team. */ level: OrgLevel,
/** The key metrics in force: */ effectiveKeyMetrics: Array<EffectiveKeyMetricFieldsFragment> | null };

export type KeyMetricImpactFieldsFragment = {
/** In what it is another; empty where it appears or disappears. */ aspects: Array<KeyMetricAspect>,
/** The entry of the catalogue. */ metric: { id: string,
/** Stable and unique in the company, such as WON_REVENUE. */ key: string,
/** The name as it is shown. */ name: string },
/** As it is shown now; null where it appears. */ before: ShownKeyMetricFieldsFragment | null,
/** As it would be shown; null where it disappears. */ after: ShownKeyMetricFieldsFragment | null };

export type ShownKeyMetricFieldsFragment = {
/** Its kind. */ kind: KeyMetricKind,
/** What it is called. */ label: string,
/** Its place in display order, from 1. */ place: number,
/** OWN, INHERITED or REINSTATED. */ status: KeyMetricStatus,
/** The node that first added it. */ definedAt: OrgNodeRefFragment };

export type RuleImpactFieldsFragment = {
/** What it does when it is awake. */ effect: KeyMetricRuleEffect,
/** Of which metric it speaks. */ metric: { id: string,
/** Stable and unique in the company, such as WON_REVENUE. */ key: string,
/** The name as it is shown. */ name: string },
/** Why it does nothing: up to now where it wakes, from then on where it falls asleep. */ dormancy: {
/** Why. */ reason: KeyMetricRuleDormancyReason,
/** The node that holds the lock, with LOCKED_BY. */ by: OrgNodeRefFragment | null } };

export type RoleImpactFieldsFragment = {
/** Which role. */ role: Role,
/** On which node. */ node: OrgNodeRefFragment,
/** Whose; null for who would only be created. */ user: { id: string,
/** The present name, also as of an earlier instant. */ name: string } | null };

export type TargetImpactFieldsFragment = {
/** For periods of which length. */ frequency: Frequency,
/** How much was set last. */ amount: string,
/** Of which metric. */ metric: { id: string,
/** Stable and unique in the company, such as WON_REVENUE. */ key: string,
/** The name as it is shown. */ name: string },
/** Whose it is; null where it is of a person. */ node: OrgNodeRefFragment | null,
/** Whose it is; null where it is of a node. */ user: { id: string,
/** The present name, also as of an earlier instant. */ name: string } | null };

export type ImpactFieldsFragment = {
/** Whether a list is shorter than its total. */ isTruncated: boolean,
/** The nodes on which something is different, from the company down and by name. */ nodes: Array<{
/** What becomes of the node itself. */ fate: NodeFate,
/** Which node. */ node: OrgNodeRefFragment,
/** What comes into force here, in display order. */ appears: Array<KeyMetricImpactFieldsFragment>,
/** What is in force here no more, in display order. */ disappears: Array<KeyMetricImpactFieldsFragment>,
/** What stays in force, but otherwise, in display order. */ changes: Array<KeyMetricImpactFieldsFragment>,
/** Rules of this node that take effect again. */ wakes: Array<RuleImpactFieldsFragment>,
/** Rules of this node that do nothing any more. */ goesDormant: Array<RuleImpactFieldsFragment> }> | null,
/** What it means to people. */ people: {
/** How many people it concerns: whose Home changes, who gain or lose a role, and who are changed themselves. */ affected: number,
/** Whose Home changes, by name: the key metrics of their team, how they are called or in which order they stand. */ homes: Array<{ id: string,
/** The present name, also as of an earlier instant. */ name: string }> } | null,
/** Who is of another team, by name. */ teamChanges: Array<{
/** Who; null for who would only be created. */ user: { id: string,
/** The present name, also as of an earlier instant. */ name: string } | null,
/** The team before; null without one, and for one that you do not see. */ from: OrgNodeRefFragment | null,
/** The team after; null without one, for who may not sign in any more, and for one that you do not see. */ to: OrgNodeRefFragment | null }> | null,
/** What roles it gives and takes. */ roles: {
/** Roles that are gained, by name of the person. */ gained: Array<RoleImpactFieldsFragment>,
/** Roles that are lost, by name of the person. */ lost: Array<RoleImpactFieldsFragment> } | null,
/** Which targets it leaves without an owner. */ targets: {
/** Those of nodes that end, and of people who leave their team for none or may not sign in any more. */ losesOwner: Array<TargetImpactFieldsFragment>,
/** Those of nodes and people that come back. */ regainsOwner: Array<TargetImpactFieldsFragment> } | null,
/** How much it is altogether. */ totals: {
/** On how many nodes something is different. */ nodes: number | null,
/** How often a key metric appears on a node. */ appears: number | null,
/** How often a key metric disappears from a node. */ disappears: number | null,
/** How often a key metric stays on a node, but otherwise. */ changes: number | null,
/** How many rules wake. */ wakes: number | null,
/** How many rules fall asleep. */ goesDormant: number | null,
/** How many people see another Home. */ homes: number | null,
/** How many people are of another team. */ teamChanges: number | null,
/** How many roles are gained. */ rolesGained: number | null,
/** How many roles are lost. */ rolesLost: number | null,
/** How many targets lose their owner. */ targetsLosingOwner: number | null,
/** How many targets get their owner back. */ targetsRegainingOwner: number | null } };

export type CelebrationFieldsFragment = { id: string,
/** What there was when it was celebrated; it may be more by now. */ actual: string,
/** What there was to reach then. */ target: string,
/** When it was reached: when that was found out, or the end of the period if that was before. */ reachedAt: string,
/** When it turned out not to be reached, or not any more; null while it stands. */ withdrawnAt: string | null,
/** Of which metric the target was reached. */ metric: { id: string,
/** Stable and unique in the company, such as WON_REVENUE. */ key: string,
/** The name as it is shown. */ name: string,
/** COUNT, CURRENCY, PERCENT, DURATION, or the company’s own unit in its own words. */ unit: string },
/** In which period, as the present calendar has it. */ period: PeriodFieldsFragment,
/** Which node reached it; null where a person did. */ node: OrgNodeRefFragment | null,
/** Who reached it; null where a node did. */ user: { id: string,
/** The present name, also as of an earlier instant. */ name: string } | null };

export type ScheduledChangeFieldsFragment = { id: string,
/** The mutation, such as `moveNode`. */ mutation: string,
/** When it is made, to the second, or was to be made. */ effectiveAt: string,
/** What became of it. */ status: ScheduledChangeStatus,
/** Why it FAILED; null otherwise. */ failure: string | null,
/** To be sent as `expectedVersion` with what changes it. */ version: number,
/** The input of the mutation, field by field, as `after`; `before` is null. */ input: Array<{
/** The name of the field, such as `label` or `parentId`. */ field: string,
/** Its value since then; null without one. */ after: string | null }>,
/** Who scheduled it, and as whom it is made; null for a person you do not see. */ scheduledBy: { id: string,
/** The present name, also as of an earlier instant. */ name: string } | null };

export type LeaderboardEntryFieldsFragment = {
/** The place, 1 being the best; equals share one, and the next comes behind all of them. */ rank: number | null,
/** What the person did in the period that counts to teams that hang under the node now. */ actual: string | null,
/** What is counted, or divided. */ numerator: string,
/** What it is divided by; null for a count or sum. */ denominator: string | null,
/** The target of the person; null without one. */ target: string | null,
/** `actual` of `target`, as a fraction: 0.5 is half. */ attainment: string | null,
/** Who it is. */ user: { id: string,
/** The present name, also as of an earlier instant. */ name: string } };

export type OverviewNodeFieldsFragment = {
/** Whether you may add, hide and change key metrics on the node, at present. */ mayEdit: boolean,
/** Which node. */ node: OrgNodeRefFragment,
/** One for each of `metrics`. */ keyMetrics: Array<{
/** Whether it is in force on the node, and why. */ status: KeyMetricStatus,
/** Which metric of the catalogue. */ metric: { id: string,
/** Stable and unique in the company, such as WON_REVENUE. */ key: string },
/** The node responsible, with HIDDEN_AT and BLOCKED_AT. */ at: { id: string,
/** Its present name, also as of an earlier instant. */ name: string } | null,
/** As it is in force: where it comes from, kind, label, and what may not be done with it. */ effective: {
/** Its kind on this node. */ kind: KeyMetricKind,
/** What to call it on this node. */ label: string,
/** The node that first added it. */ definedAt: { id: string,
/** Its present name, also as of an earlier instant. */ name: string } } | null }>,
/** Who may, at present, and as what: the roles of active people, those held nearest to the node first; at most 10. */ editors: Array<{
/** Which role. */ role: Role,
/** Who holds it. */ user: { id: string,
/** The present name, also as of an earlier instant. */ name: string } }>,
/** Why no key metric is in force on the node, and who can change that. */ notice: {
/** The answer in one word. */ verdict: KeyMetricVerdict } | null };

export type GetActivityLoggerQueryVariables = Exact<{
  teamId: string;
}>;


export type GetActivityLoggerQuery = { team: {
/** Grows with every change of the node or of its key metrics. */ version: number, id: string,
/** Its present name, also as of an earlier instant. */ name: string,
/** Company, department or team. */ level: OrgLevel,
/** What its members may log now, by name: the present, also of a team read as of the past. */ activityLogger: Array<ActivityTypeFieldsFragment>,
/** What can be logged on it and below, by name: active types that it or a node above enables. */ activityTypes: Array<EnabledActivityTypeFieldsFragment> | null } | null };

export type GetCalendarQueryVariables = Exact<{
  frequency?: Frequency;
  containing?: string | null | undefined;
  offset?: number | null | undefined;
  asOf?: string | null | undefined;
}>;


export type GetCalendarQuery = { company: { id: string,
/** Grows with every change of the node or of its key metrics. */ version: number,
/** What the periods of the company follow from, at present. */ calendar: {
/** Where its days begin and end: a time zone of IANA, such as Europe/Oslo. */ timeZone: string,
/** The day on which its weeks begin. */ weekStart: Weekday,
/** The month in which its years and quarters begin; 1 is January. */ fiscalYearStartMonth: number,
/** The currency of its amounts: a code of ISO 4217, such as EUR. */ currency: string },
/** A period of the company’s calendar. */ period: PeriodFieldsFragment } | null };

export type GetCompanyQueryVariables = Exact<{
  asOf?: string | null | undefined;
}>;


export type GetCompanyQuery = { company: {
/** False: it starts from nothing but what is mandatory. */ inheritsKeyMetrics: boolean | null,
/** Grows with every change of the node or of its key metrics. */ version: number, id: string,
/** Its present name, also as of an earlier instant. */ name: string,
/** Company, department or team. */ level: OrgLevel,
/** How often each kind is tracked: */ trackingFrequencies: Array<{
/** Of which kind. */ kind: KeyMetricKind,
/** How often. */ frequency: Frequency }>,
/** The key metrics in force: */ effectiveKeyMetrics: Array<EffectiveKeyMetricFieldsFragment> | null,
/** From the company down to the node itself. */ path: Array<OrgNodeRefFragment> } | null };

export type GetDepartmentQueryVariables = Exact<{
  id: string;
  asOf?: string | null | undefined;
}>;


export type GetDepartmentQuery = { department: {
/** False: it starts from nothing but what is mandatory. */ inheritsKeyMetrics: boolean | null,
/** Grows with every change of the node or of its key metrics. */ version: number, id: string,
/** Its present name, also as of an earlier instant. */ name: string,
/** Company, department or team. */ level: OrgLevel,
/** Its teams, in the order they have at present, else by name. */ teams: Array<OrgNodeRefFragment>,
/** The key metrics in force: */ effectiveKeyMetrics: Array<EffectiveKeyMetricFieldsFragment> | null,
/** From the company down to the node itself. */ path: Array<OrgNodeRefFragment> } | null };

export type GetHomeQueryVariables = Exact<{
  nodeId?: string | null | undefined;
  period?: PeriodInput | null | undefined;
  asOf?: string | null | undefined;
}>;


export type GetHomeQuery = { home: {
/** Whose key metrics they are. */ node: OrgNodeRefFragment | null,
/** What the page can be switched to: your team, and the nodes of your roles, the strongest first. */ nodes: Array<OrgNodeRefFragment>,
/** Whose numbers `progress` is: you, on your own team; null: those of `node`. */ user: { id: string,
/** The present name, also as of an earlier instant. */ name: string } | null,
/** The key metrics in force on the node, in display order. */ keyMetrics: Array<{
/** What it is called on the node. */ label: string,
/** Its kind on the node. */ kind: KeyMetricKind,
/** How often the company tracks this kind. */ frequency: Frequency,
/** Where the node as a whole stands, to be shown beside it. */ nodeProgress: {
/** What there is: for the node all that was credited to it and below; for a person all they did. */ actual: string | null,
/** What there should be at the end; null without a target. */ target: string | null,
/** `actual` of `target`, as a fraction: 0.5 is half. */ attainment: string | null,
/** How it stands to its target. */ status: ProgressStatus } | null,
/** The entry of the catalogue. */ metric: { id: string,
/** Stable and unique in the company, such as WON_REVENUE. */ key: string,
/** COUNT, CURRENCY, PERCENT, DURATION, or the company’s own unit in its own words. */ unit: string,
/** Which way is better. */ direction: MetricDirection },
/** Where the person stands, or the node where the page shows no person. */ progress: {
/** What there is: for the node all that was credited to it and below; for a person all they did. */ actual: string | null,
/** What there should be at the end; null without a target. */ target: string | null,
/** What is missing to the target, or above a limit (DECREASE); negative: what is to spare. */ gap: string | null,
/** `actual` of `target`, as a fraction: 0.5 is half. */ attainment: string | null,
/** What of the target there should be by now, by the pace; null without a target. */ expected: string | null,
/** What there will be at the end of the period if it goes on like this; null when nothing can be said. */ forecast: string | null,
/** How it stands to its target. */ status: ProgressStatus,
/** Which period. */ period: {
/** What to show, in English: 2026-11-22, 2026-W47 (Week of 2026-11-22 where weeks do not begin on Monday), November 2026, Q4 2026, 2026. */ label: string },
/** The period before, to compare with. */ previous: {
/** Its value after the same share of its days as have begun of the period asked for, to the nearest day, that day included. */ actualAtThisPoint: string | null,
/** `actual` of the period asked for minus `actualAtThisPoint`; null when either is. */ change: string | null },
/** How it came about, for a sparkline: cumulative, a point for each day from the first of the period to the present one, or to its last. */ series: Array<{
/** The day, in the company’s time zone. */ day: string,
/** From the first day of the period to the end of this one (cumulative); null as `actual` is. */ value: string | null }> } | null,
/** Why there is no number, and who can change that: no formula, activity types that nobody can log, nothing recorded in the period. */ notice: NoticeFieldsFragment | null }>,
/** Why the page shows nothing, or nothing with a number, and who can change that. */ notice: NoticeFieldsFragment | null } | null };

export type GetKeyMetricStatusQueryVariables = Exact<{
  nodeId: string;
  metricId: string;
  asOf?: string | null | undefined;
}>;


export type GetKeyMetricStatusQuery = { orgNode: { id: string,
/** Its present name, also as of an earlier instant. */ name: string,
/** Company, department or team. */ level: OrgLevel,
/** Why a metric is, or is not, in force here. */ keyMetricStatus: {
/** The short answer. */ status: KeyMetricStatus,
/** The node responsible, with HIDDEN_AT and BLOCKED_AT. */ at: OrgNodeRefFragment | null,
/** What each node did to it, from the company down. */ trace: Array<{
/** What it did. */ outcome: KeyMetricTraceOutcome,
/** Whether the metric is in force on that node (archiving apart). */ visible: boolean,
/** Which node. */ node: OrgNodeRefFragment }> } | null } | null };

export type GetLeaderboardQueryVariables = Exact<{
  nodeId: string;
  metricId: string;
  period?: PeriodInput | null | undefined;
  by?: LeaderboardOrder;
  first?: number;
}>;


export type GetLeaderboardQuery = { leaderboard: {
/** By what they are ranked. */ by: LeaderboardOrder,
/** Of which node. */ node: OrgNodeRefFragment,
/** By which metric. */ metric: { id: string,
/** Stable and unique in the company, such as WON_REVENUE. */ key: string,
/** The name as it is shown. */ name: string,
/** COUNT, CURRENCY, PERCENT, DURATION, or the company’s own unit in its own words. */ unit: string,
/** Which way is better. */ direction: MetricDirection },
/** In which period. */ period: {
/** What to show, in English: 2026-11-22, 2026-W47 (Week of 2026-11-22 where weeks do not begin on Monday), November 2026, Q4 2026, 2026. */ label: string },
/** Who was in a team below the node at the end of the period, or is in it while that lies ahead, and whoever else did something that counts. */ entries: {
/** The items of this page. */ nodes: Array<LeaderboardEntryFieldsFragment>,
/** Where this page stands. */ pageInfo: PageFieldsFragment },
/** Why there are no numbers, and who can change that. */ notice: NoticeFieldsFragment | null } | null };

export type GetOrgNodeQueryVariables = Exact<{
  id: string;
  asOf?: string | null | undefined;
}>;


export type GetOrgNodeQuery = { orgNode: {
/** False: it starts from nothing but what is mandatory. */ inheritsKeyMetrics: boolean | null,
/** Grows with every change of the node or of its key metrics. */ version: number, id: string,
/** Its present name, also as of an earlier instant. */ name: string,
/** Company, department or team. */ level: OrgLevel,
/** The key metrics in force: */ effectiveKeyMetrics: Array<EffectiveKeyMetricFieldsFragment> | null,
/** From the company down to the node itself. */ path: Array<OrgNodeRefFragment> } | null };

export type GetOrganizationOverviewQueryVariables = Exact<{
  nodeId?: string | null | undefined;
  metricIds?: Array<string> | string | null | undefined;
  asOf?: string | null | undefined;
  first?: number;
}>;


export type GetOrganizationOverviewQuery = { organizationOverview: {
/** The metrics, in the order of their keys; those of each node come in the same order. */ metrics: Array<{ id: string,
/** Stable and unique in the company, such as WON_REVENUE. */ key: string,
/** The name as it is shown. */ name: string }>,
/** The nodes, each before what hangs below it, departments before teams, then by name. */ nodes: {
/** The items of this page. */ nodes: Array<OverviewNodeFieldsFragment>,
/** Where this page stands. */ pageInfo: PageFieldsFragment },
/** Why no key metric is in force on any of the nodes, and who can change that. */ notice: NoticeFieldsFragment | null } | null };

export type GetOrganizationQueryVariables = Exact<{
  asOf?: string | null | undefined;
  kind?: KeyMetricKind | null | undefined;
}>;


export type GetOrganizationQuery = { company: {
/** Grows with every change of the node or of its key metrics. */ version: number, id: string,
/** Its present name, also as of an earlier instant. */ name: string,
/** Company, department or team. */ level: OrgLevel,
/** All departments, in the order they have at present, else by name. */ departments: Array<{
/** Grows with every change of the node or of its key metrics. */ version: number, id: string,
/** Its present name, also as of an earlier instant. */ name: string,
/** Company, department or team. */ level: OrgLevel,
/** Its teams, in the order they have at present, else by name. */ teams: Array<TreeNodeFragment>,
/** The key metrics in force: */ effectiveKeyMetrics: Array<EffectiveKeyMetricFieldsFragment> | null }>,
/** The teams straight under the company, in the order they have at present, else by name. */ teams: Array<TreeNodeFragment>,
/** The key metrics in force: */ effectiveKeyMetrics: Array<EffectiveKeyMetricFieldsFragment> | null } | null };

export type TreeNodeFragment = {
/** Grows with every change of the node or of its key metrics. */ version: number, id: string,
/** Its present name, also as of an earlier instant. */ name: string,
/** Company, department or team. */ level: OrgLevel,
/** The key metrics in force: */ effectiveKeyMetrics: Array<EffectiveKeyMetricFieldsFragment> | null };

export type GetPeriodsQueryVariables = Exact<{
  frequency: Frequency;
  from: string;
  to: string;
}>;


export type GetPeriodsQuery = { company: {
/** The periods from the one that holds a day to the one that holds another, in order; at most 400. */ periods: Array<PeriodFieldsFragment> } | null };

export type GetProfileQueryVariables = Exact<{
  userId: string;
  period?: PeriodInput | null | undefined;
}>;


export type GetProfileQuery = { profile: {
/** Whose page it is. */ user: { id: string,
/** The present name, also as of an earlier instant. */ name: string },
/** Which period. */ period: PeriodFieldsFragment,
/** The team at the end of the period, or at present: the last in which you see their numbers. */ team: OrgNodeRefFragment | null,
/** The key metrics that were in force on that team, in display order, with all that the person did in the period, for whatever team. */ keyMetrics: Array<PageKeyMetricFieldsFragment>,
/** The period by stays in teams, the latest first; what the person did is in exactly one of them, so the parts add up to `keyMetrics`. */ parts: Array<{
/** Since when; it may be before the period. */ from: string | null,
/** Until when; it may be after the period. */ to: string | null,
/** Whether it is all else: what was done in no team, in a team that you do not see, and before the 20 latest stays. */ isRest: boolean,
/** The team, as it was at the end of the stay or of the period; null for the rest. */ team: OrgNodeRefFragment | null,
/** The key metrics that were in force on the team in the end, then the other ones of the page. */ keyMetrics: Array<{
/** What it was called on the team; on the page, where it was not there. */ label: string,
/** Its kind on the team; on the page, likewise. */ kind: KeyMetricKind,
/** Whether it was in force on the team. */ isInForce: boolean,
/** Its value; null without a formula, and for an average or ratio of nothing. */ value: string | null,
/** What was counted, or divided: over all parts it adds up. */ numerator: string | null,
/** What it was divided by: over all parts it adds up. */ denominator: string | null,
/** The entry of the catalogue. */ metric: { id: string,
/** Stable and unique in the company, such as WON_REVENUE. */ key: string } }> }>,
/** Why the page shows nothing, or nothing with a number, and who can change that. */ notice: NoticeFieldsFragment | null } | null };

export type GetProgressQueryVariables = Exact<{
  nodeId: string;
  period?: PeriodInput | null | undefined;
  userId?: string | null | undefined;
  kind?: KeyMetricKind | null | undefined;
}>;


export type GetProgressQuery = { orgNode: { id: string,
/** Its present name, also as of an earlier instant. */ name: string,
/** Company, department or team. */ level: OrgLevel,
/** The key metrics in force: */ effectiveKeyMetrics: Array<{
/** Its kind on this node. */ kind: KeyMetricKind,
/** What to call it on this node. */ label: string,
/** The entry of the catalogue. */ metric: { id: string,
/** Stable and unique in the company, such as WON_REVENUE. */ key: string,
/** COUNT, CURRENCY, PERCENT, DURATION, or the company’s own unit in its own words. */ unit: string,
/** Which way is better. */ direction: MetricDirection },
/** Where it stands. */ progress: {
/** What there is: for the node all that was credited to it and below; for a person all they did. */ actual: string | null,
/** What there should be at the end; null without a target. */ target: string | null,
/** What is missing to the target, or above a limit (DECREASE); negative: what is to spare. */ gap: string | null,
/** `actual` of `target`, as a fraction: 0.5 is half. */ attainment: string | null,
/** What of the target there should be by now, by the pace; null without a target. */ expected: string | null,
/** What there will be at the end of the period if it goes on like this; null when nothing can be said. */ forecast: string | null,
/** How it stands to its target. */ status: ProgressStatus,
/** Which period. */ period: PeriodFieldsFragment,
/** How it is known what should have come in by now. */ pace: {
/** Which of the two methods was taken. */ method: PaceMethod,
/** How much of what a period comes to has usually come in by now, as a fraction. */ share: string,
/** By how much the method would have been wrong about the past periods at this point, as a mean fraction of each: 0.1 is 10 %. */ error: string | null,
/** How many past periods were looked at: of the last 12 those with anything. */ periods: number } | null,
/** The period before, to compare with. */ previous: {
/** Its value as a whole; null as `actual` is. */ actual: string | null,
/** Its value after the same share of its days as have begun of the period asked for, to the nearest day, that day included. */ actualAtThisPoint: string | null,
/** `actual` of the period asked for minus `actualAtThisPoint`; null when either is. */ change: string | null,
/** Which one. */ period: {
/** Its first day in the company’s time zone. */ start: string,
/** The first day that is not of it any more. */ end: string,
/** What to show, in English: 2026-11-22, 2026-W47 (Week of 2026-11-22 where weeks do not begin on Monday), November 2026, Q4 2026, 2026. */ label: string } },
/** How it came about, for a sparkline: cumulative, a point for each day from the first of the period to the present one, or to its last. */ series: Array<{
/** The day, in the company’s time zone. */ day: string,
/** From the first day of the period to the end of this one (cumulative); null as `actual` is. */ value: string | null }> } | null }> | null } | null };

export type GetTargetQueryVariables = Exact<{
  nodeId: string;
  metricId: string;
  period?: PeriodInput | null | undefined;
}>;


export type GetTargetQuery = { orgNode: { id: string,
/** Its present name, also as of an earlier instant. */ name: string,
/** Company, department or team. */ level: OrgLevel,
/** What it is to reach of a metric, as it is set at present; the teams and people it adds up are those of the end of the period, or of now. */ target: TargetFieldsFragment | null } | null };

export type GetTeamPageQueryVariables = Exact<{
  id: string;
  period?: PeriodInput | null | undefined;
  first?: number;
}>;


export type GetTeamPageQuery = { teamPage: {
/** Which team. */ team: OrgNodeRefFragment,
/** The key metrics in force, in display order. */ keyMetrics: Array<{
/** How many of the people named to you have anything of it. */ withNumbers: number,
/** What is in force. */ keyMetric: {
/** Its kind on this node. */ kind: KeyMetricKind,
/** What to call it on this node. */ label: string,
/** The entry of the catalogue. */ metric: { id: string,
/** Stable and unique in the company, such as WON_REVENUE. */ key: string,
/** COUNT, CURRENCY, PERCENT, DURATION, or the company’s own unit in its own words. */ unit: string,
/** Which way is better. */ direction: MetricDirection } },
/** Where the team stands; null for a metric without a formula, which has no numbers. */ progress: {
/** What there is: for the node all that was credited to it and below; for a person all they did. */ actual: string | null,
/** What there should be at the end; null without a target. */ target: string | null,
/** What is missing to the target, or above a limit (DECREASE); negative: what is to spare. */ gap: string | null,
/** `actual` of `target`, as a fraction: 0.5 is half. */ attainment: string | null,
/** How it stands to its target. */ status: ProgressStatus,
/** Which period. */ period: {
/** What to show, in English: 2026-11-22, 2026-W47 (Week of 2026-11-22 where weeks do not begin on Monday), November 2026, Q4 2026, 2026. */ label: string },
/** The period before, to compare with. */ previous: {
/** Its value after the same share of its days as have begun of the period asked for, to the nearest day, that day included. */ actualAtThisPoint: string | null,
/** `actual` of the period asked for minus `actualAtThisPoint`; null when either is. */ change: string | null } } | null,
/** The target of the team, and how far those of its people cover it; null as `progress` is. */ target: {
/** What the level below adds up to, also beside a target that was set here. */ rollup: string | null,
/** `rollup` / `amount`, as a fraction of at most 6 digits: 0.8 is 80 %. */ coverage: string | null } | null,
/** Why there is no number, and who can change that: no formula, activity types that nobody can log, nothing recorded in the period. */ notice: {
/** The answer in one word. */ verdict: KeyMetricVerdict } | null }>,
/** The people who are named to you, by name: who was in the team at the end of the period, or is in it while that lies ahead, and whoever else did something for it. */ members: {
/** How many there are on all pages together. */ totalCount: number,
/** The items of this page. */ nodes: Array<TeamMemberFieldsFragment>,
/** Where this page stands. */ pageInfo: PageFieldsFragment },
/** All people who are not named to you, together; null where all are. */ others: {
/** How many they are. */ count: number,
/** One for each key metric that is computed, in the order of `keyMetrics`. */ numbers: Array<{
/** What there is for this team in the period. */ actual: string | null,
/** What it adds to what the team counts, or divides: those of all rows add up exactly. */ numerator: string,
/** What it adds to what is divided by, likewise; null for a count or sum. */ denominator: string | null,
/** The sum of their targets; null without one, and for what does not add up. */ target: string | null,
/** Of which key metric. */ metric: { id: string } }> } | null,
/** How many of the people have anything. */ coverage: {
/** How many were in the team at the end of the period, or are in it while that lies ahead. */ members: number,
/** How many of them have anything in one of the key metrics. */ withNumbers: number,
/** `withNumbers` / `members`, as a fraction; null where there are none. */ share: string | null },
/** Why the page shows no key metric, or none with a number, and who can change that. */ notice: NoticeFieldsFragment | null } | null };

export type GetTeamQueryVariables = Exact<{
  id: string;
  asOf?: string | null | undefined;
}>;


export type GetTeamQuery = { team: {
/** False: it starts from nothing but what is mandatory. */ inheritsKeyMetrics: boolean | null,
/** Grows with every change of the node or of its key metrics. */ version: number, id: string,
/** Its present name, also as of an earlier instant. */ name: string,
/** Company, department or team. */ level: OrgLevel,
/** The key metrics in force: */ effectiveKeyMetrics: Array<EffectiveKeyMetricFieldsFragment> | null,
/** From the company down to the node itself. */ path: Array<OrgNodeRefFragment> } | null };

export type GetViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type GetViewerQuery = { viewer: { id: string,
/** Identifies the person in the company; lower case. */ email: string,
/** The present name, also as of an earlier instant. */ name: string,
/** Whether the person may sign in. */ status: UserStatus,
/** Whether peers see the person in lists and rankings. */ dataVisibility: DataVisibility,
/** Grows with every change of the person. */ version: number,
/** The roles the person holds on nodes that you see. */ roleAssignments: Array<{
/** Which role. */ role: Role,
/** On which node; it reaches everything below. */ node: OrgNodeRefFragment }>,
/** The team the person is in; null without one, and for one that you do not see. */ team: OrgNodeRefFragment | null } | null };

export type GrantRoleMutationVariables = Exact<{
  input: GrantRoleInput;
}>;


export type GrantRoleMutation = { grantRole: {
/** As it is now, also when it was so already. */ roleAssignment: RoleAssignmentFieldsFragment | null,
/** What the change would do, of what you see. */ impact: ImpactFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type HideKeyMetricMutationVariables = Exact<{
  input: HideKeyMetricInput;
}>;


export type HideKeyMetricMutation = { hideKeyMetric: {
/** As it is now, also when it was so already. */ node: ChangedNodeFragment | null,
/** What the change would do, of what you see. */ impact: ImpactFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type InviteUserMutationVariables = Exact<{
  input: InviteUserInput;
}>;


export type InviteUserMutation = { inviteUser: {
/** As it is now, also when it was so already. */ user: UserFieldsFragment | null,
/** What the change would do, of what you see. */ impact: ImpactFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type LinkPersonMutationVariables = Exact<{
  input: LinkPersonInput;
}>;


export type LinkPersonMutation = { linkPerson: {
/** As it is now, also when it was so already. */ user: UserFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type ListActivityTypesQueryVariables = Exact<{
  status?: ActivityTypeStatus | null | undefined;
}>;


export type ListActivityTypesQuery = { activityTypes: Array<ActivityTypeFieldsFragment> };

export type ListAdministratorsQueryVariables = Exact<{
  nodeId: string;
  first?: number;
  after?: string | null | undefined;
  filter?: PeopleFilter | null | undefined;
  sort?: PeopleSort;
  descending?: boolean;
}>;


export type ListAdministratorsQuery = { orgNode: {
/** Who administers the node, directly or through a node above it; `node` of the item says where. */ administrators: {
/** The items of this page. */ nodes: Array<RoleAssignmentFieldsFragment>,
/** Where this page stands. */ pageInfo: PageFieldsFragment } | null } | null };

export type ListApiKeysQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type ListApiKeysQuery = { company: {
/** The API keys of the company at present, by name, also those that have ended. */ apiKeys: {
/** The items of this page. */ nodes: Array<{ id: string,
/** What it is for. */ name: string,
/** What it may do; at least one. */ scopes: Array<ApiKeyScope>,
/** Whether it is answered at present. */ status: ApiKeyStatus,
/** When it was made. */ createdAt: string,
/** When it ends by itself; null if it does not. */ expiresAt: string | null,
/** When it was taken back; null if it was not. */ revokedAt: string | null,
/** When it was last used, by any of its secrets, to the minute; null if never. */ lastUsedAt: string | null,
/** Grows with every change of the key. */ version: number,
/** Who made it; null for the system itself. */ createdBy: { id: string,
/** The present name, also as of an earlier instant. */ name: string } | null,
/** The node it is bound to, with what is below. */ node: OrgNodeRefFragment | null,
/** With which it can be used at present, the newest first: two for some time after a rotation. */ secrets: Array<{
/** The last four characters of what was shown, to recognise it by. */ lastCharacters: string,
/** When it was made. */ createdAt: string,
/** When it ends because a newer one replaces it; null on the newest. */ expiresAt: string | null,
/** When it was last sent, to the minute; null if never. */ lastUsedAt: string | null }> }>,
/** Where this page stands. */ pageInfo: PageFieldsFragment } | null } | null };

export type ListAuditLogQueryVariables = Exact<{
  filter?: AuditLogFilter | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type ListAuditLogQuery = { auditLog: {
/** The items of this page. */ nodes: Array<{ id: string,
/** When. */ at: string,
/** What was done. */ action: AuditAction,
/** What allowed it at that instant. */ actsAs: ActsAs,
/** The id of what was changed: a node, a person, a metric, a rule, a role. `node(id:)` reads it while it exists and you may see it. */ entityId: string | null,
/** The request it was done by: the header `x-request-id` of its answer. */ requestId: string,
/** Who did it; null for an API key, for the system, and for a person you do not see. */ actor: { id: string,
/** The present name, also as of an earlier instant. */ name: string } | null,
/** The API key that did it; null for a person or the system, and for who may not see keys. */ apiKey: { id: string,
/** What it is for. */ name: string } | null,
/** The node it is about, as it is at present; null when it is about none, when it is gone, and when you do not see it. */ node: OrgNodeRefFragment | null,
/** The node that it left: the team a person was in, the node a team hung under. */ fromNode: OrgNodeRefFragment | null,
/** The fields that are different since then, by name. */ changes: Array<{
/** The name of the field, such as `label` or `parentId`. */ field: string,
/** Its value before; null without one. */ before: string | null,
/** Its value since then; null without one. */ after: string | null }> }>,
/** Where this page stands. */ pageInfo: PageFieldsFragment } };

export type ListCelebrationsQueryVariables = Exact<{
  nodeId: string;
  includeWithdrawn?: boolean;
  first?: number;
  after?: string | null | undefined;
}>;


export type ListCelebrationsQuery = { orgNode: {
/** What was celebrated of the node and of all below it, the people of its teams included, as far as you see their numbers, the newest first. */ celebrations: {
/** The items of this page. */ nodes: Array<CelebrationFieldsFragment>,
/** Where this page stands. */ pageInfo: PageFieldsFragment } } | null };

export type ListDeletedNodesQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type ListDeletedNodesQuery = { company: {
/** The departments and teams that are gone at present, the last deleted first; those that you may restore where they hung. */ deletedNodes: {
/** The items of this page. */ nodes: Array<DeletedNodeFieldsFragment>,
/** Where this page stands. */ pageInfo: PageFieldsFragment } } | null };

export type ListKeyMetricRulesQueryVariables = Exact<{
  nodeId: string;
  asOf?: string | null | undefined;
}>;


export type ListKeyMetricRulesQuery = { orgNode: {
/** Grows with every change of the node or of its key metrics. */ version: number, id: string,
/** Its present name, also as of an earlier instant. */ name: string,
/** Company, department or team. */ level: OrgLevel,
/** What the node itself says, dormant rules included. */ keyMetricRules: Array<KeyMetricRuleFieldsFragment> | null } | null };

export type ListLeaderboardQueryVariables = Exact<{
  nodeId: string;
  metricId: string;
  period?: PeriodInput | null | undefined;
  by?: LeaderboardOrder;
  first?: number;
  after?: string | null | undefined;
}>;


export type ListLeaderboardQuery = { leaderboard: {
/** Who was in a team below the node at the end of the period, or is in it while that lies ahead, and whoever else did something that counts. */ entries: {
/** The items of this page. */ nodes: Array<LeaderboardEntryFieldsFragment>,
/** Where this page stands. */ pageInfo: PageFieldsFragment } } | null };

export type ListManagersQueryVariables = Exact<{
  nodeId: string;
  first?: number;
  after?: string | null | undefined;
  filter?: PeopleFilter | null | undefined;
  sort?: PeopleSort;
  descending?: boolean;
}>;


export type ListManagersQuery = { orgNode: {
/** Who manages the node, directly or through a node above it; `node` of the item says where. */ managers: {
/** The items of this page. */ nodes: Array<RoleAssignmentFieldsFragment>,
/** Where this page stands. */ pageInfo: PageFieldsFragment } | null } | null };

export type ListMembersQueryVariables = Exact<{
  nodeId: string;
  first?: number;
  after?: string | null | undefined;
  filter?: PeopleFilter | null | undefined;
  sort?: PeopleSort;
  descending?: boolean;
}>;


export type ListMembersQuery = { orgNode: {
/** The people of the team, and of all teams below another node, that you see. */ members: {
/** The items of this page. */ nodes: Array<UserFieldsFragment>,
/** Where this page stands. */ pageInfo: PageFieldsFragment } } | null };

export type ListMembershipsQueryVariables = Exact<{
  userId: string;
  first?: number;
  after?: string | null | undefined;
}>;


export type ListMembershipsQuery = { user: {
/** In which teams the person was, the latest first: all of them to the person and to who sees everybody, else those of teams that you see at present. */ memberships: {
/** The items of this page. */ nodes: Array<MembershipFieldsFragment>,
/** Where this page stands. */ pageInfo: PageFieldsFragment } } | null };

export type ListMetricsQueryVariables = Exact<{
  status?: MetricStatus | null | undefined;
  asOf?: string | null | undefined;
}>;


export type ListMetricsQuery = { metrics: Array<MetricFieldsFragment> };

export type ListOrganizationOverviewQueryVariables = Exact<{
  nodeId?: string | null | undefined;
  metricIds?: Array<string> | string | null | undefined;
  asOf?: string | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type ListOrganizationOverviewQuery = { organizationOverview: {
/** The nodes, each before what hangs below it, departments before teams, then by name. */ nodes: {
/** The items of this page. */ nodes: Array<OverviewNodeFieldsFragment>,
/** Where this page stands. */ pageInfo: PageFieldsFragment } } | null };

export type ListScheduledChangesQueryVariables = Exact<{
  filter?: ScheduledChangeFilter | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type ListScheduledChangesQuery = { scheduledChanges: {
/** The items of this page. */ nodes: Array<ScheduledChangeFieldsFragment>,
/** Where this page stands. */ pageInfo: PageFieldsFragment } };

export type ListTeamActivitiesQueryVariables = Exact<{
  teamId: string;
  activityTypeId?: string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
  includeVoided?: boolean;
  first?: number;
  after?: string | null | undefined;
}>;


export type ListTeamActivitiesQuery = { team: {
/** What counts to the team and you may see, the newest first: all of it if you run the team, your own and that of the people shown to you if you are in it. */ activities: {
/** The items of this page. */ nodes: Array<ActivityFieldsFragment>,
/** Where this page stands. */ pageInfo: PageFieldsFragment } } | null };

export type ListTeamPageMembersQueryVariables = Exact<{
  id: string;
  period?: PeriodInput | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type ListTeamPageMembersQuery = { teamPage: {
/** The people who are named to you, by name: who was in the team at the end of the period, or is in it while that lies ahead, and whoever else did something for it. */ members: {
/** The items of this page. */ nodes: Array<TeamMemberFieldsFragment>,
/** Where this page stands. */ pageInfo: PageFieldsFragment } } | null };

export type ListUnassignedQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  filter?: PeopleFilter | null | undefined;
  sort?: PeopleSort;
  descending?: boolean;
}>;


export type ListUnassignedQuery = { company: {
/** The people in no team. */ unassigned: {
/** The items of this page. */ nodes: Array<UserFieldsFragment>,
/** Where this page stands. */ pageInfo: PageFieldsFragment } } | null };

export type ListUnlinkedPeopleQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type ListUnlinkedPeopleQuery = { company: {
/** Whom systems speak of and nobody knows yet, by source and name. */ unlinkedPeople: {
/** The items of this page. */ nodes: Array<{
/** The system that speaks of the person. */ source: string,
/** What it calls the person. */ reference: string,
/** How many activities are kept aside. */ count: number,
/** When the first of them happened. */ firstOccurredAt: string,
/** When the last of them happened. */ lastOccurredAt: string }>,
/** Where this page stands. */ pageInfo: PageFieldsFragment } | null } | null };

export type ListUserActivitiesQueryVariables = Exact<{
  userId: string;
  activityTypeId?: string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
  includeVoided?: boolean;
  first?: number;
  after?: string | null | undefined;
}>;


export type ListUserActivitiesQuery = { user: {
/** What the person did, for whatever team, the newest first: as far as it counts to teams of yours; all of it if it is you. */ activities: {
/** The items of this page. */ nodes: Array<ActivityFieldsFragment>,
/** Where this page stands. */ pageInfo: PageFieldsFragment } } | null };

export type ListUsersQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  filter?: PeopleFilter | null | undefined;
  sort?: PeopleSort;
  descending?: boolean;
}>;


export type ListUsersQuery = { company: {
/** Everybody of the company that you may see. */ users: {
/** The items of this page. */ nodes: Array<UserFieldsFragment>,
/** Where this page stands. */ pageInfo: PageFieldsFragment } } | null };

export type LockKeyMetricMutationVariables = Exact<{
  input: LockKeyMetricInput;
}>;


export type LockKeyMetricMutation = { lockKeyMetric: {
/** As it is now, also when it was so already. */ node: ChangedNodeFragment | null,
/** What the change would do, of what you see. */ impact: ImpactFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type LogActivitiesMutationVariables = Exact<{
  input: LogActivitiesInput;
}>;


export type LogActivitiesMutation = { logActivities: {
/** Whether what `results` says was done: not for a dry run, nor for an ATOMIC batch with a rejected item. */ isWritten: boolean,
/** One for each item, in their order. */ results: Array<{
/** What became of it, or would have become of it where nothing is written. */ status: LogActivityStatus,
/** Whether nobody knows the person: it counts nowhere until the person is linked. */ isUnlinked: boolean,
/** As it is now. */ activity: { id: string,
/** Grows with every change of the activity. */ version: number } | null,
/** Why it is rejected; empty when it is not. */ userErrors: Array<UserErrorFieldsFragment> }>,
/** Why nothing of the batch was written; `path` leads to the first item at fault. */ userErrors: Array<UserErrorFieldsFragment> } };

export type LogActivityMutationVariables = Exact<{
  input: LogActivityInput;
}>;


export type LogActivityMutation = { logActivity: {
/** As it is now, also when it was so already. */ activity: ActivityFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type MoveNodeMutationVariables = Exact<{
  input: MoveNodeInput;
}>;


export type MoveNodeMutation = { moveNode: {
/** As it is now, also when it was so already. */ node: {
/** Grows with every change of the node or of its key metrics. */ version: number, id: string,
/** Its present name, also as of an earlier instant. */ name: string,
/** Company, department or team. */ level: OrgLevel } | null,
/** What was scheduled, when `effectiveAt` lies in the future: nothing has changed yet, and what would be changed is null. */ scheduledChange: ScheduledChangeFieldsFragment | null,
/** What the change would do, of what you see. */ impact: ImpactFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type MoveUsersMutationVariables = Exact<{
  input: MoveUsersInput;
}>;


export type MoveUsersMutation = { moveUsers: {
/** Whether what `results` says was done: not for an ATOMIC call with a rejected item. */ isWritten: boolean,
/** One for each item, in their order. */ results: Array<{
/** What became of it, or would have become of it where nothing is written. */ status: MoveUserStatus,
/** As the person is now. */ user: { id: string,
/** Grows with every change of the person. */ version: number } | null,
/** Why it is rejected; empty when it is not. */ userErrors: Array<UserErrorFieldsFragment> }>,
/** What was scheduled, when `effectiveAt` lies in the future: nothing has changed yet, and what would be changed is null. */ scheduledChange: ScheduledChangeFieldsFragment | null,
/** What the change would do, of what you see. */ impact: ImpactFieldsFragment | null,
/** Why nothing was written; `path` leads to the first item at fault. */ userErrors: Array<UserErrorFieldsFragment> } };

export type OnCelebratedSubscriptionVariables = Exact<{
  nodeId: string;
  after?: string | null | undefined;
}>;


export type OnCelebratedSubscription = { celebrated: {
/** How far this event goes. */ cursor: string,
/** In the order in which it happened; none on the first event when nothing was missed. */ changes: Array<{
/** Which of the two. */ change: CelebrationChangeKind,
/** The celebration, as it is now. */ celebration: CelebrationFieldsFragment }> } | null };

export type OnEffectiveKeyMetricsChangedSubscriptionVariables = Exact<{
  nodeId: string;
}>;


export type OnEffectiveKeyMetricsChangedSubscription = { effectiveKeyMetricsChanged: {
/** True on the first event of each stream, which tells the present: forget what an earlier stream told. */ isFirst: boolean,
/** When the latest change was made that this event tells of; on the first event, when the configuration last changed. */ at: string,
/** The node as it is now: `effectiveKeyMetrics` is the whole set. */ node: {
/** Grows with every change of the node or of its key metrics. */ version: number, id: string,
/** Its present name, also as of an earlier instant. */ name: string,
/** Company, department or team. */ level: OrgLevel },
/** In force now and not before, in display order; on the first event all of them. */ appeared: Array<EffectiveKeyMetricFieldsFragment>,
/** Not in force any more; as they were told last. */ disappeared: Array<{
/** The entry of the catalogue. */ metric: { id: string,
/** Stable and unique in the company, such as WON_REVENUE. */ key: string } }>,
/** In force before and now, with another kind, label, position, frequency, lock or origin; as they are now. */ changed: Array<EffectiveKeyMetricFieldsFragment> } | null };

export type OnProgressChangedSubscriptionVariables = Exact<{
  nodeId: string;
}>;


export type OnProgressChangedSubscription = { progressChanged: {
/** What changed since the last event; none on the first, and after an outage, when anything may have. */ topics: Array<ChangeTopic>,
/** True on the first event of each stream, which tells the present: forget what an earlier stream told. */ isFirst: boolean,
/** When the latest change was made that this event tells of; on the first event, when the configuration last changed. */ at: string,
/** The node as it is now: select its key metrics with their progress. */ node: { id: string,
/** Its present name, also as of an earlier instant. */ name: string,
/** Company, department or team. */ level: OrgLevel,
/** The key metrics in force: */ effectiveKeyMetrics: Array<{
/** Its kind on this node. */ kind: KeyMetricKind,
/** What to call it on this node. */ label: string,
/** The entry of the catalogue. */ metric: { id: string,
/** Stable and unique in the company, such as WON_REVENUE. */ key: string },
/** Where it stands. */ progress: {
/** What there is: for the node all that was credited to it and below; for a person all they did. */ actual: string | null,
/** What there should be at the end; null without a target. */ target: string | null,
/** What is missing to the target, or above a limit (DECREASE); negative: what is to spare. */ gap: string | null,
/** `actual` of `target`, as a fraction: 0.5 is half. */ attainment: string | null,
/** What there will be at the end of the period if it goes on like this; null when nothing can be said. */ forecast: string | null,
/** How it stands to its target. */ status: ProgressStatus } | null }> | null } } | null };

export type OverrideKeyMetricMutationVariables = Exact<{
  input: OverrideKeyMetricInput;
}>;


export type OverrideKeyMetricMutation = { overrideKeyMetric: {
/** As it is now, also when it was so already. */ node: ChangedNodeFragment | null,
/** What the change would do, of what you see. */ impact: ImpactFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type ReactivateUserMutationVariables = Exact<{
  input: ReactivateUserInput;
}>;


export type ReactivateUserMutation = { reactivateUser: {
/** As it is now, also when it was so already. */ user: UserFieldsFragment | null,
/** What the change would do, of what you see. */ impact: ImpactFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type ReconcileQueryVariables = Exact<{
  nodeId: string;
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;


export type ReconcileQuery = { reconcile: {
/** The first day. */ from: string,
/** The day after the last one. */ to: string,
/** Whether all of them agree. */ agrees: boolean,
/** The node. */ node: OrgNodeRefFragment,
/** One for each activity type and label there is. */ sums: Array<{
/** Of which label; empty for none. */ label: string,
/** Whether all three are the same. */ agrees: boolean,
/** Of which activity type. */ activityType: { id: string,
/** Stable and unique in the company, such as CALL. */ key: string,
/** The name as it is shown. */ name: string },
/** From the activities, one by one. */ raw: {
/** The sum of their quantities. */ quantity: string,
/** The sum of their amounts; what has none counts as 0. */ amount: string },
/** From the sums that are kept for the node. */ rollup: {
/** The sum of their quantities. */ quantity: string,
/** The sum of their amounts; what has none counts as 0. */ amount: string },
/** From the sums that are kept for what it is made of: the nodes that hung under it on those days, and people whose activities count to it alone. */ parts: {
/** The sum of their quantities. */ quantity: string,
/** The sum of their amounts; what has none counts as 0. */ amount: string } }> } | null };

export type RemoveKeyMetricRuleMutationVariables = Exact<{
  input: RemoveKeyMetricRuleInput;
}>;


export type RemoveKeyMetricRuleMutation = { removeKeyMetricRule: {
/** As it is now, also when it was so already. */ node: ChangedNodeFragment | null,
/** What the change would do, of what you see. */ impact: ImpactFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type RemoveMetricFormulaMutationVariables = Exact<{
  input: RemoveMetricFormulaInput;
}>;


export type RemoveMetricFormulaMutation = { removeMetricFormula: {
/** As it is now, also when it was so already. */ metric: { id: string,
/** Stable and unique in the company, such as WON_REVENUE. */ key: string,
/** The name as it is shown. */ name: string,
/** What it measures and how; may be empty. */ description: string,
/** COUNT, CURRENCY, PERCENT, DURATION, or the company’s own unit in its own words. */ unit: string,
/** Which way is better. */ direction: MetricDirection,
/** Its kind wherever no rule says otherwise. */ defaultKind: KeyMetricKind,
/** Whether it is in use. */ status: MetricStatus,
/** Grows with every change of the metric. */ version: number,
/** How its value comes from activities, at present; null: it is not computed yet. */ formula: MetricFormulaFieldsFragment | null } | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type ReorderNodesMutationVariables = Exact<{
  input: ReorderNodesInput;
}>;


export type ReorderNodesMutation = { reorderNodes: {
/** As it is now, also when it was so already. */ node: {
/** Grows with every change of the node or of its key metrics. */ version: number, id: string,
/** Its present name, also as of an earlier instant. */ name: string,
/** Company, department or team. */ level: OrgLevel } | null,
/** What the change would do, of what you see. */ impact: ImpactFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type ResetTargetMutationVariables = Exact<{
  input: ResetTargetInput;
}>;


export type ResetTargetMutation = { resetTarget: {
/** As it is now, also when it was so already. */ target: TargetFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type RestoreActivityTypeMutationVariables = Exact<{
  input: RestoreActivityTypeInput;
}>;


export type RestoreActivityTypeMutation = { restoreActivityType: {
/** As it is now, also when it was so already. */ activityType: ActivityTypeFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type RestoreMetricMutationVariables = Exact<{
  input: RestoreMetricInput;
}>;


export type RestoreMetricMutation = { restoreMetric: {
/** As it is now, also when it was so already. */ metric: MetricFieldsFragment | null,
/** What the change would do, of what you see. */ impact: ImpactFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type RestoreNodeMutationVariables = Exact<{
  input: RestoreNodeInput;
}>;


export type RestoreNodeMutation = { restoreNode: {
/** As it is now, also when it was there already. */ node: {
/** Grows with every change of the node or of its key metrics. */ version: number, id: string,
/** Its present name, also as of an earlier instant. */ name: string,
/** Company, department or team. */ level: OrgLevel } | null,
/** What was scheduled, when `effectiveAt` lies in the future: nothing has changed yet, and what would be changed is null. */ scheduledChange: ScheduledChangeFieldsFragment | null,
/** What the change would do, of what you see. */ impact: ImpactFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type RevokeApiKeyMutationVariables = Exact<{
  input: RevokeApiKeyInput;
}>;


export type RevokeApiKeyMutation = { revokeApiKey: {
/** As it is now, also when it was so already. */ apiKey: ApiKeyFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type RevokeInvitationMutationVariables = Exact<{
  input: RevokeInvitationInput;
}>;


export type RevokeInvitationMutation = { revokeInvitation: {
/** As it is now, also when it was so already. */ user: UserFieldsFragment | null,
/** What the change would do, of what you see. */ impact: ImpactFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type RevokeRoleMutationVariables = Exact<{
  input: RevokeRoleInput;
}>;


export type RevokeRoleMutation = { revokeRole: {
/** As it is now, also when it was so already. */ user: UserFieldsFragment | null,
/** What the change would do, of what you see. */ impact: ImpactFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type RotateApiKeyMutationVariables = Exact<{
  input: RotateApiKeyInput;
}>;


export type RotateApiKeyMutation = { rotateApiKey: {
/** What the integration sends as: */ secret: string | null,
/** As it is now, also when it was so already. */ apiKey: ApiKeyFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type SetCalendarMutationVariables = Exact<{
  input: SetCalendarInput;
}>;


export type SetCalendarMutation = { setCalendar: {
/** As it is now, also when it was so already. */ company: { id: string,
/** Grows with every change of the node or of its key metrics. */ version: number,
/** What the periods of the company follow from, at present. */ calendar: {
/** Where its days begin and end: a time zone of IANA, such as Europe/Oslo. */ timeZone: string,
/** The day on which its weeks begin. */ weekStart: Weekday,
/** The month in which its years and quarters begin; 1 is January. */ fiscalYearStartMonth: number,
/** The currency of its amounts: a code of ISO 4217, such as EUR. */ currency: string } } | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type SetDataVisibilityMutationVariables = Exact<{
  input: SetDataVisibilityInput;
}>;


export type SetDataVisibilityMutation = { setDataVisibility: {
/** As it is now, also when it was so already. */ user: UserFieldsFragment | null,
/** What the change would do, of what you see. */ impact: ImpactFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type SetKeyMetricDelegationMutationVariables = Exact<{
  input: SetKeyMetricDelegationInput;
}>;


export type SetKeyMetricDelegationMutation = { setKeyMetricDelegation: {
/** As it is now, also when it was so already. */ company: { id: string,
/** Grows with every change of the node or of its key metrics. */ version: number,
/** Whether managers and team leads configure the key metrics of their nodes, at present. */ keyMetricDelegation: KeyMetricDelegation } | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type SetKeyMetricInheritanceMutationVariables = Exact<{
  input: SetKeyMetricInheritanceInput;
}>;


export type SetKeyMetricInheritanceMutation = { setKeyMetricInheritance: {
/** As it is now, also when it was so already. */ node: ChangedNodeFragment | null,
/** What the change would do, of what you see. */ impact: ImpactFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type SetMetricFormulaMutationVariables = Exact<{
  input: SetMetricFormulaInput;
}>;


export type SetMetricFormulaMutation = { setMetricFormula: {
/** As it is now, also when it was so already. */ metric: { id: string,
/** Stable and unique in the company, such as WON_REVENUE. */ key: string,
/** The name as it is shown. */ name: string,
/** What it measures and how; may be empty. */ description: string,
/** COUNT, CURRENCY, PERCENT, DURATION, or the company’s own unit in its own words. */ unit: string,
/** Which way is better. */ direction: MetricDirection,
/** Its kind wherever no rule says otherwise. */ defaultKind: KeyMetricKind,
/** Whether it is in use. */ status: MetricStatus,
/** Grows with every change of the metric. */ version: number,
/** How its value comes from activities, at present; null: it is not computed yet. */ formula: MetricFormulaFieldsFragment | null } | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type SetTargetMutationVariables = Exact<{
  input: SetTargetInput;
}>;


export type SetTargetMutation = { setTarget: {
/** As it is now, also when it was so already. */ target: TargetFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type SetTargetsMutationVariables = Exact<{
  input: SetTargetsInput;
}>;


export type SetTargetsMutation = { setTargets: {
/** Whether what `results` says was done: not for a dry run, nor for an ATOMIC call with a rejected item. */ isWritten: boolean,
/** One for each item, in their order. */ results: Array<{
/** What became of it, or would have become of it where nothing is written. */ status: SetTargetStatus,
/** As it is now. */ target: TargetFieldsFragment | null,
/** Why it is rejected; empty when it is not. */ userErrors: Array<UserErrorFieldsFragment> }>,
/** Why nothing was written; `path` leads to the first item at fault. */ userErrors: Array<UserErrorFieldsFragment> } };

export type SetTrackingFrequencyMutationVariables = Exact<{
  input: SetTrackingFrequencyInput;
}>;


export type SetTrackingFrequencyMutation = { setTrackingFrequency: {
/** As it is now, also when it was so already. */ company: { id: string,
/** Grows with every change of the node or of its key metrics. */ version: number,
/** How often each kind is tracked: */ trackingFrequencies: Array<{
/** Of which kind. */ kind: KeyMetricKind,
/** How often. */ frequency: Frequency }> } | null,
/** What was scheduled, when `effectiveAt` lies in the future: nothing has changed yet, and what would be changed is null. */ scheduledChange: ScheduledChangeFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type SignOutEverywhereMutationVariables = Exact<{
  input: SignOutEverywhereInput;
}>;


export type SignOutEverywhereMutation = { signOutEverywhere: {
/** As it is now, also when it was so already. */ user: UserFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type UpdateActivityTypeMutationVariables = Exact<{
  input: UpdateActivityTypeInput;
}>;


export type UpdateActivityTypeMutation = { updateActivityType: {
/** As it is now, also when it was so already. */ activityType: ActivityTypeFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type UpdateMetricMutationVariables = Exact<{
  input: UpdateMetricInput;
}>;


export type UpdateMetricMutation = { updateMetric: {
/** As it is now, also when it was so already. */ metric: MetricFieldsFragment | null,
/** What the change would do, of what you see. */ impact: ImpactFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type UpdateNodeMutationVariables = Exact<{
  input: UpdateNodeInput;
}>;


export type UpdateNodeMutation = { updateNode: {
/** As it is now, also when it was so already. */ node: {
/** Grows with every change of the node or of its key metrics. */ version: number, id: string,
/** Its present name, also as of an earlier instant. */ name: string,
/** Company, department or team. */ level: OrgLevel } | null,
/** What the change would do, of what you see. */ impact: ImpactFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type UpdateUserMutationVariables = Exact<{
  input: UpdateUserInput;
}>;


export type UpdateUserMutation = { updateUser: {
/** As it is now, also when it was so already. */ user: UserFieldsFragment | null,
/** What the change would do, of what you see. */ impact: ImpactFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };

export type VoidActivityMutationVariables = Exact<{
  input: VoidActivityInput;
}>;


export type VoidActivityMutation = { voidActivity: {
/** As it is now, also when it was so already. */ activity: ActivityFieldsFragment | null,
/** Why nothing was changed; empty when it worked. */ userErrors: Array<UserErrorFieldsFragment> } };
