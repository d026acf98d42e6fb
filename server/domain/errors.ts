/** Everything a caller can do wrong; the closed list behind `UserErrorCode` in the API. */
export const USER_ERROR_CODES = [
  'ALREADY_EFFECTIVE',
  'DUPLICATE',
  'FORBIDDEN',
  'HIDDEN_HERE',
  'INVALID',
  'LAST_ADMIN',
  'LIMIT_EXCEEDED',
  'LOCKED',
  'NOT_EFFECTIVE',
  'NOT_FOUND',
  'VERSION_CONFLICT',
] as const

export type UserErrorCode = (typeof USER_ERROR_CODES)[number]

/** A rule of the domain was broken. `path` names the input field, so that a form can show it there. */
export class DomainError extends Error {
  constructor(
    readonly code: UserErrorCode,
    message: string,
    readonly path: readonly string[] = [],
  ) {
    super(message)
    this.name = 'DomainError'
  }
}
