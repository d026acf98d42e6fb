import { createHash } from 'node:crypto'

const SMALL = { departments: 2, teams: 7, people: 40, metrics: 20, reserve: 4, activities: 25 }

/** What grows, in which steps: each a company of one database. `question` is what is asked of it. */
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
}

/** Number 0 is there so that the database is built like the others. */
const OWN = Object.values(SERIES).flatMap(({ companies = [] }) => companies)
export const COMPANIES = [SMALL, ...OWN.map(({ company }) => company)]

/** A data set that holds all of them. */
export const GROWTH = { name: 'growth', companies: COMPANIES }

/** The steps of a series: how large, and where to find it. */
export function stepsOf({ companies, sameAs }) {
  return (companies ?? SERIES[sameAs].companies).map((one) => ({
    size: one.size,
    dataset: addressOf(OWN.indexOf(one) + 1),
  }))
}

/** As the statements that make the data have it. */
function addressOf(number) {
  const id = (kind, of) => uuid(createHash('md5').update(`${number}/${kind}/${of}`).digest('hex'))
  return { company: id('company', 0), admin: id('person', 0), team: id('team', 7), member: id('person', 7) }
}

function uuid(hex) {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
