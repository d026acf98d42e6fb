import type { Eventually } from '../../eventually.js'

/** Long enough that going round costs little, short enough that nobody notices. */
const SLICE_MS = 10

const waiting: (() => void)[] = []
let begun: number | null = null

const sliced = new WeakSet<object>()

/** What is worked for this request may be put off: nothing waits for it together with other things, as batches do. */
export function workInSlices(ctx: object): void {
  sliced.add(ctx)
}

/** It is run another way, of which that cannot be said. */
export function workAtOnce(ctx: object): void {
  sliced.delete(ctx)
}

/** Whether its work may be put off. */
export function isInSlices(ctx: object): boolean {
  return sliced.has(ctx)
}

/**
 * What `work` answers: at once as long as this turn of the event loop is not used up, else in a later one. Who came last
 * goes first, so that a small request does not wait for all of a large one. Only where that was allowed.
 */
export function inSlices<T>(ctx: object, work: () => Eventually<T>): Eventually<T> {
  if (!sliced.has(ctx)) return work()
  begun ??= beginSlice()
  if (waiting.length === 0 && isLeft(begun)) return work()
  return new Promise<T>((resolve) => {
    waiting.push(() => resolve(outcomeOf(work)))
  })
}

/** Works at once, and fails later. */
async function outcomeOf<T>(work: () => Eventually<T>): Promise<T> {
  return work()
}

function beginSlice(): number {
  setImmediate(goOn)
  return performance.now()
}

function isLeft(since: number): boolean {
  return performance.now() - since < SLICE_MS
}

function goOn(): void {
  begun = waiting.length > 0 ? beginSlice() : null
  while (begun !== null && waiting.length > 0 && isLeft(begun)) waiting.pop()!()
}

/** As many objects as are answered in some 2 ms, and in ten times that before V8 has compiled what answers them. */
const OBJECTS_AT_ONCE = 250

interface Queued {
  readonly count: number
  readonly go: () => void
}

const queue: Queued[] = []
/** In this turn of the event loop; null: none yet. */
let released: number | null = null

/** The list: at once as long as few objects are answered in this turn of the event loop, else in a later one. */
export function inTurn<T>(list: readonly T[]): Eventually<readonly T[]> {
  released ??= beginTurn()
  if (queue.length === 0 && released < OBJECTS_AT_ONCE) {
    released += list.length
    return list
  }
  return new Promise((resolve) => {
    queue.push({ count: list.length, go: () => resolve(list) })
  })
}

function beginTurn(): number {
  setImmediate(release)
  return 0
}

/** What is released is answered before the next turn. */
function release(): void {
  released = queue.length > 0 ? beginTurn() : null
  while (released !== null && queue.length > 0 && released < OBJECTS_AT_ONCE) {
    const { count, go } = queue.pop()!
    released += count
    go()
  }
}
