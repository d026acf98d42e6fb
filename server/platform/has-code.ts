/** True for the errors of Node (`ENOENT`) and of PostgreSQL (`23505`) that carry one of these codes. */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code))
}
