import type { DataSource } from 'typeorm'
import { findSignIns } from '../features/people/sign-in.loaders.js'
import type { PlaygroundPerson } from '../platform/http/playground.js'
import type { SignIn } from '../platform/http/sign-in/sign-in.js'

/** People to try the product as, each with a token: whoever can reach it can be anybody. Nobody in production. */
export async function demoSignIns(
  database: DataSource,
  { issueToken }: Pick<SignIn, 'issueToken'>,
): Promise<PlaygroundPerson[]> {
  if (!issueToken) return []
  const signIns = await findSignIns(database)
  return Promise.all(
    signIns.map(async ({ userId, companyId, ...person }) => ({
      ...{ ...person, companyId },
      token: await issueToken({ userId, companyId }),
    })),
  )
}
