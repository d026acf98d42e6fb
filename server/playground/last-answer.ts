import { observable } from './observable.js'

/** What the status bar tells about the latest response. */
export interface Answer {
  status: number
  milliseconds: number
  bytes: number
  requestId: string | null
  askedAs: string
  /** A stream that ended without `complete`. */
  isCut: boolean
}

export const lastAnswer = observable<Answer | null>(null)
