import type { MigrationInterface, QueryRunner } from 'typeorm'

export class AddPolicy1763900000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // Whether managers and team leads may configure the key metrics of their nodes.
    await db.query(`
      ALTER TABLE company ADD COLUMN key_metric_delegation text NOT NULL DEFAULT 'NONE'
        CONSTRAINT company_key_metric_delegation CHECK (key_metric_delegation IN ('NONE', 'HIDE_AND_ADD'))`)
    // Until now only company admins, and the system, could change anything.
    await db.query(`ALTER TABLE audit_entry ADD COLUMN acts_as text`)
    await db.query(`
      UPDATE audit_entry SET acts_as = CASE WHEN actor_id IS NULL THEN 'SYSTEM' ELSE 'COMPANY_ADMIN' END`)
    await db.query(`ALTER TABLE audit_entry ALTER COLUMN acts_as SET NOT NULL`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE audit_entry DROP COLUMN acts_as`)
    await db.query(`ALTER TABLE company DROP COLUMN key_metric_delegation`)
  }
}
