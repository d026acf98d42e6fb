import { createHash } from 'node:crypto'

const SMALL = { departments: 2, teams: 7, people: 40, metrics: 20, reserve: 4, activities: 25 }

/**
 * What grows, in which steps: `companies` are in one database beside each other, a step of `alone` has a database of its
 * own, whose first company is asked. `question` is what is asked. What `takesLong` is done only when it is named.
 */
export const SERIES = {
  nodes: {
    title: 'the whole tree of 10 to 10,000 nodes',
    question: 'tree',
    companies: [
      ...[
        [10, 2],
        [100, 9],
        [1_000, 49],
        [10_000, 99],
      ].map(([size, departments]) => {
        const teams = size - departments - 1
        return { size, company: { ...SMALL, departments, teams, people: teams, activities: 1 } }
      }),
    ],
  },
  oneOfNodes: { title: 'one team of 10 to 10,000 nodes', question: 'team', sameAs: 'nodes' },
  rules: {
    title: 'one team with 10 to 1,000 rules on its path',
    question: 'team',
    // Keys have three digits.
    companies: [10, 30, 100, 300, 999].map((size) => ({ size, company: { ...SMALL, metrics: size } })),
  },
  activities: {
    title: 'progress of one team beside 1,000 to 1,000,000 activities',
    question: 'teamProgress',
    companies: [1_000, 10_000, 100_000, 1_000_000].map((size) => ({
      size,
      company: { ...SMALL, activities: size / SMALL.people },
    })),
  },
  manyActivities: {
    title: 'progress of one team beside 1,000 to 50,000,000 activities',
    question: 'teamProgress',
    sameAs: 'activities',
    alone: [10_000_000, 50_000_000].map((size) => ({
      size,
      companies: [{ ...SMALL, activities: size / SMALL.people }],
    })),
    takesLong: true,
  },
  companies: {
    title: 'progress of one team in one of 1 to 1,000 companies',
    question: 'teamProgress',
    alone: [1, 10, 100, 1_000].map((size) => ({ size, companies: Array(size).fill(SMALL) })),
  },
}

const SHARED = Object.values(SERIES).flatMap(({ companies = [] }) => companies)

/** Number 0 is there so that the database is built like the others. */
const GROWTH = { name: 'growth', companies: [SMALL, ...SHARED.map(({ company }) => company)] }

/** The data sets of a series, and its steps in each: how large, and where to find it if it is not number 0. */
export function datasetsOf({ name, companies, sameAs, alone = [] }) {
  const shared = companies ?? SERIES[sameAs]?.companies ?? []
  const steps = shared.map((one) => ({ size: one.size, address: addressOf(SHARED.indexOf(one) + 1) }))
  const own = alone.map(({ size, companies: all }) => ({
    dataset: { name: `growth_${name}_${size}`, companies: all },
    steps: [{ size, address: {} }],
  }))
  return steps.length > 0 ? [{ dataset: GROWTH, steps }, ...own] : own
}

/** As the statements that make the data have it. */
function addressOf(number) {
  const id = (kind, of) => uuid(createHash('md5').update(`${number}/${kind}/${of}`).digest('hex'))
  return { company: id('company', 0), admin: id('person', 0), team: id('team', 7), member: id('person', 7) }
}

function uuid(hex) {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
