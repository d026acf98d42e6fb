import { questionsFor } from './check.mjs'
import { measure } from './measure/measure.mjs'

/**
 * Every contender under every question, in turn within each round, so that whatever else the machine does falls on all
 * of them. All are up all the time. `client` is a connection of ours to the database of the data set.
 */
export async function measureAll(
  contenders,
  questions,
  { checked, dataset, client, connections, rounds, seconds },
) {
  const servers = new Map()
  const runs = []
  try {
    for (const contender of contenders) servers.set(contender, await contender.start(dataset))
    for (let round = 1; round <= rounds; round += 1) {
      for (const { question, contender, count } of turns(contenders, questions, { checked, connections })) {
        const at = { dataset, client, connections: count, seconds }
        const run = await measure(contender, servers.get(contender), question, at)
        runs.push({ round, ...run })
        console.error(`${round}  ${question.name}, ${count}: ${contender.name} ${run.rps.toFixed(1)} rps`)
      }
    }
    return runs
  } finally {
    await Promise.all([...servers.values()].map(({ stop }) => stop()))
  }
}

function turns(contenders, questions, { checked, connections }) {
  return questions.flatMap((question) =>
    connections.flatMap((count) =>
      contenders
        .filter((contender) => questionsFor(contender, [question]).length > 0)
        .filter((contender) => !isRefused(checked, contender, question))
        .map((contender) => ({ question, contender, count })),
    ),
  )
}

function isRefused(checked, contender, question) {
  return checked.some(
    (one) => one.contender === contender.name && one.question === question.name && one.refusal !== undefined,
  )
}
