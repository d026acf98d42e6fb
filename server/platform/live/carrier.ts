import { setTimeout as pause } from 'node:timers/promises'
import type { DataSource } from 'typeorm'
import {
  readNewEvents,
  RETENTION_MS,
  type ChangeEvent,
  type Position,
  type Reading,
} from '../database/change-feed.js'
import type { Log } from '../log.js'

/** Is told each event of a company once, in the order in which they became visible; GAP: some may be missing. */
export type Listener = (event: ChangeEvent | 'GAP') => void

/** Brings the events of every process to the subscribers of this one. */
export interface Carrier {
  /**
   * From when this resolves nothing that is committed later is missed, until the answer is called.
   * @throws when the database cannot be asked at present.
   */
  join(companyId: string, listener: Listener): Promise<() => void>
  close(): void
}

const POLL_MS = 200
const LONGEST_PAUSE_MS = 5_000

/**
 * Asks the database for new events as long as anybody listens: one statement for all companies that are listened to, and
 * none when nobody does. While the database is away it waits longer and longer, and goes on where it was.
 */
export function createCarrier(database: DataSource, log: Log, pollMs = POLL_MS): Carrier {
  const audience = createAudience()
  let polling: { readonly begun: Promise<void>; readonly stop: AbortController } | null = null

  function begin(): NonNullable<typeof polling> {
    const stop = new AbortController()
    const begun = readNewEvents(database, [], null).then(({ position }) => {
      void poll({ database, log, pollMs, audience, signal: stop.signal }, position)
    })
    begun.catch(end)
    return { begun, stop }
  }

  function end(): void {
    polling?.stop.abort()
    polling = null
  }

  function leave(companyId: string, listener: Listener): void {
    audience.remove(companyId, listener)
    if (audience.companyIds().length === 0) end()
  }

  return {
    join: async (companyId, listener) => {
      audience.add(companyId, listener)
      polling ??= begin()
      try {
        await polling.begun
      } catch (error) {
        leave(companyId, listener)
        throw error
      }
      return () => leave(companyId, listener)
    },
    close: end,
  }
}

interface Polling {
  readonly database: DataSource
  readonly log: Log
  readonly pollMs: number
  readonly audience: Audience
  readonly signal: AbortSignal
}

async function poll({ database, log, pollMs, audience, signal }: Polling, from: Position): Promise<void> {
  let [position, lastRead, failures] = [from, Date.now(), 0]
  while (await waited(Math.min(pollMs * 2 ** failures, LONGEST_PAUSE_MS), signal)) {
    try {
      const reading = await readNewEvents(database, audience.companyIds(), position)
      if (signal.aborted) return
      audience.tell(reading, isGap(reading.position, position, lastRead))
      ;[position, lastRead, failures] = [reading.position, Date.now(), 0]
    } catch (error) {
      failures++
      log.warn({ reason: String(error), failures }, 'events cannot be read at present')
    }
  }
}

/** Another server may not have had all that this one had; and what was settled long ago may have been removed. */
function isGap(now: Position, before: Position, lastRead: number): boolean {
  return now.server.getTime() !== before.server.getTime() || Date.now() - lastRead > RETENTION_MS / 2
}

/** False: it was told to stop. Never what keeps the process from ending. */
function waited(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return pause(milliseconds, true, { signal, ref: false }).catch(() => false)
}

interface Audience {
  companyIds(): string[]
  add(companyId: string, listener: Listener): void
  remove(companyId: string, listener: Listener): void
  tell(reading: Reading, isGap: boolean): void
}

function createAudience(): Audience {
  const listeners = new Map<string, Set<Listener>>()
  return {
    companyIds: () => [...listeners.keys()],
    add: (companyId, listener) => {
      listeners.set(companyId, (listeners.get(companyId) ?? new Set()).add(listener))
    },
    remove: (companyId, listener) => {
      const some = listeners.get(companyId)
      some?.delete(listener)
      if (some?.size === 0) listeners.delete(companyId)
    },
    tell: ({ events }, isGap) => {
      for (const event of events) for (const listener of listeners.get(event.companyId) ?? []) listener(event)
      if (isGap) for (const listener of [...listeners.values()].flatMap((some) => [...some])) listener('GAP')
    },
  }
}
