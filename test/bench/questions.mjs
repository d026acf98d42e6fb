import { operation } from './operation.mjs'

const KEY_METRICS = `effectiveKeyMetrics { label kind isInherited definedAt { name } metric { key } }`
const progress = (month) =>
  `effectiveKeyMetrics { metric { key } progress(period: { frequency: MONTHLY, containing: "${month}" }) { actual target } }`
const tree = (keyMetrics) => `{
  company { id name ${keyMetrics}
    departments { id name ${keyMetrics}
      teams { id name ${keyMetrics} } } } }`

/**
 * What is asked of every contender. `document` is for those that speak our schema; `path` for the hand-written ones. The
 * answer is that of our schema, in the order it gives: `{ company }` or `{ team }`.
 */
const OF_EVERYBODY = {
  tree: {
    title: 'the whole tree with effective key metrics at three levels',
    document: () => tree(KEY_METRICS),
    path: () => '/tree',
  },
  team: {
    title: 'one team with its effective key metrics',
    document: ({ team }) => `{ team(id: "${team}") { id name ${KEY_METRICS} } }`,
    path: ({ team }) => `/team?id=${team}`,
  },
  progress: {
    title: 'the whole tree with actual and target of the month for each node and key metric',
    document: ({ month }) => tree(progress(month)),
    path: ({ month }) => `/progress?month=${month}`,
  },
}

/** The pages, in the documents of the SDK: asked of our server alone, since what they say is nobody else's. */
const OF_OURS = {
  teamProgress: {
    title: 'one team with actual and target of the month for each key metric',
    document: ({ team, month }) => `{ team(id: "${team}") { id name ${progress(month)} } }`,
  },
  home: {
    title: 'Home of a member of a team',
    document: () => operation('get-home'),
    as: 'member',
  },
  homeOfAdmin: {
    title: 'Home of a company admin',
    document: () => operation('get-home'),
  },
  teamPage: {
    title: 'the page of a team for its lead, with numbers of each of its people',
    document: () => operation('get-team-page'),
    variables: ({ team }) => ({ id: team }),
    as: 'member',
  },
  overview: {
    title: 'organizationOverview for an administrator, the first page of 50 nodes',
    document: () => operation('list-organization-overview'),
  },
  people: {
    title: 'all people of the company, the first page of 100',
    document: () => operation('list-members'),
    variables: ({ company }) => ({ nodeId: company, first: 100 }),
  },
  peopleBehind: {
    title: 'all people of the company, a page of 100 behind 3,000 others (behind 300 for size S)',
    document: () => operation('list-members'),
    variables: ({ company }) => ({ nodeId: company, first: 100 }),
    pagesBefore: 30,
    pageInfo: ({ orgNode }) => orgNode.members.pageInfo,
  },
}

export const QUESTIONS = { ...OF_EVERYBODY, ...OF_OURS }
export const COMPARED = Object.keys(OF_EVERYBODY)
