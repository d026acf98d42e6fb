import type { MigrationInterface, QueryRunner } from 'typeorm'

/** In the orders of lists (`people-query.ts`), so that a page reads no more people than it has. */
export class IndexPeopleInOrder1764600000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX app_user_in_order_of_name ON app_user (company_id, name COLLATE "C", id);
      CREATE INDEX app_user_in_order_of_email ON app_user (company_id, email COLLATE "C", id);
      CREATE INDEX app_user_in_order_of_change ON app_user (company_id, changed_at, id)`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX app_user_in_order_of_change;
      DROP INDEX app_user_in_order_of_email;
      DROP INDEX app_user_in_order_of_name`)
  }
}
