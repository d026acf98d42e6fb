import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreateKeyMetrics1763800002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE metric (
        company_id  uuid    NOT NULL,
        id          uuid    NOT NULL,
        key         text    NOT NULL,
        name        text    NOT NULL,
        description text    NOT NULL,
        unit        text    NOT NULL,
        direction   text    NOT NULL CONSTRAINT metric_direction CHECK (direction IN ('INCREASE', 'DECREASE')),
        PRIMARY KEY (company_id, id),
        CONSTRAINT metric_key UNIQUE (company_id, key),
        CONSTRAINT metric_company FOREIGN KEY (company_id) REFERENCES company (company_id)
      )`)
    await db.query(`
      CREATE TABLE metric_state (
        company_id   uuid           NOT NULL,
        metric_id    uuid           NOT NULL,
        status       text           NOT NULL CONSTRAINT metric_state_status CHECK (status IN ('ACTIVE', 'ARCHIVED')),
        default_kind text           NOT NULL
          CONSTRAINT metric_state_default_kind CHECK (default_kind IN ('PRIMARY', 'SECONDARY')),
        version      integer        NOT NULL,
        valid_from   timestamptz(3) NOT NULL,
        valid_to     timestamptz(3) NOT NULL,
        PRIMARY KEY (company_id, metric_id, valid_from),
        CONSTRAINT metric_state_one_end UNIQUE (company_id, metric_id, valid_to),
        CONSTRAINT metric_state_metric FOREIGN KEY (company_id, metric_id) REFERENCES metric (company_id, id),
        CONSTRAINT metric_state_interval CHECK (valid_from < valid_to)
      )`)
    await db.query(`
      CREATE TABLE tracking_frequency (
        company_id uuid           NOT NULL,
        kind       text           NOT NULL CONSTRAINT tracking_frequency_kind CHECK (kind IN ('PRIMARY', 'SECONDARY')),
        frequency  text           NOT NULL CONSTRAINT tracking_frequency_frequency
          CHECK (frequency IN ('DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY')),
        valid_from timestamptz(3) NOT NULL,
        valid_to   timestamptz(3) NOT NULL,
        PRIMARY KEY (company_id, kind, valid_from),
        CONSTRAINT tracking_frequency_one_end UNIQUE (company_id, kind, valid_to),
        CONSTRAINT tracking_frequency_company FOREIGN KEY (company_id) REFERENCES company (company_id),
        CONSTRAINT tracking_frequency_interval CHECK (valid_from < valid_to)
      )`)
    await db.query(`
      CREATE TABLE key_metric_rule (
        company_id uuid           NOT NULL,
        id         uuid           NOT NULL,
        node_id    uuid           NOT NULL,
        metric_id  uuid           NOT NULL,
        effect     text           NOT NULL CONSTRAINT key_metric_rule_effect CHECK (effect IN ('ADD', 'HIDE', 'OVERRIDE')),
        kind       text           CONSTRAINT key_metric_rule_kind CHECK (kind IN ('PRIMARY', 'SECONDARY')),
        label      text,
        position   integer,
        reach      text           NOT NULL CONSTRAINT key_metric_rule_reach CHECK (reach IN ('NODE_AND_BELOW', 'NODE_ONLY')),
        locks      text[]         NOT NULL
          CONSTRAINT key_metric_rule_locks CHECK (locks <@ ARRAY['ADD', 'HIDE', 'KIND', 'LABEL', 'POSITION']),
        valid_from timestamptz(3) NOT NULL,
        valid_to   timestamptz(3) NOT NULL,
        PRIMARY KEY (company_id, id, valid_from),
        CONSTRAINT key_metric_rule_one_end UNIQUE (company_id, node_id, metric_id, valid_to),
        CONSTRAINT key_metric_rule_node FOREIGN KEY (company_id, node_id) REFERENCES org_node (company_id, id),
        CONSTRAINT key_metric_rule_metric FOREIGN KEY (company_id, metric_id) REFERENCES metric (company_id, id),
        CONSTRAINT key_metric_rule_locks_reach CHECK (reach = 'NODE_AND_BELOW' OR locks = '{}'),
        CONSTRAINT key_metric_rule_interval CHECK (valid_from < valid_to)
      )`)
    // The unique key serves reads by node; "which nodes speak of this metric?" looks the other way.
    await db.query(`CREATE INDEX key_metric_rule_by_metric ON key_metric_rule (company_id, metric_id)`)
    await db.query(`
      CREATE TABLE key_metric_inheritance (
        company_id uuid           NOT NULL,
        node_id    uuid           NOT NULL,
        inherits   boolean        NOT NULL,
        valid_from timestamptz(3) NOT NULL,
        valid_to   timestamptz(3) NOT NULL,
        PRIMARY KEY (company_id, node_id, valid_from),
        CONSTRAINT key_metric_inheritance_one_end UNIQUE (company_id, node_id, valid_to),
        CONSTRAINT key_metric_inheritance_node FOREIGN KEY (company_id, node_id) REFERENCES org_node (company_id, id),
        CONSTRAINT key_metric_inheritance_interval CHECK (valid_from < valid_to)
      )`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE key_metric_inheritance`)
    await db.query(`DROP TABLE key_metric_rule`)
    await db.query(`DROP TABLE tracking_frequency`)
    await db.query(`DROP TABLE metric_state`)
    await db.query(`DROP TABLE metric`)
  }
}
