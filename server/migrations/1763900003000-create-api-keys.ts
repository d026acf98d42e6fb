import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreateApiKeys1763900003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE api_key (
        company_id uuid           NOT NULL,
        id         uuid           NOT NULL,
        name       text           NOT NULL,
        scopes     text[]         NOT NULL
          CONSTRAINT api_key_scopes CHECK (scopes <@ ARRAY['READ_ORGANIZATION', 'READ_PEOPLE', 'READ_NUMBERS',
            'READ_AUDIT_LOG', 'WRITE_ACTIVITIES', 'WRITE_TARGETS', 'WRITE_KEY_METRICS', 'WRITE_METRICS',
            'WRITE_ORGANIZATION'] AND scopes <> '{}'),
        node_id    uuid,
        created_at timestamptz(3) NOT NULL,
        created_by uuid,
        expires_at timestamptz(3),
        revoked_at timestamptz(3),
        version    integer        NOT NULL,
        PRIMARY KEY (company_id, id),
        CONSTRAINT api_key_company FOREIGN KEY (company_id) REFERENCES company (company_id),
        CONSTRAINT api_key_node FOREIGN KEY (company_id, node_id) REFERENCES org_node (company_id, id),
        CONSTRAINT api_key_creator FOREIGN KEY (company_id, created_by) REFERENCES app_user (company_id, id)
      )`)
    // A key says its company, so that whose it is is one look-up by the primary key, within one tenant.
    await db.query(`
      CREATE TABLE api_key_secret (
        company_id      uuid           NOT NULL,
        sha256          bytea          NOT NULL CONSTRAINT api_key_secret_sha256 CHECK (length(sha256) = 32),
        key_id          uuid           NOT NULL,
        last_characters text           NOT NULL,
        created_at      timestamptz(3) NOT NULL,
        expires_at      timestamptz(3),
        last_used_at    timestamptz(3),
        PRIMARY KEY (company_id, sha256),
        CONSTRAINT api_key_secret_key FOREIGN KEY (company_id, key_id) REFERENCES api_key (company_id, id)
      )`)
    // The key serves signing in; "the secrets of a key" looks the other way.
    await db.query(`CREATE INDEX api_key_secret_by_key ON api_key_secret (company_id, key_id)`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE api_key_secret`)
    await db.query(`DROP TABLE api_key`)
  }
}
