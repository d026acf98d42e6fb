import type { MigrationInterface, QueryRunner } from 'typeorm'

export class AddTokenRevocation1763900001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // Credentials issued before it count no more. Null: none was ever taken back.
    await db.query(`ALTER TABLE app_user ADD COLUMN tokens_valid_from timestamptz(3)`)
    // An identity provider knows the address but not always the company; the unique key begins with the company.
    await db.query(`CREATE INDEX app_user_by_email ON app_user (email)`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX app_user_by_email`)
    await db.query(`ALTER TABLE app_user DROP COLUMN tokens_valid_from`)
  }
}
