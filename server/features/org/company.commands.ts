import { randomUUID } from 'node:crypto'
import type { DataSource, EntityManager } from 'typeorm'
import { SYSTEM } from '../../domain/viewer.js'
import { nameOf } from '../../domain/text.js'
import type { Context } from '../../platform/context.js'
import { AuditEntryEntity, auditRow, type AuditEntry } from '../../platform/database/audit-entry.entity.js'
import type { Change } from '../../platform/database/change.js'
import { sendAll, type Statement } from '../../platform/database/commit.js'
import { insertInChunks } from '../../platform/database/insert.js'
import { TenantReads } from '../../platform/database/tenant-reads.js'
import { CompanyEntity } from './company.entity.js'
import { OrgNodeEntity } from './org-node.entity.js'
import { OrgNodePlacementEntity } from './org-node-placement.entity.js'
import { OrgNodeVersionEntity } from './org-node-version.entity.js'

/**
 * A company with its root, since `foundedAt` (now when left out), and with what `setUp` puts into it in the same
 * transaction: all of it or nothing. Answers a context in which the system itself acts for the company.
 * @throws DomainError INVALID for an impossible name; whatever `setUp` throws.
 */
export async function createCompany(
  database: DataSource,
  input: { readonly name: string; readonly foundedAt?: Date },
  setUp: (tx: Change) => Promise<void> = async () => undefined,
): Promise<Context> {
  const name = nameOf(input.name, 'name')
  const companyId = randomUUID()
  const at = input.foundedAt ?? (await now(database))
  const ctx = systemContext(database, companyId, { version: 1, at })
  await database.transaction(async (manager) => {
    await insertCompany(manager, companyId, name, at)
    const entries: AuditEntry[] = [
      { action: 'createCompany', nodeId: companyId, entityId: companyId, before: null, after: { name } },
    ]
    const last: Statement[] = []
    const record = (entry: AuditEntry) => void entries.push(entry)
    await setUp({ ...ctx, manager, at, record, conclude: (statement) => void last.push(statement) })
    await sendAll(manager, last)
    const rows = entries.map((entry) => auditRow(ctx, at, SYSTEM, entry))
    await insertInChunks(manager, AuditEntryEntity, rows)
  })
  return ctx
}

async function insertCompany(
  manager: EntityManager,
  companyId: string,
  name: string,
  at: Date,
): Promise<void> {
  await manager.insert(CompanyEntity, { companyId, configVersion: '1', changedAt: at, createdAt: at })
  await manager.insert(OrgNodeEntity, { companyId, id: companyId, level: 'COMPANY', name })
  const sinceThen = { companyId, nodeId: companyId, validFrom: at, validTo: null }
  await manager.insert(OrgNodePlacementEntity, { ...sinceThen, parentId: null })
  await manager.insert(OrgNodeVersionEntity, { ...sinceThen, version: 1 })
}

/** The system acting for a company that exists; null when it does not. */
export async function loadSystemContext(database: DataSource, companyId: string): Promise<Context | null> {
  const company = await database.manager.findOneBy(CompanyEntity, { companyId })
  if (!company) return null
  return systemContext(database, companyId, { version: Number(company.configVersion), at: company.changedAt })
}

/** The companies of that name, by id: names are not unique. */
export async function findCompanyIds(database: DataSource, name: string): Promise<string[]> {
  const nodes = await database.manager.find(OrgNodeEntity, {
    where: { level: 'COMPANY', name },
    order: { id: 'ASC' },
  })
  return nodes.map(({ companyId }) => companyId)
}

function systemContext(database: DataSource, companyId: string, moment: Context['moment']): Context {
  const manager = new TenantReads(database, companyId)
  return { manager, requestId: `system-${randomUUID()}`, actor: SYSTEM, companyId, moment }
}

async function now(database: DataSource): Promise<Date> {
  const [row] = await database.query<[{ now: Date }]>(
    `SELECT date_trunc('milliseconds', clock_timestamp()) AS now`,
  )
  return row.now
}
