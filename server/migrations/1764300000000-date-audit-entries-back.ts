import type { MigrationInterface, QueryRunner } from 'typeorm'

export class DateAuditEntriesBack1764300000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // Null: what was done held from when it was done.
    await db.query(`ALTER TABLE audit_entry ADD COLUMN effective_at timestamptz(3)`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE audit_entry DROP COLUMN effective_at`)
  }
}
