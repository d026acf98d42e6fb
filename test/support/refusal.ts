import { DomainError } from '../../server/domain/errors.js'

/** The error of the domain with which `run` is refused. @throws Error when it is not, and whatever else `run` throws. */
export function refusalOf(run: () => unknown): DomainError {
  try {
    run()
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  throw new Error('It was not refused.')
}
