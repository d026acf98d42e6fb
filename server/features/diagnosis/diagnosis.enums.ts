import { registerEnumType } from 'type-graphql'
import { CHECKS } from '../../domain/diagnosis-checks.js'
import { OUTCOMES, VERDICTS } from '../../domain/diagnosis-finding.js'
import { FIXES } from '../../domain/diagnosis-remedy.js'
import { SURFACES } from '../../domain/surface.js'
import { enumOf } from '../../platform/graphql/enum.js'

export const SurfaceEnum = enumOf(SURFACES)
registerEnumType(SurfaceEnum, {
  name: 'KeyMetricSurface',
  description: 'The pages on which people look for key metrics.',
  valuesConfig: {
    ORGANIZATION: {
      description:
        'The overview of a node. Opens with the node of the person’s strongest role, else with the team.',
    },
    HOME: {
      description:
        'One’s own key metrics: those of the team; without a team, of the node of the strongest role. `nodeId` switches to another.',
    },
    PROFILE: { description: 'The page of the person; it goes by the person’s team and nothing else.' },
    TEAM: { description: 'The page of a team with its people. Opens with one’s own.' },
  },
})

export const VerdictEnum = enumOf(VERDICTS)
registerEnumType(VerdictEnum, {
  name: 'KeyMetricVerdict',
  description: 'The answer in one word: the cause by the first check that fails.',
  valuesConfig: {
    VISIBLE: { description: 'Nothing stands in the way: the page shows it.' },
    USER_DEACTIVATED: { description: 'The person cannot sign in.' },
    NO_GRANT: {
      description: 'The person is no member of the node and holds no role on it or above it.',
    },
    SURFACE_NOT_ALLOWED: { description: 'This page does not show this node to the person; another may.' },
    NOTHING_CONFIGURED: { description: 'Neither the node nor a node above it adds any key metric.' },
    NEVER_ADDED: { description: 'Nothing on the path adds this metric.' },
    HIDDEN: { description: 'A node of the path hides the metric.' },
    BLOCKED: { description: 'A node of the path does not inherit, and so keeps the metric out.' },
    NODE_ONLY: { description: 'A node above adds the metric for itself only.' },
    ARCHIVED: { description: 'The metric is archived.' },
    NO_TEAM: { description: 'The page goes by the person’s team, and there is none.' },
    HIDDEN_PERSON: {
      description: 'The person is hidden from peers, who do not find them in the list of the team.',
    },
    NO_FORMULA: {
      description: 'The metric is shown, but without a number: no formula says how it is computed.',
    },
    TYPE_ARCHIVED: {
      description: 'The metric is shown, but the activity types it counts are archived: nobody can log them.',
    },
    TYPE_NOT_ENABLED: {
      description:
        'The metric is shown, but nobody can log the activity types it counts: no node of the path enables one, nor one below where the page counts what is below.',
    },
    NO_DATA: { description: 'The metric is shown, but nothing was recorded in the period.' },
    UNDETERMINED: { description: 'Nothing fails as far as you may see; what is UNKNOWN could be the cause.' },
  },
})

export const CheckEnum = enumOf(CHECKS)
registerEnumType(CheckEnum, {
  name: 'KeyMetricCheckCode',
  description: 'What is checked, in the order of the answer.',
  valuesConfig: {
    USER_ACTIVE: { description: 'May the person sign in? As of the present: earlier states are not kept.' },
    GRANT_ON_NODE: { description: 'Is the person a member of the node, or has a role on it or above it?' },
    SURFACE_ALLOWED: { description: 'Does this page show this node to the person?' },
    CONFIGURED_ON_PATH: { description: 'Does any node of the path add any key metric?' },
    METRIC_EFFECTIVE: { description: 'Is the metric in force on the node? Without a metric: is any?' },
    METRIC_NOT_ARCHIVED: { description: 'Is it not archived? Without a metric: is any of them not?' },
    HAS_TEAM: { description: 'Is the person in a team, where the page goes by it?' },
    NOT_HIDDEN: {
      description:
        'On TEAM: do peers find the person in the list of their own team? The person and who manages them always do. As of the present.',
    },
    METRIC_COMPUTED: {
      description: 'Does a formula say how the metric is computed? Without a metric: is any of them?',
    },
    ACTIVITIES_LOGGABLE: {
      description:
        'Can somebody log an activity type that the metric counts, or was it recorded all the same? Of a ratio: of both its parts. Without a metric: can any of them come about?',
    },
    DATA_IN_PERIOD: {
      description:
        'Was anything recorded in the period? On PROFILE, and on HOME for the own team, by the person; else on the node.',
    },
  },
})

export const CheckOutcomeEnum = enumOf(OUTCOMES)
registerEnumType(CheckOutcomeEnum, {
  name: 'KeyMetricCheckOutcome',
  description: 'What came out of a check.',
  valuesConfig: {
    PASS: { description: 'It is not this.' },
    FAIL: { description: 'This alone keeps the metric from being seen; `fixes` says who can change it.' },
    SKIPPED: { description: 'It makes no sense here; the evidence says why.' },
    UNKNOWN: { description: 'It cannot be told, or it is not for you to see; the evidence says which.' },
  },
})

export const FixEnum = enumOf(FIXES)
registerEnumType(FixEnum, {
  name: 'KeyMetricFixCode',
  description: 'What can be done.',
  valuesConfig: {
    REACTIVATE_USER: { description: 'Let the person sign in again: `reactivateUser`.' },
    GRANT_ROLE: { description: 'Give the person a role on the node: `grantRole`.' },
    ASSIGN_TEAM: { description: 'Put the person into a team: into `node`, if there is one.' },
    OPEN_ANOTHER_PAGE: { description: 'Look at the node on the page ORGANIZATION instead.' },
    ADD_KEY_METRIC: { description: 'Add the metric on the node: `addKeyMetric`.' },
    REMOVE_RULE: { description: 'Take back the rule that hides it: `removeKeyMetricRule`.' },
    WIDEN_REACH: {
      description: 'Let the rule reach below its node: `overrideKeyMetric` with `reach: NODE_AND_BELOW`.',
    },
    INHERIT: { description: 'Let the node inherit: `setKeyMetricInheritance`.' },
    RESTORE_METRIC: { description: 'Restore the metric: `restoreMetric`.' },
    SHOW_USER: { description: 'Show the person to peers again: `setDataVisibility`.' },
    SET_FORMULA: { description: 'Say how the metric is computed: `setMetricFormula`.' },
    RESTORE_ACTIVITY_TYPE: { description: 'Restore an activity type it counts: `restoreActivityType`.' },
    ENABLE_ACTIVITY_TYPE: {
      description: 'Offer an activity type it counts on the node: `enableActivityType`.',
    },
    LOG_ACTIVITY: { description: 'Log what the person did, or what was done on the node: `logActivity`.' },
  },
})
