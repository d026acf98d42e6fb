import type { DataSource } from 'typeorm'
import { settleCelebrations } from '../features/celebration/settle-celebrations.commands.js'
import { carryOutDue } from '../features/schedule/carry-out.commands.js'
import { againAndAgain } from '../platform/again-and-again.js'
import { compareClocks } from '../platform/database/clock.js'
import { removeOldEvents } from '../platform/database/change-feed.js'
import type { Log } from '../platform/log.js'
import { performing } from './effective-at.js'
import { apiSchema } from './schema.js'

/** Soon after a commit, and not too often for a server where nothing happens. */
const SETTLING = { everyMs: 250, afterFaultMs: 5_000 }
/** To the second. */
const CARRYING_OUT = { everyMs: 1_000, afterFaultMs: 5_000 }
/** They are old for long, and take nothing but room. */
const REMOVING = { everyMs: 10_000, afterFaultMs: 30_000 }
/** A clock that is put right does not stay wrong for longer. */
const COMPARING = { everyMs: 60_000, afterFaultMs: 5_000 }

/** What every server does beside answering; of a company one at a time. Answers how each is stopped. */
export function backgroundWork(database: DataSource, log: Log): (() => Promise<void>)[] {
  const perform = performing(apiSchema())
  return [
    againAndAgain('settling celebrations', () => settleCelebrations(database), { ...SETTLING, log }),
    againAndAgain('making scheduled changes', () => carryOutDue(database, perform), { ...CARRYING_OUT, log }),
    againAndAgain('removing old events', () => removeOldEvents(database), { ...REMOVING, log }),
    againAndAgain('comparing clocks', () => compareClocks(database), { ...COMPARING, log }),
  ].map(({ stop }) => stop)
}
