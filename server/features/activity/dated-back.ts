import { DomainError } from '../../domain/errors.js'
import type { Context } from '../../platform/context.js'
import { loadTerms } from './activity-terms.js'
import { restate } from './restate.js'

/**
 * Runs a command so that what it changes holds since an earlier instant: it finds the state of then, and what was
 * recorded since is restated. What was changed later of the same thing stays as it is.
 * @throws DomainError INVALID for an instant before the company began, or from which on the history would not be whole;
 * as the command does at that instant.
 */
export async function datedBack<R>(ctx: Context, to: Date, run: () => Promise<R>): Promise<R> {
  const { began } = await loadTerms(ctx)
  if (to < began) {
    const message = `effectiveAt is ${to.toISOString()}; the company began at ${began.toISOString()}. Choose that instant or a later one.`
    throw new DomainError('INVALID', message, ['effectiveAt'])
  }
  ctx.backdating = { to, restate }
  try {
    return await run()
  } finally {
    delete ctx.backdating
  }
}
