import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreateOrganisation1763800000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE company (
        company_id     uuid           NOT NULL,
        config_version bigint         NOT NULL,
        changed_at     timestamptz(3) NOT NULL,
        created_at     timestamptz(3) NOT NULL,
        PRIMARY KEY (company_id)
      )`)
    await db.query(`
      CREATE TABLE org_node (
        company_id uuid NOT NULL,
        id         uuid NOT NULL,
        level      text NOT NULL CONSTRAINT org_node_level CHECK (level IN ('COMPANY', 'DEPARTMENT', 'TEAM')),
        name       text NOT NULL,
        PRIMARY KEY (company_id, id),
        CONSTRAINT org_node_company FOREIGN KEY (company_id) REFERENCES company (company_id),
        CONSTRAINT org_node_root CHECK ((level = 'COMPANY') = (id = company_id))
      )`)
    // Two placements of a node cannot end together, so at most one is open; the company's lock does the rest.
    await db.query(`
      CREATE TABLE org_node_placement (
        company_id uuid           NOT NULL,
        node_id    uuid           NOT NULL,
        parent_id  uuid,
        valid_from timestamptz(3) NOT NULL,
        valid_to   timestamptz(3) NOT NULL,
        PRIMARY KEY (company_id, node_id, valid_from),
        CONSTRAINT org_node_placement_one_end UNIQUE (company_id, node_id, valid_to),
        CONSTRAINT org_node_placement_node FOREIGN KEY (company_id, node_id) REFERENCES org_node (company_id, id),
        CONSTRAINT org_node_placement_parent FOREIGN KEY (company_id, parent_id) REFERENCES org_node (company_id, id),
        CONSTRAINT org_node_placement_interval CHECK (valid_from < valid_to),
        CONSTRAINT org_node_placement_parent_is_other CHECK (parent_id <> node_id)
      )`)
    await db.query(`
      CREATE TABLE org_node_version (
        company_id uuid           NOT NULL,
        node_id    uuid           NOT NULL,
        version    integer        NOT NULL,
        valid_from timestamptz(3) NOT NULL,
        valid_to   timestamptz(3) NOT NULL,
        PRIMARY KEY (company_id, node_id, valid_from),
        CONSTRAINT org_node_version_one_end UNIQUE (company_id, node_id, valid_to),
        CONSTRAINT org_node_version_node FOREIGN KEY (company_id, node_id) REFERENCES org_node (company_id, id),
        CONSTRAINT org_node_version_interval CHECK (valid_from < valid_to)
      )`)
    // No foreign key: the log outlives what it speaks of.
    await db.query(`
      CREATE TABLE audit_entry (
        company_id uuid           NOT NULL,
        id         uuid           NOT NULL,
        at         timestamptz(3) NOT NULL,
        actor_id   uuid,
        request_id text           NOT NULL,
        action     text           NOT NULL,
        node_id    uuid,
        entity_id  uuid,
        before     jsonb,
        after      jsonb,
        PRIMARY KEY (company_id, id)
      )`)
    // The log is read newest first.
    await db.query(`CREATE INDEX audit_entry_by_time ON audit_entry (company_id, at)`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE audit_entry`)
    await db.query(`DROP TABLE org_node_version`)
    await db.query(`DROP TABLE org_node_placement`)
    await db.query(`DROP TABLE org_node`)
    await db.query(`DROP TABLE company`)
  }
}
