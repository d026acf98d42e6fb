import { setTimeout } from 'node:timers/promises'

export class DeadlinePassed extends Error {
  constructor(readonly milliseconds: number) {
    super(`not done in ${milliseconds} ms`)
  }
}

/**
 * What `work` comes to. @throws DeadlinePassed when that takes too long; the work itself goes on, within the time limits
 * of the database. Fastify's own handlerTimeout is over as soon as the body of a request has been read.
 */
export async function inTime<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const done = new AbortController()
  const passed = setTimeout(milliseconds, undefined, { signal: done.signal }).then(() => {
    throw new DeadlinePassed(milliseconds)
  })
  try {
    return await Promise.race([work, passed])
  } finally {
    done.abort()
  }
}
