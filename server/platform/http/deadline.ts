export class DeadlinePassed extends Error {
  constructor(readonly milliseconds: number) {
    super(`not done in ${milliseconds} ms`)
  }
}

/**
 * What `work` comes to. @throws DeadlinePassed when that takes too long; the work itself goes on, within the time limits
 * of the database. Fastify's own handlerTimeout is over as soon as the body of a request has been read.
 */
export function inTime<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DeadlinePassed(milliseconds)), milliseconds)
    void work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
