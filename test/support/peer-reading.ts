import { TEAM_PAGE } from './team-page.js'
import type { TestCompany } from './test-company.js'
import type { Viewer, World } from './world.js'

const NUMBERS = `actual numerator denominator target attainment`

const LEADERBOARD = `query ($id: ID!, $metricId: ID!, $by: LeaderboardOrder!, $period: PeriodInput) {
  leaderboard(nodeId: $id, metricId: $metricId, by: $by, period: $period) {
    entries { totalCount nodes { rank user { name } ${NUMBERS} } } } }`

const OF_NODE = `query ($id: ID!, $period: PeriodInput) { team(id: $id) {
  members { nodes { name } totalCount }
  effectiveKeyMetrics { metric { key } progress(period: $period) {
    actual target gap attainment expected forecast status previous { actual change } series { day value }
    why { user { name } value numerator denominator share isRest } } } } }`

const OF_PERSON = `query ($id: ID!, $userId: ID!, $period: PeriodInput) {
  team(id: $id) { effectiveKeyMetrics { metric { key }
    progress(period: $period, userId: $userId) { actual target status previous { actual } series { value } } } } }`

const PROFILE = `query ($userId: ID!, $period: PeriodInput) { profile(userId: $userId, period: $period) {
  user { name } keyMetrics { metric { key } progress { actual target status } } parts { team { name } keyMetrics { metric { key } value numerator denominator } } } }`

/**
 * All that somebody can read of the numbers of a team and its people in a period, on pages and as progress, but not
 * each single activity and target of visible peers, which they may see: one text for each question, by its name. People
 * and metrics are called by name, so that the texts of two companies compare; what comes in no order of its own is
 * sorted.
 */
export async function readEverything(
  world: World,
  who: Viewer,
  company: TestCompany,
  asked: { readonly node: string; readonly period: object; readonly people: readonly string[] },
): Promise<Record<string, string>> {
  const texts: Record<string, string> = {}
  const ask = async (name: string, document: string, variables: object) => {
    const common = { id: company.node(asked.node), period: asked.period }
    const { data, errors } = await world.run(who, document, { ...common, ...variables })
    texts[name] = sorted({ data, errors })
  }
  await ask('team page', TEAM_PAGE, {})
  for (const [index] of asked.people.entries()) {
    const after = index === 0 ? null : await cursorAt(world, who, company, { ...asked, first: index })
    await ask(`team page, members from ${index}`, TEAM_PAGE, { first: 1, after })
  }
  await ask('numbers of the node', OF_NODE, {})
  for (const key of ['CALLS', 'COST', 'DEALS', 'RATE', 'REV', 'SIZE']) {
    const metricId = company.metric(key)
    for (const by of ['ACTUAL', 'ATTAINMENT'])
      await ask(`leaderboard ${key} ${by}`, LEADERBOARD, { metricId, by })
  }
  for (const email of asked.people) {
    const userId = company.person(email)
    await ask(`numbers of ${email}`, OF_PERSON, { userId })
    await ask(`profile of ${email}`, PROFILE, { userId })
  }
  return texts
}

async function cursorAt(
  world: World,
  who: Viewer,
  company: TestCompany,
  { node, period, first }: { readonly node: string; readonly period: object; readonly first: number },
): Promise<string | null> {
  const document = `query ($id: ID!, $period: PeriodInput, $first: Int!) {
    teamPage(id: $id, period: $period) { members(first: $first) { pageInfo { endCursor } } } }`
  const { data } = await world.run<{ teamPage: { members: { pageInfo: { endCursor: string | null } } } }>(
    ...([who, document, { id: company.node(node), period, first }] as const),
  )
  return data.teamPage.members.pageInfo.endCursor
}

/** Cursors hold ids, which no two companies share; equals come in the order of ids. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => {
    if (key === 'endCursor') return undefined
    if (!Array.isArray(part) || key === 'numbers') return part
    return [...(part as unknown[])].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  })
}
