import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreateCelebrations1764000005000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.createCelebrations(db)
    await this.createStates(db)
    await db.query(`SELECT protect_tenant_tables()`)
  }

  private async createCelebrations(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE celebration (
        company_id       uuid           NOT NULL,
        id               uuid           NOT NULL,
        metric_id        uuid           NOT NULL,
        node_id          uuid,
        user_id          uuid,
        frequency        text           NOT NULL
          CONSTRAINT celebration_frequency CHECK (frequency IN ('DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY')),
        period_start     date           NOT NULL,
        actual           numeric        NOT NULL,
        target           numeric        NOT NULL,
        reached_at       timestamptz(3) NOT NULL,
        made_number      bigint         NOT NULL,
        withdrawn_at     timestamptz(3),
        withdrawn_number bigint,
        PRIMARY KEY (company_id, id),
        CONSTRAINT celebration_made UNIQUE (company_id, made_number),
        CONSTRAINT celebration_withdrawn UNIQUE (company_id, withdrawn_number),
        CONSTRAINT celebration_metric FOREIGN KEY (company_id, metric_id) REFERENCES metric (company_id, id),
        CONSTRAINT celebration_node FOREIGN KEY (company_id, node_id) REFERENCES org_node (company_id, id),
        CONSTRAINT celebration_user FOREIGN KEY (company_id, user_id) REFERENCES app_user (company_id, id),
        CONSTRAINT celebration_one_owner CHECK ((node_id IS NULL) <> (user_id IS NULL)),
        CONSTRAINT celebration_end CHECK ((withdrawn_at IS NULL) = (withdrawn_number IS NULL))
      )`)
    // At most one stands at a time.
    await db.query(`
      CREATE UNIQUE INDEX celebration_standing_of_node
          ON celebration (company_id, metric_id, node_id, frequency, period_start) WHERE withdrawn_at IS NULL`)
    await db.query(`
      CREATE UNIQUE INDEX celebration_standing_of_user
          ON celebration (company_id, metric_id, user_id, frequency, period_start) WHERE withdrawn_at IS NULL`)
    // The feed of the whole company, of one node and of one person, newest first.
    await db.query(`CREATE INDEX celebration_by_time ON celebration (company_id, reached_at, id)`)
    await db.query(`CREATE INDEX celebration_by_node ON celebration (company_id, node_id, reached_at, id)`)
    await db.query(`CREATE INDEX celebration_by_user ON celebration (company_id, user_id, reached_at, id)`)
  }

  /** One row per company: a few bytes that every settling reads and writes. */
  private async createStates(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE celebration_state (
        company_id    uuid        NOT NULL,
        settled_until date        NOT NULL,
        due_at        timestamptz NOT NULL,
        basis         text        NOT NULL,
        latest_number bigint      NOT NULL,
        PRIMARY KEY (company_id),
        CONSTRAINT celebration_state_company FOREIGN KEY (company_id) REFERENCES company (company_id)
      )`)
    // The companies in which a period has ended.
    await db.query(`CREATE INDEX celebration_state_due ON celebration_state (due_at)`)
    // Those that are there already: their past is looked at, as that of a new one is with its first change.
    await db.query(`
      INSERT INTO celebration_state (company_id, settled_until, due_at, basis, latest_number)
      SELECT company_id, created_at::date - 1, '-infinity', '', 0 FROM company`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE celebration_state`)
    await db.query(`DROP TABLE celebration`)
  }
}
