import { ask, firstDifference } from './answers.mjs'
import { countingProxy } from './measure/statement-proxy.mjs'

/**
 * Asks each contender each question, and holds every answer to that of the first. Answers what a request took in
 * statements, the very first of a process and one later. @throws when two answers are not the same.
 */
export async function check(contenders, questions, dataset) {
  const agreed = new Map()
  const checked = []
  for (const contender of contenders) {
    for (const { answer, ...seen } of await askAll(contender, questions, dataset)) {
      hold(agreed, contender, { answer, ...seen })
      checked.push({ contender: contender.name, ...seen })
    }
  }
  return checked
}

async function askAll(contender, questions, dataset) {
  const proxy = await countingProxy(dataset.url)
  const server = await contender.start({ ...dataset, url: proxy.url })
  try {
    await proxy.learnIdle()
    const answers = []
    for (const question of questionsFor(contender, questions)) {
      const asked = await askTwice(contender, server, question, { dataset, proxy })
      answers.push({ question: question.name, ...asked })
    }
    return answers
  } finally {
    await server.stop()
    proxy.close()
  }
}

/** What is of our pages alone, nobody else is asked. */
export function questionsFor({ key }, questions) {
  return questions.filter(({ path }) => path !== undefined || key === 'ours')
}

/** A busy machine may keep a first request beyond its deadline. */
const ATTEMPTS = 3

/** Who is not done in time, or refuses, is told so in the place of figures. */
async function askTwice(contender, server, question, { dataset, proxy }) {
  const request = await contender.request(question, dataset, server)
  const counted = async () => {
    const before = proxy.seen.statements
    const asked = await ask(contender, server, question, request)
    return { ...asked, statements: proxy.seen.statements - before }
  }
  const first = await counted().catch(({ message }) => ({ refusal: message }))
  let again = { refusal: '' }
  for (let attempt = 1; attempt <= ATTEMPTS && again.refusal !== undefined; attempt += 1) {
    again = await counted().catch(({ message }) => ({ refusal: message }))
  }
  if (again.refusal) console.error(`${question.name}: ${again.refusal}`)
  const { statements: firstStatements, milliseconds: firstMs, refusal: firstRefusal } = first
  return { ...again, firstStatements, firstMs, firstRefusal }
}

function hold(agreed, contender, { question, hash, answer }) {
  if (hash === undefined) return undefined
  const first = agreed.get(question)
  if (!first) return agreed.set(question, { contender, hash, answer })
  if (first.hash === hash) return undefined
  const where = firstDifference(first.answer, answer)
  throw new Error(`${question}: ${first.contender.name} and ${contender.name} do not agree: ${where}`)
}
