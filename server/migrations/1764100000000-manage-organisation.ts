import type { MigrationInterface, QueryRunner } from 'typeorm'

export class ManageOrganisation1764100000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE org_node
        ADD COLUMN description text NOT NULL DEFAULT '',
        ADD COLUMN position integer`)
    await db.query(`ALTER TABLE app_user DROP CONSTRAINT app_user_status`)
    await db.query(`
      ALTER TABLE app_user
        ADD CONSTRAINT app_user_status CHECK (status IN ('ACTIVE', 'DEACTIVATED', 'INVITED')),
        ADD COLUMN changed_at timestamptz(3)`)
    // The log knows since when a person is as they are; who came before there was one, came with the company.
    await db.query(`
      UPDATE app_user u
         SET changed_at = coalesce(
               (SELECT max(a.at) FROM audit_entry a WHERE a.company_id = u.company_id AND a.entity_id = u.id),
               (SELECT c.created_at FROM company c WHERE c.company_id = u.company_id))`)
    await db.query(`ALTER TABLE app_user ALTER COLUMN changed_at SET NOT NULL`)
    await db.query(`
      CREATE TABLE invitation (
        company_id uuid           NOT NULL,
        id         uuid           NOT NULL,
        user_id    uuid           NOT NULL,
        sha256     bytea          NOT NULL CONSTRAINT invitation_sha256_length CHECK (length(sha256) = 32),
        created_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        ended_at   timestamptz(3),
        PRIMARY KEY (company_id, id),
        CONSTRAINT invitation_sha256 UNIQUE (company_id, sha256),
        CONSTRAINT invitation_user FOREIGN KEY (company_id, user_id) REFERENCES app_user (company_id, id)
      )`)
    // A person has one that counts; it is looked for whenever it may have to end.
    await db.query(`CREATE INDEX invitation_by_user ON invitation (company_id, user_id)`)
    await db.query(`SELECT protect_tenant_tables()`)
  }

  /** Who is invited may not sign in; before there were invitations, that was to be deactivated. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE invitation`)
    await db.query(`UPDATE app_user SET status = 'DEACTIVATED' WHERE status = 'INVITED'`)
    await db.query(`ALTER TABLE app_user DROP COLUMN changed_at, DROP CONSTRAINT app_user_status`)
    await db.query(
      `ALTER TABLE app_user ADD CONSTRAINT app_user_status CHECK (status IN ('ACTIVE', 'DEACTIVATED'))`,
    )
    await db.query(`ALTER TABLE org_node DROP COLUMN position, DROP COLUMN description`)
  }
}
