import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreateChangeEvents1764000000000 implements MigrationInterface {
  /** The id of the transaction is an xid8, kept as the number it is. */
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE change_event (
        company_id  uuid           NOT NULL,
        transaction bigint         NOT NULL,
        id          uuid           NOT NULL,
        topic       text           NOT NULL
          CONSTRAINT change_event_topic CHECK (topic IN ('CONFIGURATION', 'ACTIVITIES', 'TARGETS', 'CELEBRATIONS')),
        node_ids    uuid[]         NOT NULL,
        user_ids    uuid[]         NOT NULL,
        days        date[]         NOT NULL,
        metric_ids  uuid[]         NOT NULL,
        at          timestamptz(3) NOT NULL,
        settled_at  timestamptz(3),
        PRIMARY KEY (company_id, transaction, id)
      )`)
    // The companies that have something to be looked at; short.
    await db.query(
      `CREATE INDEX change_event_unsettled ON change_event (company_id) WHERE settled_at IS NULL`,
    )
    // What is old enough to go, of all companies.
    await db.query(
      `CREATE INDEX change_event_settled ON change_event (settled_at) WHERE settled_at IS NOT NULL`,
    )
    await db.query(`SELECT protect_tenant_tables()`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE change_event`)
  }
}
