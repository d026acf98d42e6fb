import { createHash } from 'node:crypto'

/** Sends a request, and what came of it as everybody else would tell it. @throws when it was refused. */
export async function ask(contender, server, question, { path, ...options }) {
  const start = performance.now()
  const response = await fetch(server.url + path, options)
  const text = await response.text()
  const milliseconds = performance.now() - start
  if (response.status !== 200) throw new Error(`${contender.name}: ${response.status} ${text.slice(0, 500)}`)
  const answer = contender.answer(JSON.parse(text), question)
  return { milliseconds, bytes: Buffer.byteLength(text), hash: hashOf(answer), answer }
}

/** The same for the same answer, in whatever order its fields were written; lists keep their order. */
export function hashOf(answer) {
  return createHash('sha256').update(JSON.stringify(answer, inOrder)).digest('hex').slice(0, 16)
}

function inOrder(_key, value) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Where two answers part first, for people. */
export function firstDifference(a, b, at = 'answer') {
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') {
    return Object.is(a, b) ? null : `${at}: ${JSON.stringify(a)} and ${JSON.stringify(b)}`
  }
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const difference = firstDifference(a[key] ?? null, b[key] ?? null, `${at}.${key}`)
    if (difference) return difference
  }
  return null
}
