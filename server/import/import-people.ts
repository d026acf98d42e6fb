import type { DataSource } from 'typeorm'
import { createCompany, findCompanyIds } from '../features/org/company.commands.js'
import { onCompany } from '../features/org/permission.js'
import type { Context } from '../platform/context.js'
import { change } from '../platform/database/change.js'
import { hasCode } from '../platform/has-code.js'
import { carryOut, type OnProgress } from './carry-out.js'
import { findCompany } from './find-company.js'
import { ImportError } from './import-error.js'
import type { ImportOrder } from './import-order.js'
import type { ImportPlan } from './import-plan.js'
import { loadPresentCompany } from './load-present-company.js'
import type { Row } from './person-row.js'
import { planImport } from './plan-import.js'
import { futureCompany } from './present-company.js'
import { readPeople } from './read-people.js'

export interface ImportResult {
  readonly company: string
  readonly companyIsNew: boolean
  readonly plan: ImportPlan
  readonly dryRun: boolean
  /** Whether the rows are good enough to be written, and were unless this was a dry run. */
  readonly isAccepted: boolean
}

const LOCK_NOT_AVAILABLE = '55P03'

/**
 * Makes the company hold what the file says, in one transaction: all of it or nothing. The same file again changes
 * nothing. @throws ImportError for what is wrong with the file or the order as a whole; rows that are wrong are in
 * the result.
 */
export async function importPeople(
  database: DataSource,
  order: ImportOrder,
  onProgress: OnProgress = () => undefined,
): Promise<ImportResult> {
  const rows = await readPeople(order.file, (read, size) => onProgress('reading', read, size))
  try {
    const found = await findCompany(database, order.company)
    if ('newName' in found) return await intoNewCompany(database, order, found.newName, rows, onProgress)
    return await intoCompany(found.ctx, order, rows, onProgress)
  } catch (error) {
    if (!hasCode(error, LOCK_NOT_AVAILABLE)) throw error
    throw new ImportError(
      'COMPANY_BUSY',
      'Somebody else is changing this company. Wait for them and run the import again.',
    )
  }
}

/** A dry run only reads: it keeps nobody waiting. */
async function intoCompany(
  ctx: Context,
  order: ImportOrder,
  rows: readonly Row[],
  onProgress: OnProgress,
): Promise<ImportResult> {
  if (order.dryRun) {
    const present = await loadPresentCompany(ctx)
    return resultOf(order, present.name, false, planImport(rows, present, order))
  }
  return change(ctx, onCompany('manage people'), async (tx) => {
    const present = await loadPresentCompany(tx)
    const result = resultOf(order, present.name, false, planImport(rows, present, order))
    if (result.isAccepted) await carryOut(tx, result.plan, present, onProgress)
    return result
  })
}

async function intoNewCompany(
  database: DataSource,
  order: ImportOrder,
  name: string,
  rows: readonly Row[],
  onProgress: OnProgress,
): Promise<ImportResult> {
  const present = futureCompany(name)
  const result = resultOf(order, name, true, planImport(rows, present, order))
  if (order.dryRun || !result.isAccepted) return result
  await createCompany(database, { name, ...(order.founded && { foundedAt: order.founded }) }, async (tx) => {
    await tx.manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`import ${name}`])
    // Looked up outside of this transaction: another import of the same new company may have come first.
    const [other] = await findCompanyIds(database, name)
    if (other !== undefined)
      throw new ImportError('COMPANY_BUSY', `“${name}” has just been created. Run the import again.`)
    await carryOut(tx, result.plan, present, onProgress)
  })
  return result
}

function resultOf(
  { dryRun, skipInvalid }: ImportOrder,
  company: string,
  companyIsNew: boolean,
  plan: ImportPlan,
): ImportResult {
  const { REJECTED: rejected } = plan.counts.rows
  const isAccepted = rejected === 0 || (skipInvalid && rejected < plan.rows.length)
  return { company, companyIsNew, plan, dryRun, isAccepted }
}
