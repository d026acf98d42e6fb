/** Lets so many go at a time, the others in the order in which they came. */
export interface Turns {
  /** Answers how to give the turn back, which may be done more than once. */
  take(): Promise<() => void>
}

export function createTurns(atOnce: number): Turns {
  const waiting: (() => void)[] = []
  let free = atOnce

  const giveBack = () => {
    const next = waiting.shift()
    if (next) next()
    else free++
  }

  return {
    take: async () => {
      if (free > 0) free--
      else await new Promise<void>((resolve) => waiting.push(resolve))
      let isGivenBack = false
      return () => {
        if (!isGivenBack) giveBack()
        isGivenBack = true
      }
    },
  }
}
