import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreatePeople1763800001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE app_user (
        company_id      uuid    NOT NULL,
        id              uuid    NOT NULL,
        email           text    NOT NULL,
        name            text    NOT NULL,
        status          text    NOT NULL CONSTRAINT app_user_status CHECK (status IN ('ACTIVE', 'DEACTIVATED')),
        data_visibility text    NOT NULL
          CONSTRAINT app_user_data_visibility CHECK (data_visibility IN ('VISIBLE', 'HIDDEN')),
        version         integer NOT NULL,
        PRIMARY KEY (company_id, id),
        CONSTRAINT app_user_email UNIQUE (company_id, email),
        CONSTRAINT app_user_company FOREIGN KEY (company_id) REFERENCES company (company_id)
      )`)
    await db.query(`
      CREATE TABLE membership (
        company_id uuid           NOT NULL,
        user_id    uuid           NOT NULL,
        team_id    uuid           NOT NULL,
        valid_from timestamptz(3) NOT NULL,
        valid_to   timestamptz(3) NOT NULL,
        PRIMARY KEY (company_id, user_id, valid_from),
        CONSTRAINT membership_one_end UNIQUE (company_id, user_id, valid_to),
        CONSTRAINT membership_user FOREIGN KEY (company_id, user_id) REFERENCES app_user (company_id, id),
        CONSTRAINT membership_team FOREIGN KEY (company_id, team_id) REFERENCES org_node (company_id, id),
        CONSTRAINT membership_interval CHECK (valid_from < valid_to)
      )`)
    // The key serves "the team of a user"; "the members of a team" looks the other way.
    await db.query(`CREATE INDEX membership_by_team ON membership (company_id, team_id)`)
    await db.query(`
      CREATE TABLE role_assignment (
        company_id uuid           NOT NULL,
        id         uuid           NOT NULL,
        user_id    uuid           NOT NULL,
        node_id    uuid           NOT NULL,
        role       text           NOT NULL CONSTRAINT role_assignment_role CHECK (role IN ('ADMIN', 'MANAGER')),
        valid_from timestamptz(3) NOT NULL,
        valid_to   timestamptz(3) NOT NULL,
        PRIMARY KEY (company_id, id, valid_from),
        CONSTRAINT role_assignment_one_end UNIQUE (company_id, user_id, node_id, role, valid_to),
        CONSTRAINT role_assignment_user FOREIGN KEY (company_id, user_id) REFERENCES app_user (company_id, id),
        CONSTRAINT role_assignment_node FOREIGN KEY (company_id, node_id) REFERENCES org_node (company_id, id),
        CONSTRAINT role_assignment_interval CHECK (valid_from < valid_to)
      )`)
    // The unique key serves "the roles of a user"; "who administers a node" looks the other way.
    await db.query(`CREATE INDEX role_assignment_by_node ON role_assignment (company_id, node_id)`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE role_assignment`)
    await db.query(`DROP TABLE membership`)
    await db.query(`DROP TABLE app_user`)
  }
}
