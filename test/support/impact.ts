import {
  impactOf,
  type KeyMetricImpact,
  type NodeImpact,
  type RuleImpact,
} from '../../server/domain/impact.js'
import type { OrganisationState } from '../../server/domain/organisation-state.js'
import { resolverOf } from '../../server/domain/resolution.js'
import type { Organisation } from './vocabulary.js'

export function stateOf({ nodes: listed, metrics }: Organisation): OrganisationState {
  const nodes = new Map(listed.map((node) => [node.id, node]))
  return { metrics, nodes, resolution: resolverOf(nodes) }
}

/** What is different, a line each: 'LONDON appears SECONDARY REN', 'LONDON wakes OVERRIDE REN: NOTHING_TO_OVERRIDE'. */
export function toldOf(before: Organisation, after: Organisation): string[] {
  return [...impactOf(stateOf(before), stateOf(after))].flatMap(linesOf)
}

function linesOf({ node, ...impact }: NodeImpact): string[] {
  return nodeLines({ ...impact, name: node.id }, shown, said)
}

interface ToldOfNode<K, R> {
  readonly name: string
  readonly fate: string
  readonly appears: readonly K[]
  readonly disappears: readonly K[]
  readonly changes: readonly (K & { readonly aspects: readonly string[] })[]
  readonly wakes: readonly R[]
  readonly goesDormant: readonly R[]
}

/** A line for each thing that becomes of a node, with how a key metric and a rule are put into words. */
export function nodeLines<K, R>(
  { name, fate, ...lists }: ToldOfNode<K, R>,
  shown: (one: K) => string,
  said: (one: R) => string,
): string[] {
  const lines = [
    ...(fate === 'STAYS' ? [] : [fate.toLowerCase()]),
    ...lists.appears.map((one) => `appears ${shown(one)}`),
    ...lists.disappears.map((one) => `disappears ${shown(one)}`),
    ...lists.changes.map((one) => `changes ${shown(one)}: ${one.aspects.join(' ')}`),
    ...lists.wakes.map((one) => `wakes ${said(one)}`),
    ...lists.goesDormant.map((one) => `goes dormant ${said(one)}`),
  ]
  return lines.map((line) => `${name} ${line}`)
}

function shown({ metricId, before, after }: KeyMetricImpact): string {
  return `${(after ?? before)!.keyMetric.kind} ${metricId}`
}

function said({ rule, dormancy: { reason, by } }: RuleImpact): string {
  return `${rule.effect} ${rule.metricId}: ${[reason, by].join(' ').trim()}`
}
