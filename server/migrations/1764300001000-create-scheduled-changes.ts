import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreateScheduledChanges1764300001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE scheduled_change (
        company_id   uuid           NOT NULL,
        id           uuid           NOT NULL,
        mutation     text           NOT NULL,
        input        jsonb          NOT NULL,
        effective_at timestamptz(3) NOT NULL,
        status       text           NOT NULL
          CONSTRAINT scheduled_change_status CHECK (status IN ('UPCOMING', 'APPLIED', 'CANCELLED', 'FAILED')),
        scheduled_by uuid           NOT NULL,
        scheduled_at timestamptz(3) NOT NULL,
        ended_at     timestamptz(3),
        failure      text,
        node_id      uuid,
        version      integer        NOT NULL,
        PRIMARY KEY (company_id, id),
        CONSTRAINT scheduled_change_by FOREIGN KEY (company_id, scheduled_by) REFERENCES app_user (company_id, id),
        CONSTRAINT scheduled_change_node FOREIGN KEY (company_id, node_id) REFERENCES org_node (company_id, id),
        CONSTRAINT scheduled_change_end CHECK ((status = 'UPCOMING') = (ended_at IS NULL)),
        CONSTRAINT scheduled_change_failure CHECK ((status = 'FAILED') = (failure IS NOT NULL))
      )`)
    // The list is read in the order of dates.
    await db.query(`CREATE INDEX scheduled_change_by_date ON scheduled_change (company_id, effective_at, id)`)
    // What is due is looked for every second, in all companies at once.
    await db.query(
      `CREATE INDEX scheduled_change_due ON scheduled_change (effective_at) WHERE status = 'UPCOMING'`,
    )
    await db.query(`SELECT protect_tenant_tables()`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE scheduled_change`)
  }
}
