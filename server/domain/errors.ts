/** Everything a caller can do wrong; the closed list behind `UserErrorCode` in the API. */
export const USER_ERROR_CODES = [
  'ALREADY_EFFECTIVE',
  'DELETED',
  'DUPLICATE',
  'FORBIDDEN',
  'HIDDEN_HERE',
  'IN_USE',
  'INVALID',
  'LAST_ADMIN',
  'LIMIT_EXCEEDED',
  'LOCKED',
  'NOT_EFFECTIVE',
  'NOT_EMPTY',
  'NOT_FOUND',
  'SCHEDULE_CONFLICT',
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
