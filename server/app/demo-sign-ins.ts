import type { DataSource } from 'typeorm'
import { findSignIns } from '../features/people/sign-in.loaders.js'
import type { PlaygroundPerson } from '../platform/http/playground.js'
import { issueToken } from '../platform/http/token.js'

export const DEMO_TOKEN_LIFETIME = '30d'

/** People to try the product as, each with a token. Development only: whoever can reach it can be anybody. */
export async function demoSignIns(database: DataSource, jwtSecret: string): Promise<PlaygroundPerson[]> {
  const signIns = await findSignIns(database)
  return Promise.all(
    signIns.map(async ({ userId, companyId, ...person }) => ({
      ...person,
      token: await issueToken(jwtSecret, { userId, companyId }, DEMO_TOKEN_LIFETIME),
    })),
  )
}
