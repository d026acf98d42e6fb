import type { DataSource } from 'typeorm'
import { findCompanyIds, loadSystemContext } from '../features/org/company.commands.js'
import type { Context } from '../platform/context.js'
import { isUuid } from '../platform/uuid.js'
import { ImportError } from './import-error.js'
import type { CompanyReference } from './import-order.js'

/** The system acting for the company, or the name of one to come. @throws ImportError AMBIGUOUS_COMPANY, COMPANY_MISSING. */
export async function findCompany(
  database: DataSource,
  company: CompanyReference,
): Promise<{ readonly ctx: Context } | { readonly newName: string }> {
  const ids = 'id' in company ? [company.id] : await findCompanyIds(database, company.name)
  const [id, ...others] = ids
  if (id === undefined) return { newName: (company as { name: string }).name }
  if (others.length > 0) {
    const reason = `There are ${ids.length} companies of that name: ${ids.join(', ')}.`
    throw new ImportError('AMBIGUOUS_COMPANY', `${reason} Say which one with --company-id.`)
  }
  const ctx = isUuid(id) ? await loadSystemContext(database, id) : null
  if (ctx) return { ctx }
  throw new ImportError(
    'COMPANY_MISSING',
    `There is no company ${id}. To create one, give its --company "Name" instead.`,
  )
}
