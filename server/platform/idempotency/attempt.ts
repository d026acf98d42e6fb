import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { GraphQLError } from 'graphql'
import type { EntityManager } from 'typeorm'
import { hasCode } from '../has-code.js'
import { requestError } from '../graphql/request-error.js'
import type { IdempotencyKey } from './idempotency-key.js'
import { GIVE_UP, KNOWN, WRITE, WRITE_AND_TIDY } from './idempotency.sql.js'

const WAIT_MS = 2_000
const POLL_MS = 50
const LOCK_TIMEOUT = '55P03'

/** What a request was answered, as it is stored. */
export interface Outcome {
  readonly status?: number
  readonly result: object
}

interface Request {
  /** Not of one company: outside of its transactions the key is written as the owner of the tables. */
  readonly manager: EntityManager
  readonly companyId: string
  readonly key: IdempotencyKey
  readonly requestSha256: Buffer
}

interface Known {
  readonly isSame: boolean
  readonly outcome: Buffer | null
  readonly isLost: boolean
}

/**
 * One execution of a request with an idempotency key. The key is claimed in the transaction of each change, before
 * anything else of it: no change is there without its claim, and nobody else's attempt can claim it after that. What
 * was answered is stored under the claim before it is sent, and is the answer to every other attempt.
 */
export class Attempt {
  readonly #id = randomUUID()
  readonly #request: Request
  #hasClaimed = false
  /** Whether another attempt was first. */
  isOvertaken = false

  constructor(request: Request) {
    this.#request = request
  }

  /** Within the transaction of a change. @throws IDEMPOTENCY_IN_PROGRESS when another attempt was first. */
  async claim(tx: EntityManager): Promise<void> {
    this.#hasClaimed = true
    try {
      this.isOvertaken = !(await this.#write(tx, WRITE, null))
    } catch (error) {
      if (!hasCode(error, LOCK_TIMEOUT)) throw error
      this.isOvertaken = true
    }
    if (this.isOvertaken) throw inProgress()
  }

  /** Stores what is to be answered. False when another attempt was first. */
  async settle(outcome: Outcome): Promise<boolean> {
    const { manager, key } = this.#request
    return this.#write(manager, WRITE_AND_TIDY, key.seal(JSON.stringify(outcome)))
  }

  /** After a fault, which is no outcome: the same request may be sent again, unless something was changed already. */
  async giveUp(): Promise<void> {
    const { manager, companyId, key } = this.#request
    if (this.#hasClaimed) await manager.query(GIVE_UP, [companyId, key.sha256, this.#id])
  }

  /**
   * What the first attempt was answered; waits for it for a while.
   * @throws IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS, IDEMPOTENCY_OUTCOME_LOST.
   */
  async outcomeOfFirst(): Promise<Outcome> {
    const { key } = this.#request
    for (let waited = 0; waited <= WAIT_MS; waited += POLL_MS) {
      const known = await this.#known()
      if (known && !known.isSame) throw reused()
      if (known?.outcome) return JSON.parse(key.open(known.outcome)) as Outcome
      if (known?.isLost) throw lost()
      await setTimeout(POLL_MS)
    }
    throw inProgress()
  }

  async #known(): Promise<Known | undefined> {
    const { manager, companyId, key, requestSha256 } = this.#request
    const [known] = await manager.query<Known[]>(KNOWN, [companyId, key.sha256, requestSha256])
    return known
  }

  async #write(manager: EntityManager, statement: string, outcome: Buffer | null): Promise<boolean> {
    const { companyId, key, requestSha256 } = this.#request
    const values = [companyId, key.sha256, requestSha256, this.#id, outcome]
    return (await manager.query<unknown[]>(statement, values)).length > 0
  }
}

function inProgress(): GraphQLError {
  return requestError(
    'IDEMPOTENCY_IN_PROGRESS',
    'A request with this Idempotency-Key is still running. Send it again in a moment: nothing is done twice.',
  )
}

function reused(): GraphQLError {
  return requestError(
    'IDEMPOTENCY_KEY_REUSED',
    'This Idempotency-Key was sent with another request, or by somebody else, within 24 hours. Make up a new key for each request.',
  )
}

function lost(): GraphQLError {
  return requestError(
    'IDEMPOTENCY_OUTCOME_LOST',
    'A request with this Idempotency-Key changed something, but its answer was lost. It is not done again: read what there is now, and send what is missing with a new key.',
  )
}
