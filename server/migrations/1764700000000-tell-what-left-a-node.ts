import type { MigrationInterface, QueryRunner } from 'typeorm'

export class TellWhatLeftANode1764700000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // Null: nothing left a node, or it was written before this was.
    await db.query(`ALTER TABLE audit_entry ADD COLUMN from_node_id uuid`)
    // As by node, of the few entries that have one: whoever only adds facts does not pay for it.
    await db.query(`
      CREATE INDEX audit_entry_by_from_node ON audit_entry (company_id, from_node_id, at, id)
        WHERE from_node_id IS NOT NULL`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE audit_entry DROP COLUMN from_node_id`)
  }
}
