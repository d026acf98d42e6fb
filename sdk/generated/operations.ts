import { change, list, operation } from '../operation.js'
import type * as Types from './types.js'

const ImpactFields = 'nodes{fate node{id name level}appears{metric{id key name}aspects before{kind label place status definedAt{id name level}}after{kind label place status definedAt{id name level}}}disappears{metric{id key name}aspects before{kind label place status definedAt{id name level}}after{kind label place status definedAt{id name level}}}changes{metric{id key name}aspects before{kind label place status definedAt{id name level}}after{kind label place status definedAt{id name level}}}wakes{effect metric{id key name}dormancy{reason by{id name level}}}goesDormant{effect metric{id key name}dormancy{reason by{id name level}}}}people{affected homes{id name}}teamChanges{user{id name}from{id name level}to{id name level}}roles{gained{role node{id name level}user{id name}}lost{role node{id name level}user{id name}}}targets{losesOwner{metric{id key name}frequency amount node{id name level}user{id name}}regainsOwner{metric{id key name}frequency amount node{id name level}user{id name}}}totals{nodes appears disappears changes wakes goesDormant homes teamChanges rolesGained rolesLost targetsLosingOwner targetsRegainingOwner}isTruncated'

const ChangedNode = 'id name level version inheritsKeyMetrics effectiveKeyMetrics{kind label frequency status isInherited position metric{id key unit direction}definedAt{id name level}locks{lock setAt{id name level}}}'

const ActivityFields = 'id quantity amount label note occurredAt recordedAt source externalId isVoided isUnlinked version type{id key name}user{id name}team{id name level}'

const EffectiveKeyMetricFields = 'kind label frequency status isInherited position metric{id key unit direction}definedAt{id name level}locks{lock setAt{id name level}}'

const TargetFields = 'amount source rollup coverage carriesForward setAt setBy{id name}version period{frequency start end startsAt endsAt label}'

const NoticeFields = 'verdict checks{check outcome evidence}fixes{fix description node{id name level}by{id name}}'

const ScheduledChangeFields = 'id mutation effectiveAt status failure version input{field after}scheduledBy{id name}'

const MetricFields = 'id key name description unit direction defaultKind status version'

const UserFields = 'id email name status dataVisibility version team{id name level}'

export type AcceptInvitationResult = Types.AcceptInvitationMutation['acceptInvitation']

/**
 * Accept an invitation
 *
 * Accepts an invitation, once. By whoever holds the link: it is the one mutation for which nobody needs to be signed in.
 */
export const acceptInvitation = /*#__PURE__*/ change<Types.AcceptInvitationMutation, Types.AcceptInvitationInput>('AcceptInvitation', 'email signInToken ')

export type AddKeyMetricResult = Types.AddKeyMetricMutation['addKeyMetric']

/**
 * Make a metric a key metric here and below
 *
 * Puts a metric in force on a node and below. By admins of the node or above; by managers and leads if delegated. Repeating the call changes nothing.
 */
export const addKeyMetric = /*#__PURE__*/ change<Types.AddKeyMetricMutation, Types.AddKeyMetricInput>('AddKeyMetric', ['node{', ChangedNode, '}impact{', ImpactFields, '}'])

export type ArchiveActivityTypeResult = Types.ArchiveActivityTypeMutation['archiveActivityType']

/**
 * Take an activity type out of use everywhere
 *
 * Takes an activity type out of use on every node. What was logged stays and is counted. Repeating the call changes nothing. Company admins only.
 */
export const archiveActivityType = /*#__PURE__*/ change<Types.ArchiveActivityTypeMutation, Types.ArchiveActivityTypeInput>('ArchiveActivityType', 'activityType{id key name status version}')

export type ArchiveMetricResult = Types.ArchiveMetricMutation['archiveMetric']

/**
 * Take a metric out of use everywhere, reversibly
 *
 * Takes a metric out of use on every node. Company admins only.
 */
export const archiveMetric = /*#__PURE__*/ change<Types.ArchiveMetricMutation, Types.ArchiveMetricInput>('ArchiveMetric', ['metric{', MetricFields, '}impact{', ImpactFields, '}'])

export type CancelScheduledChangeResult = Types.CancelScheduledChangeMutation['cancelScheduledChange']

/**
 * Give up a change that is to come
 *
 * Gives up a change that is to come. By who scheduled it, and by who administers the node. Repeating the call changes nothing.
 */
export const cancelScheduledChange = /*#__PURE__*/ change<Types.CancelScheduledChangeMutation, Types.CancelScheduledChangeInput>('CancelScheduledChange', ['scheduledChange{', ScheduledChangeFields, '}'])

export type CompareOrganizationResult = Types.CompareOrganizationQuery['compareOrganization']

/**
 * What changed in the organisation between two instants
 *
 * What is different in the organisation between two instants: nodes that began, ended or moved, key metrics, people, roles and targets. What became different and was changed back in between is not told, nor are names and descriptions, which have no past; the audit log tells both.
 */
export const compareOrganization = /*#__PURE__*/ operation<Types.CompareOrganizationQuery, Types.CompareOrganizationQueryVariables>(['query CompareOrganization($from:DateTime!$to:DateTime){compareOrganization(from:$from to:$to){', ImpactFields, '}}'])

export type CopyTargetsResult = Types.CopyTargetsMutation['copyTargets']

/**
 * Copy the targets of the last period, with ten percent more or as they are
 *
 * Sets what was set for one period, or carried into it, for another as well: on a node and below, as it is or by some percent more or less. Who administers or manages the node. Repeating changes nothing.
 */
export const copyTargets = /*#__PURE__*/ change<Types.CopyTargetsMutation, Types.CopyTargetsInput>('CopyTargets', ['targets{metric{id key name}node{id name level}user{id name}target{', TargetFields, '}}'])

export type CorrectActivityResult = Types.CorrectActivityMutation['correctActivity']

/**
 * Correct an activity; the sums follow at once
 *
 * Changes what an activity says; the sums follow at once. One of another instant counts to the team of that instant. People for themselves, and who runs a department or a team for those whose activities count there.
 */
export const correctActivity = /*#__PURE__*/ change<Types.CorrectActivityMutation, Types.CorrectActivityInput>('CorrectActivity', ['activity{', ActivityFields, '}'])

export type CreateActivityTypeResult = Types.CreateActivityTypeMutation['createActivityType']

/**
 * Add a kind of activity that people can log
 *
 * Adds an activity type. It is offered nowhere until a node enables it. Company admins only.
 */
export const createActivityType = /*#__PURE__*/ change<Types.CreateActivityTypeMutation, Types.CreateActivityTypeInput>('CreateActivityType', 'activityType{id key name status version}')

export type CreateApiKeyResult = Types.CreateApiKeyMutation['createApiKey']

/**
 * Give an integration a key of its own: its secret is shown this once
 *
 * Makes an API key for an integration and shows its secret, this once. Company admins only; no API key may.
 */
export const createApiKey = /*#__PURE__*/ change<Types.CreateApiKeyMutation, Types.CreateApiKeyInput>('CreateApiKey', 'apiKey{id name scopes node{id name level}status createdAt expiresAt revokedAt lastUsedAt version secrets{lastCharacters createdAt expiresAt lastUsedAt}}secret ')

export type CreateMetricResult = Types.CreateMetricMutation['createMetric']

/**
 * Put a new metric into the catalogue
 *
 * Adds a metric to the catalogue. Company admins only.
 */
export const createMetric = /*#__PURE__*/ change<Types.CreateMetricMutation, Types.CreateMetricInput>('CreateMetric', ['metric{', MetricFields, '}'])

export type CreateNodeResult = Types.CreateNodeMutation['createNode']

/**
 * Create a department or a team
 *
 * Creates a department or a team; what is in force above is in force on it at once. By company admins, and by department admins in their department.
 */
export const createNode = /*#__PURE__*/ change<Types.CreateNodeMutation, Types.CreateNodeInput>('CreateNode', ['node{id name level version}scheduledChange{', ScheduledChangeFields, '}impact{', ImpactFields, '}'])

export type CreateUserResult = Types.CreateUserMutation['createUser']

/**
 * Add a person who may sign in at once
 *
 * Adds a person who may sign in at once. By company admins.
 */
export const createUser = /*#__PURE__*/ change<Types.CreateUserMutation, Types.CreateUserInput>('CreateUser', ['user{', UserFields, '}impact{', ImpactFields, '}'])

export type DeactivateUserResult = Types.DeactivateUserMutation['deactivateUser']

/**
 * Keep a person from signing in
 *
 * Keeps a person from signing in, at once; team, roles and history are kept. By company admins. Repeating the call changes nothing.
 */
export const deactivateUser = /*#__PURE__*/ change<Types.DeactivateUserMutation, Types.DeactivateUserInput>('DeactivateUser', ['user{', UserFields, '}impact{', ImpactFields, '}'])

export type DeleteMetricResult = Types.DeleteMetricMutation['deleteMetric']

/**
 * Delete a metric that was never used
 *
 * Takes a metric to which nothing refers, nor ever did, out of the catalogue; any other can be archived. As of earlier instants it is there still, and creating one with its key takes it up again. Company admins only. Repeating the call changes nothing.
 */
export const deleteMetric = /*#__PURE__*/ change<Types.DeleteMetricMutation, Types.DeleteMetricInput>('DeleteMetric', ['deletedMetric{id key name deletedAt version}obstacle{ruleCount hasFormula targetCount celebrationCount choices}impact{', ImpactFields, '}'])

export type DeleteNodeResult = Types.DeleteNodeMutation['deleteNode']

/**
 * Delete a department or a team
 *
 * Takes a department or a team out of the tree from now on. Its past stays, with what was counted; it can be restored, with what it says of key metrics. The roles on it end, and the API keys bound to it count no more while it is gone. A department is deleted by company admins, a team also by the admins of its department. Repeating the call changes nothing.
 */
export const deleteNode = /*#__PURE__*/ change<Types.DeleteNodeMutation, Types.DeleteNodeInput>('DeleteNode', ['deletedNode{id name level deletedAt version}obstacle{memberCount choices}scheduledChange{', ScheduledChangeFields, '}impact{', ImpactFields, '}'])

export type DisableActivityTypeResult = Types.DisableActivityTypeMutation['disableActivityType']

/**
 * Stop offering an activity type on a node
 *
 * Takes back that a node itself offers an activity type; what a node above offers stays. Repeating the call changes nothing. Admins of the node, and its managers where delegated.
 */
export const disableActivityType = /*#__PURE__*/ change<Types.DisableActivityTypeMutation, Types.DisableActivityTypeInput>('DisableActivityType', 'node{id name level version activityTypes{isInherited activityType{id key name status version}enabledAt{id name level}}}')

export type EnableActivityTypeResult = Types.EnableActivityTypeMutation['enableActivityType']

/**
 * Offer an activity type on a node and below
 *
 * Offers an activity type on a node and below. Repeating the call changes nothing. Admins of the node, and its managers where delegated.
 */
export const enableActivityType = /*#__PURE__*/ change<Types.EnableActivityTypeMutation, Types.EnableActivityTypeInput>('EnableActivityType', 'node{id name level version activityTypes{isInherited activityType{id key name status version}enabledAt{id name level}}}')

export type ExplainKeyMetricResult = Types.ExplainKeyMetricQuery['explainKeyMetric']

/**
 * Why can this person not see a key metric, and who can change that?
 *
 * Why a person sees a key metric on a page, or does not: every check with its evidence, and who can fix what fails. Everybody may ask about themselves, who runs a node about its people. Null for a person, node or metric that you do not see.
 */
export const explainKeyMetric = /*#__PURE__*/ operation<Types.ExplainKeyMetricQuery, Types.ExplainKeyMetricQueryVariables>('query ExplainKeyMetric($userId:ID!$nodeId:ID$metricId:ID$surface:KeyMetricSurface!$period:PeriodInput$asOf:DateTime){explainKeyMetric(userId:$userId nodeId:$nodeId metricId:$metricId surface:$surface period:$period asOf:$asOf){verdict surface user{id name}node{id name level}metric{id key name}checks{check outcome evidence node{id name level}}trace{outcome visible node{id name level}}fixes{fix check description node{id name level}by{id name email}}}}')

export type GetActivityLoggerResult = Types.GetActivityLoggerQuery['team']

/**
 * What the members of a team may log now, and which node offers it
 *
 * A team of yours by its id.
 */
export const getActivityLogger = /*#__PURE__*/ operation<Types.GetActivityLoggerQuery, Types.GetActivityLoggerQueryVariables>('query GetActivityLogger($teamId:ID!){team(id:$teamId){id name level version activityLogger{id key name status version}activityTypes{isInherited activityType{id key name status version}enabledAt{id name level}}}}')

export type GetCalendarResult = Types.GetCalendarQuery['company']

/**
 * The company's calendar, and the period that is running or another
 *
 * Your company; null before it began.
 */
export const getCalendar = /*#__PURE__*/ operation<Types.GetCalendarQuery, Types.GetCalendarQueryVariables>('query GetCalendar($frequency:Frequency!=MONTHLY$containing:Date$offset:Int=0$asOf:DateTime){company(asOf:$asOf){id version calendar{timeZone weekStart fiscalYearStartMonth currency}period(frequency:$frequency containing:$containing offset:$offset){frequency start end startsAt endsAt label}}}')

export type GetCompanyResult = Types.GetCompanyQuery['company']

/**
 * The company at a glance: its key metrics and how often each kind is tracked
 *
 * Your company; null before it began.
 */
export const getCompany = /*#__PURE__*/ operation<Types.GetCompanyQuery, Types.GetCompanyQueryVariables>(['query GetCompany($asOf:DateTime){company(asOf:$asOf){id name level inheritsKeyMetrics version path{id name level}trackingFrequencies{kind frequency}effectiveKeyMetrics{', EffectiveKeyMetricFields, '}}}'])

export type GetDepartmentResult = Types.GetDepartmentQuery['department']

/**
 * One department with its teams and its key metrics
 *
 * A department of yours by its id.
 */
export const getDepartment = /*#__PURE__*/ operation<Types.GetDepartmentQuery, Types.GetDepartmentQueryVariables>(['query GetDepartment($id:ID!$asOf:DateTime){department(id:$id asOf:$asOf){id name level inheritsKeyMetrics version path{id name level}teams{id name level}effectiveKeyMetrics{', EffectiveKeyMetricFields, '}}}'])

export type GetHomeResult = Types.GetHomeQuery['home']

/**
 * My own page: my key metrics and where they stand, or those of a node that I run
 *
 * The page of whoever asks: one’s own numbers for the key metrics of one’s team, or those of a node one runs. Null for an integration without a person, and for a node that you do not see.
 */
export const getHome = /*#__PURE__*/ operation<Types.GetHomeQuery, Types.GetHomeQueryVariables>(['query GetHome($nodeId:ID$period:PeriodInput$asOf:DateTime){home(nodeId:$nodeId period:$period asOf:$asOf){node{id name level}nodes{id name level}user{id name}keyMetrics{metric{id key unit direction}label kind frequency progress{period{label}actual target gap attainment expected forecast status previous{actualAtThisPoint change}series{day value}}notice{', NoticeFields, '}nodeProgress{actual target attainment status}}notice{', NoticeFields, '}}}'])

export type GetKeyMetricStatusResult = Types.GetKeyMetricStatusQuery['orgNode']

/**
 * Why does this node show this metric, or why does it not?
 *
 * A company, department or team of yours by its id.
 */
export const getKeyMetricStatus = /*#__PURE__*/ operation<Types.GetKeyMetricStatusQuery, Types.GetKeyMetricStatusQueryVariables>('query GetKeyMetricStatus($nodeId:ID!$metricId:ID!$asOf:DateTime){orgNode(id:$nodeId asOf:$asOf){id name level keyMetricStatus(metricId:$metricId asOf:$asOf){status at{id name level}trace{outcome visible node{id name level}}}}}')

export type GetLeaderboardResult = Types.GetLeaderboardQuery['leaderboard']

/**
 * The page of a leaderboard: of what node, metric and period it is, who is on it, and why there are no numbers
 *
 * The people of a node, the best first. Who is not shown to you is not in it: hidden people, for their peers, and with them the one who has been in the team longest. Null for an unknown metric, and for a node that you do not see.
 */
export const getLeaderboard = /*#__PURE__*/ operation<Types.GetLeaderboardQuery, Types.GetLeaderboardQueryVariables>(['query GetLeaderboard($nodeId:ID!$metricId:ID!$period:PeriodInput$by:LeaderboardOrder!=ACTUAL$first:Int!=50){leaderboard(nodeId:$nodeId metricId:$metricId period:$period by:$by){node{id name level}metric{id key name unit direction}period{label}by entries(first:$first){nodes{rank user{id name}actual numerator denominator target attainment}pageInfo{hasNextPage endCursor}}notice{', NoticeFields, '}}}'])

export type GetOrgNodeResult = Types.GetOrgNodeQuery['orgNode']

/**
 * Any node by its id, whether company, department or team
 *
 * A company, department or team of yours by its id.
 */
export const getOrgNode = /*#__PURE__*/ operation<Types.GetOrgNodeQuery, Types.GetOrgNodeQueryVariables>(['query GetOrgNode($id:ID!$asOf:DateTime){orgNode(id:$id asOf:$asOf){id name level inheritsKeyMetrics version path{id name level}effectiveKeyMetrics{', EffectiveKeyMetricFields, '}}}'])

export type GetOrganizationOverviewResult = Types.GetOrganizationOverviewQuery['organizationOverview']

/**
 * The overview of the organisation: every node beside every metric, and why nothing is in force anywhere
 *
 * The overview of the organisation: every node that you see whole, and of each metric whether it is in force there, why, where it comes from and who may change that. Null for a node that you do not see whole.
 */
export const getOrganizationOverview = /*#__PURE__*/ operation<Types.GetOrganizationOverviewQuery, Types.GetOrganizationOverviewQueryVariables>(['query GetOrganizationOverview($nodeId:ID$metricIds:[ID!]$asOf:DateTime$first:Int!=50){organizationOverview(nodeId:$nodeId metricIds:$metricIds asOf:$asOf){metrics{id key name}nodes(first:$first){nodes{node{id name level}keyMetrics{metric{id key}status at{id name}effective{kind label definedAt{id name}}}mayEdit editors{role user{id name}}notice{verdict}}pageInfo{hasNextPage endCursor}}notice{', NoticeFields, '}}}'])

export type GetOrganizationResult = Types.GetOrganizationQuery['company']

/**
 * The whole organisation in one request: every department and team with the key metrics in force there
 *
 * Your company; null before it began.
 */
export const getOrganization = /*#__PURE__*/ operation<Types.GetOrganizationQuery, Types.GetOrganizationQueryVariables>(['query GetOrganization($asOf:DateTime$kind:KeyMetricKind){company(asOf:$asOf){id name level version effectiveKeyMetrics(kind:$kind){', EffectiveKeyMetricFields, '}departments{id name level version effectiveKeyMetrics(kind:$kind){', EffectiveKeyMetricFields, '}teams{id name level version effectiveKeyMetrics(kind:$kind){', EffectiveKeyMetricFields, '}}}teams{id name level version effectiveKeyMetrics(kind:$kind){', EffectiveKeyMetricFields, '}}}}'])

export type GetPeriodsResult = Types.GetPeriodsQuery['company']

/**
 * The periods between two days
 *
 * Your company; null before it began.
 */
export const getPeriods = /*#__PURE__*/ operation<Types.GetPeriodsQuery, Types.GetPeriodsQueryVariables>('query GetPeriods($frequency:Frequency!$from:Date!$to:Date!){company{periods(frequency:$frequency from:$from to:$to){frequency start end startsAt endsAt label}}}')

export type GetProfileResult = Types.GetProfileQuery['profile']

/**
 * The page of a person in a period: what they did, and for which team
 *
 * The page of a person in a period: the team and the key metrics of that time, and what they did. Everybody sees their own past. Null for somebody whose numbers you do not see.
 */
export const getProfile = /*#__PURE__*/ operation<Types.GetProfileQuery, Types.GetProfileQueryVariables>(['query GetProfile($userId:ID!$period:PeriodInput){profile(userId:$userId period:$period){user{id name}period{frequency start end startsAt endsAt label}team{id name level}keyMetrics{metric{id key unit direction}label kind frequency progress{period{label}actual target gap attainment expected forecast status previous{actualAtThisPoint change}series{day value}}notice{', NoticeFields, '}}parts{team{id name level}from to isRest keyMetrics{metric{id key}label kind isInForce value numerator denominator}}notice{', NoticeFields, '}}}'])

export type GetProgressResult = Types.GetProgressQuery['orgNode']

/**
 * Where the key metrics of a node stand, or those of one of its people: target, outlook and the period before
 *
 * A company, department or team of yours by its id.
 */
export const getProgress = /*#__PURE__*/ operation<Types.GetProgressQuery, Types.GetProgressQueryVariables>('query GetProgress($nodeId:ID!$period:PeriodInput$userId:ID$kind:KeyMetricKind){orgNode(id:$nodeId){id name level effectiveKeyMetrics(kind:$kind){kind label metric{id key unit direction}progress(period:$period userId:$userId){period{frequency start end startsAt endsAt label}actual target gap attainment expected forecast status pace{method share error periods}previous{period{start end label}actual actualAtThisPoint change}series{day value}}}}}')

export type GetTargetResult = Types.GetTargetQuery['orgNode']

/**
 * What a node is to reach of a metric, and how much of it the level below covers
 *
 * A company, department or team of yours by its id.
 */
export const getTarget = /*#__PURE__*/ operation<Types.GetTargetQuery, Types.GetTargetQueryVariables>(['query GetTarget($nodeId:ID!$metricId:ID!$period:PeriodInput){orgNode(id:$nodeId){id name level target(metricId:$metricId period:$period){', TargetFields, '}}}'])

export type GetTeamPageResult = Types.GetTeamPageQuery['teamPage']

/**
 * The page of a team: totals, what each person did for it and how they stand, and what all others did together
 *
 * The page of a team: its totals, what each person did for it, and how they stand to their targets. All rows add up to the totals exactly. Null for a team that you do not see.
 */
export const getTeamPage = /*#__PURE__*/ operation<Types.GetTeamPageQuery, Types.GetTeamPageQueryVariables>(['query GetTeamPage($id:ID!$period:PeriodInput$first:Int!=50){teamPage(id:$id period:$period){team{id name level}keyMetrics{keyMetric{kind label metric{id key unit direction}}progress{period{label}actual target gap attainment status previous{actualAtThisPoint change}}target{rollup coverage}withNumbers notice{verdict}}members(first:$first){nodes{user{id name}isMember numbers{metric{id}actual numerator denominator target gap attainment status rank}}totalCount pageInfo{hasNextPage endCursor}}others{count numbers{metric{id}actual numerator denominator target}}coverage{members withNumbers share}notice{', NoticeFields, '}}}'])

export type GetTeamResult = Types.GetTeamQuery['team']

/**
 * One team and the key metrics in force there, each with the node it comes from
 *
 * A team of yours by its id.
 */
export const getTeam = /*#__PURE__*/ operation<Types.GetTeamQuery, Types.GetTeamQueryVariables>(['query GetTeam($id:ID!$asOf:DateTime){team(id:$id asOf:$asOf){id name level inheritsKeyMetrics version path{id name level}effectiveKeyMetrics{', EffectiveKeyMetricFields, '}}}'])

export type GetViewerResult = Types.GetViewerQuery['viewer']

/**
 * Who am I, and what may I manage?
 *
 * Who is asking; null for an integration without a person.
 */
export const getViewer = /*#__PURE__*/ operation<Types.GetViewerQuery, Types.GetViewerQueryVariables>(['query GetViewer{viewer{', UserFields, 'roleAssignments{role node{id name level}}}}'])

export type GrantRoleResult = Types.GrantRoleMutation['grantRole']

/**
 * Give a person a role on a node and below
 *
 * Gives a person a role on a node and everything below. By company admins, and by department admins in their department. Repeating changes nothing.
 */
export const grantRole = /*#__PURE__*/ change<Types.GrantRoleMutation, Types.GrantRoleInput>('GrantRole', ['roleAssignment{id role validFrom user{', UserFields, '}node{id name level}}impact{', ImpactFields, '}'])

export type HideKeyMetricResult = Types.HideKeyMetricMutation['hideKeyMetric']

/**
 * Hide an inherited key metric here and below
 *
 * Hides an inherited key metric on a node and below. By admins of the node or above; by managers and leads if delegated. Repeating the call changes nothing.
 */
export const hideKeyMetric = /*#__PURE__*/ change<Types.HideKeyMetricMutation, Types.HideKeyMetricInput>('HideKeyMetric', ['node{', ChangedNode, '}impact{', ImpactFields, '}'])

export type InviteUserResult = Types.InviteUserMutation['inviteUser']

/**
 * Invite a person
 *
 * Adds a person and sends them a link that counts once, within seven days; they may sign in when they have accepted. For who is invited already, a new link takes the place of the old. By company admins.
 */
export const inviteUser = /*#__PURE__*/ change<Types.InviteUserMutation, Types.InviteUserInput>('InviteUser', ['user{', UserFields, '}impact{', ImpactFields, '}'])

export type LinkPersonResult = Types.LinkPersonMutation['linkPerson']

/**
 * Say whom a system means by one of its names
 *
 * Says whom a source means by one of its names: what was kept aside under it is given to the person, back in time, and what comes later as well. By company admins. Repeating changes nothing.
 */
export const linkPerson = /*#__PURE__*/ change<Types.LinkPersonMutation, Types.LinkPersonInput>('LinkPerson', ['user{', UserFields, '}'])

export type ListActivityTypesResult = Types.ListActivityTypesQuery['activityTypes']

/**
 * Every kind of activity the company knows
 *
 * The activity types of your company, in the order of their names.
 */
export const listActivityTypes = /*#__PURE__*/ operation<Types.ListActivityTypesQuery, Types.ListActivityTypesQueryVariables>('query ListActivityTypes($status:ActivityTypeStatus){activityTypes(status:$status){id key name status version}}')

export type ListAdministratorsPage = NonNullable<NonNullable<Types.ListAdministratorsQuery['orgNode']>['administrators']>
export type ListAdministratorsItem = ListAdministratorsPage['nodes'][number]

/**
 * Who administers a node, directly or through a node above it, page by page
 *
 * A company, department or team of yours by its id.
 */
export const listAdministrators = /*#__PURE__*/ list<Types.ListAdministratorsQuery, ListAdministratorsPage, Types.ListAdministratorsQueryVariables>(['query ListAdministrators($nodeId:ID!$first:Int!=50$after:String$filter:PeopleFilter$sort:PeopleSort!=NAME$descending:Boolean!=false){orgNode(id:$nodeId){administrators(first:$first after:$after filter:$filter sort:$sort descending:$descending){nodes{id role validFrom user{', UserFields, '}node{id name level}}pageInfo{hasNextPage endCursor}}}}'], 'orgNode', 'administrators')

export type ListApiKeysPage = NonNullable<NonNullable<Types.ListApiKeysQuery['company']>['apiKeys']>
export type ListApiKeysItem = ListApiKeysPage['nodes'][number]

/**
 * The API keys of the company: what each may do, and when it was last used
 *
 * Your company; null before it began.
 */
export const listApiKeys = /*#__PURE__*/ list<Types.ListApiKeysQuery, ListApiKeysPage, Types.ListApiKeysQueryVariables>('query ListApiKeys($first:Int!=50$after:String){company{apiKeys(first:$first after:$after){nodes{id name scopes node{id name level}status createdAt expiresAt revokedAt lastUsedAt version secrets{lastCharacters createdAt expiresAt lastUsedAt}createdBy{id name}}pageInfo{hasNextPage endCursor}}}}', 'company', 'apiKeys')

export type ListAuditLogPage = NonNullable<Types.ListAuditLogQuery['auditLog']>
export type ListAuditLogItem = ListAuditLogPage['nodes'][number]

/**
 * What was changed, by whom and when, the newest first
 *
 * What was changed, the newest first. A company admin reads everything; who runs a department or a team, what is about it and what hangs below it at present, and what left these; everybody, what they did themselves.
 */
export const listAuditLog = /*#__PURE__*/ list<Types.ListAuditLogQuery, ListAuditLogPage, Types.ListAuditLogQueryVariables>('query ListAuditLog($filter:AuditLogFilter$first:Int!=50$after:String){auditLog(filter:$filter first:$first after:$after){nodes{id at action actsAs actor{id name}apiKey{id name}node{id name level}fromNode{id name level}entityId requestId changes{field before after}}pageInfo{hasNextPage endCursor}}}', 'auditLog')

export type ListCelebrationsPage = NonNullable<NonNullable<Types.ListCelebrationsQuery['orgNode']>['celebrations']>
export type ListCelebrationsItem = ListCelebrationsPage['nodes'][number]

/**
 * What was celebrated of a node and of all below it, the newest first
 *
 * A company, department or team of yours by its id.
 */
export const listCelebrations = /*#__PURE__*/ list<Types.ListCelebrationsQuery, ListCelebrationsPage, Types.ListCelebrationsQueryVariables>('query ListCelebrations($nodeId:ID!$includeWithdrawn:Boolean!=false$first:Int!=50$after:String){orgNode(id:$nodeId){celebrations(includeWithdrawn:$includeWithdrawn first:$first after:$after){nodes{id actual target reachedAt withdrawnAt metric{id key name unit}period{frequency start end startsAt endsAt label}node{id name level}user{id name}}pageInfo{hasNextPage endCursor}}}}', 'orgNode', 'celebrations')

export type ListDeletedNodesPage = NonNullable<NonNullable<Types.ListDeletedNodesQuery['company']>['deletedNodes']>
export type ListDeletedNodesItem = ListDeletedNodesPage['nodes'][number]

/**
 * The departments and teams that are gone, page by page
 *
 * Your company; null before it began.
 */
export const listDeletedNodes = /*#__PURE__*/ list<Types.ListDeletedNodesQuery, ListDeletedNodesPage, Types.ListDeletedNodesQueryVariables>('query ListDeletedNodes($first:Int!=50$after:String){company{deletedNodes(first:$first after:$after){nodes{id name level deletedAt version}pageInfo{hasNextPage endCursor}}}}', 'company', 'deletedNodes')

export type ListKeyMetricRulesResult = Types.ListKeyMetricRulesQuery['orgNode']

/**
 * What one node itself says of its key metrics, dormant rules included
 *
 * A company, department or team of yours by its id.
 */
export const listKeyMetricRules = /*#__PURE__*/ operation<Types.ListKeyMetricRulesQuery, Types.ListKeyMetricRulesQueryVariables>('query ListKeyMetricRules($nodeId:ID!$asOf:DateTime){orgNode(id:$nodeId asOf:$asOf){id name level version keyMetricRules(asOf:$asOf){id effect kind label position reach locks validFrom metric{id key name}dormancy{reason lock by{id name level}}}}}')

export type ListLeaderboardPage = NonNullable<NonNullable<Types.ListLeaderboardQuery['leaderboard']>['entries']>
export type ListLeaderboardItem = ListLeaderboardPage['nodes'][number]

/**
 * The people of a node, ranked by what they have of a metric
 *
 * The people of a node, the best first. Who is not shown to you is not in it: hidden people, for their peers, and with them the one who has been in the team longest. Null for an unknown metric, and for a node that you do not see.
 */
export const listLeaderboard = /*#__PURE__*/ list<Types.ListLeaderboardQuery, ListLeaderboardPage, Types.ListLeaderboardQueryVariables>('query ListLeaderboard($nodeId:ID!$metricId:ID!$period:PeriodInput$by:LeaderboardOrder!=ACTUAL$first:Int!=50$after:String){leaderboard(nodeId:$nodeId metricId:$metricId period:$period by:$by){entries(first:$first after:$after){nodes{rank user{id name}actual numerator denominator target attainment}pageInfo{hasNextPage endCursor}}}}', 'leaderboard', 'entries')

export type ListManagersPage = NonNullable<NonNullable<Types.ListManagersQuery['orgNode']>['managers']>
export type ListManagersItem = ListManagersPage['nodes'][number]

/**
 * Who manages a node, directly or through a node above it, page by page
 *
 * A company, department or team of yours by its id.
 */
export const listManagers = /*#__PURE__*/ list<Types.ListManagersQuery, ListManagersPage, Types.ListManagersQueryVariables>(['query ListManagers($nodeId:ID!$first:Int!=50$after:String$filter:PeopleFilter$sort:PeopleSort!=NAME$descending:Boolean!=false){orgNode(id:$nodeId){managers(first:$first after:$after filter:$filter sort:$sort descending:$descending){nodes{id role validFrom user{', UserFields, '}node{id name level}}pageInfo{hasNextPage endCursor}}}}'], 'orgNode', 'managers')

export type ListMembersPage = NonNullable<NonNullable<Types.ListMembersQuery['orgNode']>['members']>
export type ListMembersItem = ListMembersPage['nodes'][number]

/**
 * The people of a team or below another node, page by page
 *
 * A company, department or team of yours by its id.
 */
export const listMembers = /*#__PURE__*/ list<Types.ListMembersQuery, ListMembersPage, Types.ListMembersQueryVariables>(['query ListMembers($nodeId:ID!$first:Int!=50$after:String$filter:PeopleFilter$sort:PeopleSort!=NAME$descending:Boolean!=false){orgNode(id:$nodeId){members(first:$first after:$after filter:$filter sort:$sort descending:$descending){nodes{', UserFields, '}pageInfo{hasNextPage endCursor}}}}'], 'orgNode', 'members')

export type ListMembershipsPage = NonNullable<NonNullable<Types.ListMembershipsQuery['user']>['memberships']>
export type ListMembershipsItem = ListMembershipsPage['nodes'][number]

/**
 * In which teams a person was, page by page
 *
 * A person of your company by id.
 */
export const listMemberships = /*#__PURE__*/ list<Types.ListMembershipsQuery, ListMembershipsPage, Types.ListMembershipsQueryVariables>('query ListMemberships($userId:ID!$first:Int!=50$after:String){user(id:$userId){memberships(first:$first after:$after){nodes{teamId teamName validFrom validTo}pageInfo{hasNextPage endCursor}}}}', 'user', 'memberships')

export type ListMetricsResult = Types.ListMetricsQuery['metrics']

/**
 * The catalogue: every metric the company knows
 *
 * The catalogue of your company, in the order of the keys.
 */
export const listMetrics = /*#__PURE__*/ operation<Types.ListMetricsQuery, Types.ListMetricsQueryVariables>(['query ListMetrics($status:MetricStatus$asOf:DateTime){metrics(status:$status asOf:$asOf){', MetricFields, '}}'])

export type ListOrganizationOverviewPage = NonNullable<NonNullable<Types.ListOrganizationOverviewQuery['organizationOverview']>['nodes']>
export type ListOrganizationOverviewItem = ListOrganizationOverviewPage['nodes'][number]

/**
 * Every node and every metric: in force or not, why, where from, and who may change it
 *
 * The overview of the organisation: every node that you see whole, and of each metric whether it is in force there, why, where it comes from and who may change that. Null for a node that you do not see whole.
 */
export const listOrganizationOverview = /*#__PURE__*/ list<Types.ListOrganizationOverviewQuery, ListOrganizationOverviewPage, Types.ListOrganizationOverviewQueryVariables>('query ListOrganizationOverview($nodeId:ID$metricIds:[ID!]$asOf:DateTime$first:Int!=50$after:String){organizationOverview(nodeId:$nodeId metricIds:$metricIds asOf:$asOf){nodes(first:$first after:$after){nodes{node{id name level}keyMetrics{metric{id key}status at{id name}effective{kind label definedAt{id name}}}mayEdit editors{role user{id name}}notice{verdict}}pageInfo{hasNextPage endCursor}}}}', 'organizationOverview', 'nodes')

export type ListScheduledChangesPage = NonNullable<Types.ListScheduledChangesQuery['scheduledChanges']>
export type ListScheduledChangesItem = ListScheduledChangesPage['nodes'][number]

/**
 * What is to change, and when
 *
 * What is to change, by date. A company admin reads everything; who runs a department or a team, what is about it and what is below; everybody, what they scheduled themselves.
 */
export const listScheduledChanges = /*#__PURE__*/ list<Types.ListScheduledChangesQuery, ListScheduledChangesPage, Types.ListScheduledChangesQueryVariables>(['query ListScheduledChanges($filter:ScheduledChangeFilter$first:Int!=50$after:String){scheduledChanges(filter:$filter first:$first after:$after){nodes{', ScheduledChangeFields, '}pageInfo{hasNextPage endCursor}}}'], 'scheduledChanges')

export type ListTeamActivitiesPage = NonNullable<NonNullable<Types.ListTeamActivitiesQuery['team']>['activities']>
export type ListTeamActivitiesItem = ListTeamActivitiesPage['nodes'][number]

/**
 * What counts to a team, the newest first
 *
 * A team of yours by its id.
 */
export const listTeamActivities = /*#__PURE__*/ list<Types.ListTeamActivitiesQuery, ListTeamActivitiesPage, Types.ListTeamActivitiesQueryVariables>(['query ListTeamActivities($teamId:ID!$activityTypeId:ID$from:DateTime$to:DateTime$includeVoided:Boolean!=false$first:Int!=50$after:String){team(id:$teamId){activities(activityTypeId:$activityTypeId from:$from to:$to includeVoided:$includeVoided first:$first after:$after){nodes{', ActivityFields, '}pageInfo{hasNextPage endCursor}}}}'], 'team', 'activities')

export type ListTeamPageMembersPage = NonNullable<NonNullable<Types.ListTeamPageMembersQuery['teamPage']>['members']>
export type ListTeamPageMembersItem = ListTeamPageMembersPage['nodes'][number]

/**
 * What each person of a team has of its key metrics, page by page
 *
 * The page of a team: its totals, what each person did for it, and how they stand to their targets. All rows add up to the totals exactly. Null for a team that you do not see.
 */
export const listTeamPageMembers = /*#__PURE__*/ list<Types.ListTeamPageMembersQuery, ListTeamPageMembersPage, Types.ListTeamPageMembersQueryVariables>('query ListTeamPageMembers($id:ID!$period:PeriodInput$first:Int!=50$after:String){teamPage(id:$id period:$period){members(first:$first after:$after){nodes{user{id name}isMember numbers{metric{id}actual numerator denominator target gap attainment status rank}}pageInfo{hasNextPage endCursor}}}}', 'teamPage', 'members')

export type ListUnassignedPage = NonNullable<NonNullable<Types.ListUnassignedQuery['company']>['unassigned']>
export type ListUnassignedItem = ListUnassignedPage['nodes'][number]

/**
 * The people in no team, page by page
 *
 * Your company; null before it began.
 */
export const listUnassigned = /*#__PURE__*/ list<Types.ListUnassignedQuery, ListUnassignedPage, Types.ListUnassignedQueryVariables>(['query ListUnassigned($first:Int!=50$after:String$filter:PeopleFilter$sort:PeopleSort!=NAME$descending:Boolean!=false){company{unassigned(first:$first after:$after filter:$filter sort:$sort descending:$descending){nodes{', UserFields, '}pageInfo{hasNextPage endCursor}}}}'], 'company', 'unassigned')

export type ListUnlinkedPeoplePage = NonNullable<NonNullable<Types.ListUnlinkedPeopleQuery['company']>['unlinkedPeople']>
export type ListUnlinkedPeopleItem = ListUnlinkedPeoplePage['nodes'][number]

/**
 * Whom systems speak of and nobody knows yet
 *
 * Your company; null before it began.
 */
export const listUnlinkedPeople = /*#__PURE__*/ list<Types.ListUnlinkedPeopleQuery, ListUnlinkedPeoplePage, Types.ListUnlinkedPeopleQueryVariables>('query ListUnlinkedPeople($first:Int!=50$after:String){company{unlinkedPeople(first:$first after:$after){nodes{source reference count firstOccurredAt lastOccurredAt}pageInfo{hasNextPage endCursor}}}}', 'company', 'unlinkedPeople')

export type ListUserActivitiesPage = NonNullable<NonNullable<Types.ListUserActivitiesQuery['user']>['activities']>
export type ListUserActivitiesItem = ListUserActivitiesPage['nodes'][number]

/**
 * What somebody did, the newest first
 *
 * A person of your company by id.
 */
export const listUserActivities = /*#__PURE__*/ list<Types.ListUserActivitiesQuery, ListUserActivitiesPage, Types.ListUserActivitiesQueryVariables>(['query ListUserActivities($userId:ID!$activityTypeId:ID$from:DateTime$to:DateTime$includeVoided:Boolean!=false$first:Int!=50$after:String){user(id:$userId){activities(activityTypeId:$activityTypeId from:$from to:$to includeVoided:$includeVoided first:$first after:$after){nodes{', ActivityFields, '}pageInfo{hasNextPage endCursor}}}}'], 'user', 'activities')

export type ListUsersPage = NonNullable<NonNullable<Types.ListUsersQuery['company']>['users']>
export type ListUsersItem = ListUsersPage['nodes'][number]

/**
 * Everybody in the company, page by page
 *
 * Your company; null before it began.
 */
export const listUsers = /*#__PURE__*/ list<Types.ListUsersQuery, ListUsersPage, Types.ListUsersQueryVariables>(['query ListUsers($first:Int!=50$after:String$filter:PeopleFilter$sort:PeopleSort!=NAME$descending:Boolean!=false){company{users(first:$first after:$after filter:$filter sort:$sort descending:$descending){nodes{', UserFields, '}pageInfo{hasNextPage endCursor}}}}'], 'company', 'users')

export type LockKeyMetricResult = Types.LockKeyMetricMutation['lockKeyMetric']

/**
 * Say what the nodes below may not do with a key metric
 *
 * Says what nodes below may not do with a metric. By company and department admins. Repeating the call changes nothing.
 */
export const lockKeyMetric = /*#__PURE__*/ change<Types.LockKeyMetricMutation, Types.LockKeyMetricInput>('LockKeyMetric', ['node{', ChangedNode, '}impact{', ImpactFields, '}'])

export type LogActivitiesResult = Types.LogActivitiesMutation['logActivities']

/**
 * Deliver up to 1,000 activities of one system at once
 *
 * Logs what people did, up to 1,000 activities at once, as a system delivers them: twice, late and in any order count once. People for themselves, and who runs a department or a team for those whose activities count there.
 */
export const logActivities = /*#__PURE__*/ change<Types.LogActivitiesMutation, Types.LogActivitiesInput>('LogActivities', 'results{status isUnlinked activity{id version}userErrors{code message path}}isWritten ')

export type LogActivityResult = Types.LogActivityMutation['logActivity']

/**
 * Log what somebody did: a call, a meeting, a deal won
 *
 * Logs what somebody did; it counts at once. People for themselves, and who runs a department or a team for those whose activities count there. The same externalId of a source again changes nothing.
 */
export const logActivity = /*#__PURE__*/ change<Types.LogActivityMutation, Types.LogActivityInput>('LogActivity', ['activity{', ActivityFields, '}'])

export type MoveNodeResult = Types.MoveNodeMutation['moveNode']

/**
 * Hang a team under another department
 *
 * Hangs a team under another department or under the company, from now on; what it says of key metrics goes with it, and what was counted stays where it was. The right is needed at both ends. By company admins, and by department admins in their department. Repeating the call changes nothing.
 */
export const moveNode = /*#__PURE__*/ change<Types.MoveNodeMutation, Types.MoveNodeInput>('MoveNode', ['node{id name level version}scheduledChange{', ScheduledChangeFields, '}impact{', ImpactFields, '}'])

export type MoveUsersResult = Types.MoveUsersMutation['moveUsers']

/**
 * Put people into other teams, or into none
 *
 * Puts people into teams, or into none, from now on, one or many at once; what they did stays with the teams they were in. By company admins and managers, and by department admins and managers within their department: the right is needed where a person is and where they are to go, and who is in no team is the company’s. Repeating the call changes nothing.
 */
export const moveUsers = /*#__PURE__*/ change<Types.MoveUsersMutation, Types.MoveUsersInput>('MoveUsers', ['results{status user{id version}userErrors{code message path}}isWritten scheduledChange{', ScheduledChangeFields, '}impact{', ImpactFields, '}'])

export type OverrideKeyMetricResult = Types.OverrideKeyMetricMutation['overrideKeyMetric']

/**
 * Give a key metric another kind, label or position here and below
 *
 * Changes kind, label or position on a node and below. By admins of the node or above; by managers and leads if delegated. Repeating the call changes nothing.
 */
export const overrideKeyMetric = /*#__PURE__*/ change<Types.OverrideKeyMetricMutation, Types.OverrideKeyMetricInput>('OverrideKeyMetric', ['node{', ChangedNode, '}impact{', ImpactFields, '}'])

export type ReactivateUserResult = Types.ReactivateUserMutation['reactivateUser']

/**
 * Let a deactivated person sign in again
 *
 * Lets a deactivated person sign in again. By company admins. Repeating the call changes nothing.
 */
export const reactivateUser = /*#__PURE__*/ change<Types.ReactivateUserMutation, Types.ReactivateUserInput>('ReactivateUser', ['user{', UserFields, '}impact{', ImpactFields, '}'])

export type ReconcileResult = Types.ReconcileQuery['reconcile']

/**
 * Whether the sums of a node are those of its activities and of its parts
 *
 * Adds up the activities of a node once more and compares. Null for a node whose numbers you do not see. At most 400 days.
 */
export const reconcile = /*#__PURE__*/ operation<Types.ReconcileQuery, Types.ReconcileQueryVariables>('query Reconcile($nodeId:ID!$from:Date$to:Date){reconcile(nodeId:$nodeId from:$from to:$to){node{id name level}from to agrees sums{activityType{id key name}label agrees raw{quantity amount}rollup{quantity amount}parts{quantity amount}}}}')

export type RemoveKeyMetricRuleResult = Types.RemoveKeyMetricRuleMutation['removeKeyMetricRule']

/**
 * Withdraw what a node says of a metric, so that it inherits again
 *
 * Takes back what a node says of a metric, so that it inherits again: un-hide, un-add. By admins of the node or above; by managers and leads if delegated. Repeating the call changes nothing.
 */
export const removeKeyMetricRule = /*#__PURE__*/ change<Types.RemoveKeyMetricRuleMutation, Types.RemoveKeyMetricRuleInput>('RemoveKeyMetricRule', ['node{', ChangedNode, '}impact{', ImpactFields, '}'])

export type RemoveMetricFormulaResult = Types.RemoveMetricFormulaMutation['removeMetricFormula']

/**
 * Stop computing a metric from activities
 *
 * Stops computing a metric from activities. Repeating the call changes nothing. Company admins only.
 */
export const removeMetricFormula = /*#__PURE__*/ change<Types.RemoveMetricFormulaMutation, Types.RemoveMetricFormulaInput>('RemoveMetricFormula', ['metric{', MetricFields, ' formula{kind label activityTypes{id key name status version}numerator{id key name}denominator{id key name}}}'])

export type ReorderNodesResult = Types.ReorderNodesMutation['reorderNodes']

/**
 * Put what hangs under a node in an order
 *
 * Puts what hangs under a node in an order; every list of siblings follows it. Answers the node above. By company admins, and by department admins in their department. Repeating the call changes nothing.
 */
export const reorderNodes = /*#__PURE__*/ change<Types.ReorderNodesMutation, Types.ReorderNodesInput>('ReorderNodes', ['node{id name level version}impact{', ImpactFields, '}'])

export type ResetTargetResult = Types.ResetTargetMutation['resetTarget']

/**
 * Give up a target for what the level below adds up to
 *
 * Gives up the target of a node or a person from a period on, or in it alone: it is the sum of the level below then. Who administers or manages the node, or the team of the person. Repeating changes nothing.
 */
export const resetTarget = /*#__PURE__*/ change<Types.ResetTargetMutation, Types.ResetTargetInput>('ResetTarget', ['target{', TargetFields, '}'])

export type RestoreActivityTypeResult = Types.RestoreActivityTypeMutation['restoreActivityType']

/**
 * Take an archived activity type into use again
 *
 * Takes an archived activity type into use again, where it is enabled. Repeating the call changes nothing. Company admins only.
 */
export const restoreActivityType = /*#__PURE__*/ change<Types.RestoreActivityTypeMutation, Types.RestoreActivityTypeInput>('RestoreActivityType', 'activityType{id key name status version}')

export type RestoreMetricResult = Types.RestoreMetricMutation['restoreMetric']

/**
 * Bring an archived metric back
 *
 * Takes an archived metric into use again. Company admins only.
 */
export const restoreMetric = /*#__PURE__*/ change<Types.RestoreMetricMutation, Types.RestoreMetricInput>('RestoreMetric', ['metric{', MetricFields, '}impact{', ImpactFields, '}'])

export type RestoreNodeResult = Types.RestoreNodeMutation['restoreNode']

/**
 * Take a deleted department or team up again
 *
 * Takes a deleted node up again under its old id, with what it says of key metrics and the API keys bound to it. The people, teams and roles it had have gone elsewhere or ended, and stay so. By company admins, and by department admins in their department. Repeating the call changes nothing.
 */
export const restoreNode = /*#__PURE__*/ change<Types.RestoreNodeMutation, Types.RestoreNodeInput>('RestoreNode', ['node{id name level version}scheduledChange{', ScheduledChangeFields, '}impact{', ImpactFields, '}'])

export type RevokeApiKeyResult = Types.RevokeApiKeyMutation['revokeApiKey']

/**
 * Take an API key back, at once and for ever
 *
 * Takes a key back, for ever and from the next request on. Repeating the call changes nothing. Company admins only; no API key may.
 */
export const revokeApiKey = /*#__PURE__*/ change<Types.RevokeApiKeyMutation, Types.RevokeApiKeyInput>('RevokeApiKey', 'apiKey{id name scopes node{id name level}status createdAt expiresAt revokedAt lastUsedAt version secrets{lastCharacters createdAt expiresAt lastUsedAt}}')

export type RevokeInvitationResult = Types.RevokeInvitationMutation['revokeInvitation']

/**
 * Take an invitation back
 *
 * Takes back the link that a person was sent; they stay INVITED, and inviting them again sends another. By company admins. Repeating the call changes nothing.
 */
export const revokeInvitation = /*#__PURE__*/ change<Types.RevokeInvitationMutation, Types.RevokeInvitationInput>('RevokeInvitation', ['user{', UserFields, '}impact{', ImpactFields, '}'])

export type RevokeRoleResult = Types.RevokeRoleMutation['revokeRole']

/**
 * Take a role on a node from a person
 *
 * Takes a role on a node from a person, at once. The last company admin keeps theirs. By company admins, and by department admins in their department. Repeating changes nothing.
 */
export const revokeRole = /*#__PURE__*/ change<Types.RevokeRoleMutation, Types.RevokeRoleInput>('RevokeRole', ['user{', UserFields, '}impact{', ImpactFields, '}'])

export type RotateApiKeyResult = Types.RotateApiKeyMutation['rotateApiKey']

/**
 * Give an API key a new secret while the old one still works
 *
 * Makes a new secret for a key and shows it, this once. The one so far lives on for a while, so that the integration can change over; never more than two are alive. Company admins only; no API key may.
 */
export const rotateApiKey = /*#__PURE__*/ change<Types.RotateApiKeyMutation, Types.RotateApiKeyInput>('RotateApiKey', 'apiKey{id name scopes node{id name level}status createdAt expiresAt revokedAt lastUsedAt version secrets{lastCharacters createdAt expiresAt lastUsedAt}}secret ')

export type SetCalendarResult = Types.SetCalendarMutation['setCalendar']

/**
 * Decide where days, weeks and fiscal years begin, and the currency
 *
 * Sets the calendar of the company, or parts of it. Company admins only. Periods of the past are told in it as well. The time zone stays once there are activities. Repeating the call changes nothing.
 */
export const setCalendar = /*#__PURE__*/ change<Types.SetCalendarMutation, Types.SetCalendarInput>('SetCalendar', 'company{id version calendar{timeZone weekStart fiscalYearStartMonth currency}}')

export type SetDataVisibilityResult = Types.SetDataVisibilityMutation['setDataVisibility']

/**
 * Hide a person from peers, or show them again
 *
 * Hides a person from the lists and rankings of peers, or shows them again; totals count everybody. By company admins. Repeating the call changes nothing.
 */
export const setDataVisibility = /*#__PURE__*/ change<Types.SetDataVisibilityMutation, Types.SetDataVisibilityInput>('SetDataVisibility', ['user{', UserFields, '}impact{', ImpactFields, '}'])

export type SetKeyMetricDelegationResult = Types.SetKeyMetricDelegationMutation['setKeyMetricDelegation']

/**
 * Let managers and team leads configure key metrics
 *
 * Says whether managers and team leads configure the key metrics of their nodes. By company admins. Repeating the call changes nothing.
 */
export const setKeyMetricDelegation = /*#__PURE__*/ change<Types.SetKeyMetricDelegationMutation, Types.SetKeyMetricDelegationInput>('SetKeyMetricDelegation', 'company{id version keyMetricDelegation}')

export type SetKeyMetricInheritanceResult = Types.SetKeyMetricInheritanceMutation['setKeyMetricInheritance']

/**
 * Let a node start from nothing, or inherit again
 *
 * Says whether a node starts from what is above it. By company and department admins. Repeating the call changes nothing.
 */
export const setKeyMetricInheritance = /*#__PURE__*/ change<Types.SetKeyMetricInheritanceMutation, Types.SetKeyMetricInheritanceInput>('SetKeyMetricInheritance', ['node{', ChangedNode, '}impact{', ImpactFields, '}'])

export type SetMetricFormulaResult = Types.SetMetricFormulaMutation['setMetricFormula']

/**
 * Say how a metric is computed from activities
 *
 * Says how a metric is computed from activities; its past is told that way as well. Repeating the call changes nothing. Company admins only.
 */
export const setMetricFormula = /*#__PURE__*/ change<Types.SetMetricFormulaMutation, Types.SetMetricFormulaInput>('SetMetricFormula', ['metric{', MetricFields, ' formula{kind label activityTypes{id key name status version}numerator{id key name}denominator{id key name}}}'])

export type SetTargetResult = Types.SetTargetMutation['setTarget']

/**
 * Set what a team or a person is to reach of a metric in a period
 *
 * Sets what a node or a person is to reach of a metric in a period, and by default in those after it until one that is set. Who administers or manages the node, or the team of the person. Repeating changes nothing.
 */
export const setTarget = /*#__PURE__*/ change<Types.SetTargetMutation, Types.SetTargetInput>('SetTarget', ['target{', TargetFields, '}'])

export type SetTargetsResult = Types.SetTargetsMutation['setTargets']

/**
 * Set many targets at once, or only try it
 *
 * Sets up to 1,000 targets at once. Who administers or manages the node, or the team of the person. Repeating changes nothing.
 */
export const setTargets = /*#__PURE__*/ change<Types.SetTargetsMutation, Types.SetTargetsInput>('SetTargets', ['results{status target{', TargetFields, '}userErrors{code message path}}isWritten '])

export type SetTrackingFrequencyResult = Types.SetTrackingFrequencyMutation['setTrackingFrequency']

/**
 * Decide how often primary or secondary key metrics are tracked
 *
 * Says how often key metrics of a kind are tracked. Company admins only.
 */
export const setTrackingFrequency = /*#__PURE__*/ change<Types.SetTrackingFrequencyMutation, Types.SetTrackingFrequencyInput>('SetTrackingFrequency', ['company{id version trackingFrequencies{kind frequency}}scheduledChange{', ScheduledChangeFields, '}'])

export type SignOutEverywhereResult = Types.SignOutEverywhereMutation['signOutEverywhere']

/**
 * Take back every token of a person
 *
 * Takes back every token of a person that was issued until now, for example when a device is lost. By the person, and by company admins.
 */
export const signOutEverywhere = /*#__PURE__*/ change<Types.SignOutEverywhereMutation, Types.SignOutEverywhereInput>('SignOutEverywhere', ['user{', UserFields, '}'])

export type UpdateActivityTypeResult = Types.UpdateActivityTypeMutation['updateActivityType']

/**
 * Give an activity type another name
 *
 * Gives an activity type another name. Repeating the call changes nothing. Company admins only.
 */
export const updateActivityType = /*#__PURE__*/ change<Types.UpdateActivityTypeMutation, Types.UpdateActivityTypeInput>('UpdateActivityType', 'activityType{id key name status version}')

export type UpdateMetricResult = Types.UpdateMetricMutation['updateMetric']

/**
 * Change what the catalogue says of a metric
 *
 * Changes a metric of the catalogue. Company admins only.
 */
export const updateMetric = /*#__PURE__*/ change<Types.UpdateMetricMutation, Types.UpdateMetricInput>('UpdateMetric', ['metric{', MetricFields, '}impact{', ImpactFields, '}'])

export type UpdateNodeResult = Types.UpdateNodeMutation['updateNode']

/**
 * Give a node another name or description
 *
 * Gives a node another name or description. By company admins, and by department admins in their department. Repeating the call changes nothing.
 */
export const updateNode = /*#__PURE__*/ change<Types.UpdateNodeMutation, Types.UpdateNodeInput>('UpdateNode', ['node{id name level version}impact{', ImpactFields, '}'])

export type UpdateUserResult = Types.UpdateUserMutation['updateUser']

/**
 * Give a person another name or e-mail address
 *
 * Gives a person another name or e-mail address. An identity provider signs them in by the new address at once, and an invitation sent to the old one counts no more. By company admins. Repeating the call changes nothing.
 */
export const updateUser = /*#__PURE__*/ change<Types.UpdateUserMutation, Types.UpdateUserInput>('UpdateUser', ['user{', UserFields, '}impact{', ImpactFields, '}'])

export type VoidActivityResult = Types.VoidActivityMutation['voidActivity']

/**
 * Take an activity back: it counts nowhere any more
 *
 * Takes an activity back: it is kept, and counts nowhere any more. People for themselves, and who runs a department or a team for those whose activities count there. Repeating changes nothing.
 */
export const voidActivity = /*#__PURE__*/ change<Types.VoidActivityMutation, Types.VoidActivityInput>('VoidActivity', ['activity{', ActivityFields, '}'])
