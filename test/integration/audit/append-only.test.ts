import { asAppRole } from '../../support/as-app-role.js'
import { readAuditLog } from '../../support/audit-log.js'
import { inAllTests } from '../../support/world.js'

const { world, acme } = inAllTests((world) => world.company())

const ALTERATIONS = [
  `UPDATE audit_entry SET action = 'createMetric'`,
  `UPDATE audit_entry SET action = 'createMetric' WHERE false`,
  'DELETE FROM audit_entry',
  'TRUNCATE audit_entry',
  `MERGE INTO audit_entry a USING company c ON a.company_id = c.company_id WHEN MATCHED THEN DELETE`,
  `INSERT INTO audit_entry SELECT * FROM audit_entry LIMIT 1 ON CONFLICT (company_id, id) DO UPDATE SET action = ''`,
]

describe.each(ALTERATIONS)('the audit log is as it was after %s', (statement) => {
  afterEach(async () => {
    const { nodes } = await readAuditLog(world, acme.admin)
    expect(nodes.map(({ action }) => action).sort()).toEqual([
      'CREATE_COMPANY',
      'CREATE_USER',
      'CREATE_USER',
      'GRANT_ROLE',
    ])
  })

  it('by the owner of the database, and by a superuser: the table itself refuses', async () => {
    await expect(world.database.query(statement)).rejects.toThrow('The audit log is append-only')
  })

  it('by the application: its role has no such right', async () => {
    await expect(asAppRole(world.database, acme.id, statement)).rejects.toThrow(
      /^permission denied for table/,
    )
  })
})
