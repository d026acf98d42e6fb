import { compare, ZERO } from './decimal.js'
import { isAchieved, type Standing } from './progress.js'

/**
 * Whether a target counts as reached so that it is celebrated. What only doing more can reach, as soon as it is: a
 * target above 0 of what accumulates. What can be lost again by itself, when the period is over: a limit, an average, a
 * ratio, and a target of 0 or less, which is reached before anybody has done anything.
 */
export function isCelebrated(standing: Standing): boolean {
  return (standing.isOver || isEarned(standing)) && isAchieved(standing)
}

function isEarned({ accumulates, direction, target }: Standing): boolean {
  return accumulates && direction === 'INCREASE' && target !== null && compare(target, ZERO) > 0
}

/** Whose reaching of what in which period it is; of a place there is at most one celebration at a time. */
export interface CelebrationPlace {
  readonly place: string
}

export interface Settlement<S, R> {
  readonly made: readonly R[]
  readonly withdrawn: readonly S[]
}

/** What there is to do so that exactly what is reached is celebrated. */
export function settlementOf<S extends CelebrationPlace, R extends CelebrationPlace>(
  standing: readonly S[],
  reached: readonly R[],
): Settlement<S, R> {
  const [celebrated, due] = [standing, reached].map((all) => new Set(all.map(({ place }) => place)))
  return {
    made: reached.filter(({ place }) => !celebrated!.has(place)),
    withdrawn: standing.filter(({ place }) => !due!.has(place)),
  }
}
