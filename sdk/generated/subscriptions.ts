import { subscription } from '../subscribe.js'
import type * as Types from './types.js'

export type OnCelebratedEvent = NonNullable<Types.OnCelebratedSubscription['celebrated']>

/**
 * Follow what is celebrated of a node and of all below it, and what is withdrawn
 *
 * What is celebrated of a node and of all below it, the people of its teams included, and what is withdrawn, as far as you see their numbers. Null when there is no such node for you, or none any more: then nothing more comes.
 */
export const onCelebrated = /*#__PURE__*/ subscription<Types.OnCelebratedSubscription, Types.OnCelebratedSubscriptionVariables>('subscription OnCelebrated($nodeId:ID!$after:String){celebrated(nodeId:$nodeId after:$after){cursor changes{change celebration{id actual target reachedAt withdrawnAt metric{id key name unit}period{frequency start end startsAt endsAt label}node{id name level}user{id name}}}}}')

export type OnEffectiveKeyMetricsChangedEvent = NonNullable<Types.OnEffectiveKeyMetricsChangedSubscription['effectiveKeyMetricsChanged']>

/**
 * Follow which key metrics are in force on a node
 *
 * The key metrics in force on a node at once, and again whenever they are others, with what appeared, disappeared and changed since the last event. Null when there is no such node for you, or none any more: it was deleted, moved out of your sight, or your role was taken. Then nothing more comes.
 */
export const onEffectiveKeyMetricsChanged = /*#__PURE__*/ subscription<Types.OnEffectiveKeyMetricsChangedSubscription, Types.OnEffectiveKeyMetricsChangedSubscriptionVariables>('subscription OnEffectiveKeyMetricsChanged($nodeId:ID!){effectiveKeyMetricsChanged(nodeId:$nodeId){isFirst at node{id name level version}appeared{kind label frequency status isInherited position metric{id key unit direction}definedAt{id name level}locks{lock setAt{id name level}}}disappeared{metric{id key}}changed{kind label frequency status isInherited position metric{id key unit direction}definedAt{id name level}locks{lock setAt{id name level}}}}}')

export type OnProgressChangedEvent = NonNullable<Types.OnProgressChangedSubscription['progressChanged']>

/**
 * Follow how a node stands: now, and whenever something changes
 *
 * The present of a node at once, and again whenever activities, targets or the configuration at or below it changed. What happens while you are told becomes one event, so the last one is always the present. Null when there is no such node for you, or none any more: it was deleted, moved out of your sight, or your role was taken. Then nothing more comes.
 */
export const onProgressChanged = /*#__PURE__*/ subscription<Types.OnProgressChangedSubscription, Types.OnProgressChangedSubscriptionVariables>('subscription OnProgressChanged($nodeId:ID!){progressChanged(nodeId:$nodeId){topics isFirst at node{id name level effectiveKeyMetrics{kind label metric{id key}progress{actual target gap attainment forecast status}}}}}')
