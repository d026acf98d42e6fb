import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreateTargetVersions1764400000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE target_version (
        company_id uuid    NOT NULL,
        metric_id  uuid    NOT NULL,
        version    integer NOT NULL,
        PRIMARY KEY (company_id, metric_id),
        CONSTRAINT target_version_metric FOREIGN KEY (company_id, metric_id) REFERENCES metric (company_id, id)
      )`)
    await db.query(`SELECT protect_tenant_tables()`)
    await db.query(`INSERT INTO target_version SELECT DISTINCT company_id, metric_id, 1 FROM target`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE target_version`)
  }
}
