import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreateActivities1763900006000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.createTypes(db)
    await this.createFormulas(db)
    await this.createActivities(db)
    await this.createRollups(db)
    await db.query(`SELECT protect_tenant_tables()`)
  }

  private async createTypes(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE activity_type (
        company_id uuid    NOT NULL,
        id         uuid    NOT NULL,
        key        text    NOT NULL,
        name       text    NOT NULL,
        status     text    NOT NULL CONSTRAINT activity_type_status CHECK (status IN ('ACTIVE', 'ARCHIVED')),
        version    integer NOT NULL,
        PRIMARY KEY (company_id, id),
        CONSTRAINT activity_type_key UNIQUE (company_id, key),
        CONSTRAINT activity_type_company FOREIGN KEY (company_id) REFERENCES company (company_id)
      )`)
    await db.query(`
      CREATE TABLE activity_type_enablement (
        company_id       uuid           NOT NULL,
        node_id          uuid           NOT NULL,
        activity_type_id uuid           NOT NULL,
        valid_from       timestamptz(3) NOT NULL,
        valid_to         timestamptz(3) NOT NULL,
        PRIMARY KEY (company_id, node_id, activity_type_id, valid_from),
        CONSTRAINT activity_type_enablement_one_end UNIQUE (company_id, node_id, activity_type_id, valid_to),
        CONSTRAINT activity_type_enablement_node FOREIGN KEY (company_id, node_id) REFERENCES org_node (company_id, id),
        CONSTRAINT activity_type_enablement_type
          FOREIGN KEY (company_id, activity_type_id) REFERENCES activity_type (company_id, id),
        CONSTRAINT activity_type_enablement_interval CHECK (valid_from < valid_to)
      )`)
  }

  /** Undated: what a metric counts is told of the past as of the present, from roll-ups that know nothing of metrics. */
  private async createFormulas(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE metric_formula (
        company_id     uuid NOT NULL,
        metric_id      uuid NOT NULL,
        kind           text NOT NULL
          CONSTRAINT metric_formula_kind CHECK (kind IN ('COUNT', 'SUM', 'AVERAGE', 'RATIO')),
        label          text,
        numerator_id   uuid,
        denominator_id uuid,
        PRIMARY KEY (company_id, metric_id),
        CONSTRAINT metric_formula_metric FOREIGN KEY (company_id, metric_id) REFERENCES metric (company_id, id),
        CONSTRAINT metric_formula_numerator FOREIGN KEY (company_id, numerator_id) REFERENCES metric (company_id, id),
        CONSTRAINT metric_formula_denominator FOREIGN KEY (company_id, denominator_id) REFERENCES metric (company_id, id),
        CONSTRAINT metric_formula_ratio CHECK (
          (kind = 'RATIO') = (numerator_id IS NOT NULL) AND (kind = 'RATIO') = (denominator_id IS NOT NULL)
          AND (kind <> 'RATIO' OR label IS NULL))
      )`)
    await db.query(`
      CREATE TABLE metric_formula_type (
        company_id       uuid NOT NULL,
        metric_id        uuid NOT NULL,
        activity_type_id uuid NOT NULL,
        PRIMARY KEY (company_id, metric_id, activity_type_id),
        CONSTRAINT metric_formula_type_formula
          FOREIGN KEY (company_id, metric_id) REFERENCES metric_formula (company_id, metric_id),
        CONSTRAINT metric_formula_type_type
          FOREIGN KEY (company_id, activity_type_id) REFERENCES activity_type (company_id, id)
      )`)
  }

  private async createActivities(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE activity (
        company_id       uuid           NOT NULL,
        id               uuid           NOT NULL,
        activity_type_id uuid           NOT NULL,
        user_id          uuid,
        person_reference text,
        team_id          uuid,
        department_id    uuid,
        label            text           NOT NULL DEFAULT '',
        quantity         numeric(21, 6) NOT NULL,
        amount           numeric(21, 6),
        occurred_at      timestamptz(3) NOT NULL,
        day              date           NOT NULL,
        recorded_at      timestamptz(3) NOT NULL,
        source           text           NOT NULL,
        external_id      text,
        note             text           NOT NULL DEFAULT '',
        voided_at        timestamptz(3),
        version          integer        NOT NULL,
        PRIMARY KEY (company_id, id),
        CONSTRAINT activity_external_id UNIQUE (company_id, source, external_id),
        CONSTRAINT activity_type_of FOREIGN KEY (company_id, activity_type_id) REFERENCES activity_type (company_id, id),
        CONSTRAINT activity_user FOREIGN KEY (company_id, user_id) REFERENCES app_user (company_id, id),
        CONSTRAINT activity_team FOREIGN KEY (company_id, team_id) REFERENCES org_node (company_id, id),
        CONSTRAINT activity_department FOREIGN KEY (company_id, department_id) REFERENCES org_node (company_id, id),
        CONSTRAINT activity_somebody CHECK (user_id IS NOT NULL OR person_reference IS NOT NULL),
        CONSTRAINT activity_credit CHECK (team_id IS NOT NULL OR department_id IS NULL)
      )`)
    // The feed of a team and of a person, newest first.
    await db.query(`CREATE INDEX activity_by_team ON activity (company_id, team_id, occurred_at, id)`)
    await db.query(`CREATE INDEX activity_by_user ON activity (company_id, user_id, occurred_at, id)`)
    // The queue of people nobody knows yet, which is short.
    await db.query(`
      CREATE INDEX activity_unlinked ON activity (company_id, source, person_reference) WHERE user_id IS NULL`)
    await db.query(`
      CREATE TABLE person_alias (
        company_id uuid NOT NULL,
        source     text NOT NULL,
        reference  text NOT NULL,
        user_id    uuid NOT NULL,
        PRIMARY KEY (company_id, source, reference),
        CONSTRAINT person_alias_user FOREIGN KEY (company_id, user_id) REFERENCES app_user (company_id, id)
      )`)
  }

  /** By day of the company's calendar. Read by node or by parent, for a range of days. */
  private async createRollups(db: QueryRunner): Promise<void> {
    // The node credited is the team of the instant, or the company for who was in none.
    await db.query(`
      CREATE TABLE activity_person_rollup (
        company_id       uuid    NOT NULL,
        user_id          uuid    NOT NULL,
        node_id          uuid    NOT NULL,
        activity_type_id uuid    NOT NULL,
        label            text    NOT NULL,
        day              date    NOT NULL,
        quantity         numeric NOT NULL,
        amount           numeric NOT NULL,
        PRIMARY KEY (company_id, user_id, day, node_id, activity_type_id, label)
      )`)
    // The people of a team.
    await db.query(
      `CREATE INDEX activity_person_rollup_by_node ON activity_person_rollup (company_id, node_id, day)`,
    )
    // A team's numbers stay with the node it hung under: so the parts of a department are its teams while they were its.
    // Writers spread over slots, so that they do not queue behind each other for the row of the day.
    await db.query(`
      CREATE TABLE activity_node_rollup (
        company_id       uuid     NOT NULL,
        node_id          uuid     NOT NULL,
        parent_id        uuid     NOT NULL,
        activity_type_id uuid     NOT NULL,
        label            text     NOT NULL,
        day              date     NOT NULL,
        slot             smallint NOT NULL,
        quantity         numeric  NOT NULL,
        amount           numeric  NOT NULL,
        PRIMARY KEY (company_id, node_id, day, parent_id, activity_type_id, label, slot)
      )`)
    // The parts of a department and of the company.
    await db.query(
      `CREATE INDEX activity_node_rollup_by_parent ON activity_node_rollup (company_id, parent_id, day)`,
    )
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE activity_node_rollup`)
    await db.query(`DROP TABLE activity_person_rollup`)
    await db.query(`DROP TABLE person_alias`)
    await db.query(`DROP TABLE activity`)
    await db.query(`DROP TABLE metric_formula_type`)
    await db.query(`DROP TABLE metric_formula`)
    await db.query(`DROP TABLE activity_type_enablement`)
    await db.query(`DROP TABLE activity_type`)
  }
}
