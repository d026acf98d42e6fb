import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreateIdempotentRequests1764200000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // No foreign key to the company: checking it locks the company's row, which two changes would then want of each other.
    await db.query(`
      CREATE TABLE idempotent_request (
        company_id     uuid           NOT NULL,
        key_sha256     bytea          NOT NULL CONSTRAINT idempotent_request_key CHECK (length(key_sha256) = 32),
        request_sha256 bytea          NOT NULL CONSTRAINT idempotent_request_request CHECK (length(request_sha256) = 32),
        attempt        uuid           NOT NULL,
        outcome        bytea,
        at             timestamptz(3) NOT NULL,
        PRIMARY KEY (company_id, key_sha256)
      )`)
    // The key serves requests; "which have expired?" goes by age.
    await db.query(`CREATE INDEX idempotent_request_by_age ON idempotent_request (company_id, at)`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE idempotent_request`)
  }
}
