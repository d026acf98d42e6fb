import type { JWTPayload } from 'jose'

/** Seconds by which the clocks of an issuer and of this server may differ. */
export const CLOCK_TOLERANCE = 5

/** A token of our own, which names the person. */
export interface UserCredential {
  readonly kind: 'USER'
  readonly userId: string
  readonly companyId: string
  readonly issuedAt: Date
}

/** A token of the identity provider, which knows e-mail addresses. */
export interface EmailCredential {
  readonly kind: 'EMAIL'
  /** As the provider writes it. */
  readonly email: string
  /** The claim it was in. */
  readonly emailClaim: string
  /** Null: whichever company knows the address. */
  readonly companyId: string | null
  readonly issuedAt: Date
}

/** Whom a request speaks for, as far as the request itself proves it. The tenant comes from here and nowhere else. */
export type Credential = UserCredential | EmailCredential

/** Null when the token claims to be of the future, where no revocation would reach it, or of no time at all. */
export function issuedAt({ iat }: JWTPayload): Date | null {
  const isPast = iat !== undefined && iat >= 0 && iat <= Date.now() / 1000 + CLOCK_TOLERANCE
  return isPast ? new Date(iat * 1000) : null
}
