import type { MigrationInterface, QueryRunner } from 'typeorm'

export class IndexWithdrawnCelebrations1764500000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX celebration_withdrawn_in_period
          ON celebration (company_id, metric_id, frequency, period_start) WHERE withdrawn_at IS NOT NULL`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX celebration_withdrawn_in_period`)
  }
}
