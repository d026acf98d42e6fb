import { randomUUID } from 'node:crypto'
import type { DataSource } from 'typeorm'
import { SYSTEM } from '../../domain/policy.js'
import { nameOf } from '../../domain/text.js'
import type { Context } from '../../platform/context.js'
import { AuditEntryEntity, auditRow } from '../../platform/database/audit-entry.entity.js'
import { CompanyEntity } from './company.entity.js'
import { OrgNodeEntity } from './org-node.entity.js'
import { OrgNodePlacementEntity } from './org-node-placement.entity.js'

/**
 * A company with nothing in it but its root, since `foundedAt` (now when left out). Answers a context in which the
 * system itself acts for it. @throws DomainError INVALID for an impossible name.
 */
export async function createCompany(
  database: DataSource,
  input: { readonly name: string; readonly foundedAt?: Date },
): Promise<Context> {
  const name = nameOf(input.name, 'name')
  const companyId = randomUUID()
  const at = input.foundedAt ?? (await now(database))
  const ctx = systemContext(database, companyId, { version: 1, at })
  await database.transaction(async (manager) => {
    await manager.insert(CompanyEntity, { companyId, configVersion: '1', changedAt: at, createdAt: at })
    await manager.insert(OrgNodeEntity, { companyId, id: companyId, level: 'COMPANY', name, version: 1 })
    const placement = { companyId, nodeId: companyId, parentId: null, validFrom: at, validTo: null }
    await manager.insert(OrgNodePlacementEntity, placement)
    const entry = {
      action: 'createCompany',
      nodeId: companyId,
      entityId: companyId,
      before: null,
      after: { name },
    }
    await manager.insert(AuditEntryEntity, auditRow(ctx, at, entry))
  })
  return ctx
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
  return { manager: database.manager, requestId: `system-${randomUUID()}`, actor: SYSTEM, companyId, moment }
}

async function now(database: DataSource): Promise<Date> {
  const [row] = await database.query<[{ now: Date }]>(
    `SELECT date_trunc('milliseconds', clock_timestamp()) AS now`,
  )
  return row.now
}
