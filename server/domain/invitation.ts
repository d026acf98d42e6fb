import { companyOfToken, formatToken } from './company-token.js'

const PREFIX = 'kminvite_'
export const LIFETIME_DAYS = 7
const DAY_MS = 86_400_000

/** What the link of an invitation carries. */
export function formatInvitation(companyId: string, secret: Uint8Array): string {
  return formatToken(PREFIX, companyId, secret)
}

/** The company an invitation is of, as it says itself. Null for what is none, or mistyped. */
export function companyOfInvitation(token: string): string | null {
  return companyOfToken(PREFIX, token)
}

export function endOfInvitation(createdAt: Date): Date {
  return new Date(createdAt.getTime() + LIFETIME_DAYS * DAY_MS)
}
