import { nameKey } from './address-book.js'
import { ImportError } from './import-error.js'
import type { AdminOrder } from './import-order.js'
import type { PresentCompany } from './present-company.js'

const DEFAULT_NAME = 'Company Admin'

export interface PlannedAdmin {
  readonly email: string
  readonly name: string
  /** Nobody named this person: the address was made up here. */
  readonly isDefault: boolean
}

/** Who is asked for, else who administers the company already, else somebody new: a company without one answers nobody. */
export function adminBeforehand(present: PresentCompany, order: AdminOrder, domain: string): PlannedAdmin {
  const email = order.email ?? present.admins[0] ?? `admin@${domain}`
  const known = present.people.get(email)
  const isDefault = order.email === null && present.admins.length === 0
  const admin = { email, name: order.name ?? DEFAULT_NAME, isDefault }
  assertAdminIsMeant(admin, known?.name)
  if (known !== undefined && !known.isActive) throw unclear(`${email} is deactivated and cannot sign in`)
  return { ...admin, name: known?.name ?? admin.name }
}

/** Nobody comes to administer a company only because of an address that was made up here. */
export function assertAdminIsMeant(
  { email, name, isDefault }: PlannedAdmin,
  holder: string | undefined,
): void {
  if (!isDefault || holder === undefined || nameKey(holder) === nameKey(name)) return
  throw unclear(`${email} belongs to “${holder}”`)
}

function unclear(why: string): ImportError {
  return new ImportError(
    'ADMIN_UNCLEAR',
    `Who administers the company? ${why}. Name somebody with --admin-email.`,
  )
}
