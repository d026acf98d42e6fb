import type { MigrationInterface, QueryRunner } from 'typeorm'

export class ExtendAuditLog1763900002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // A page begins behind an entry: changes of one request share the instant, so the id belongs to the order.
    await db.query(`DROP INDEX audit_entry_by_time`)
    await db.query(`CREATE INDEX audit_entry_by_time ON audit_entry (company_id, at, id)`)
    // What happened to this node? And to a subtree, for those who see no more than that.
    await db.query(`CREATE INDEX audit_entry_by_node ON audit_entry (company_id, node_id, at, id)`)
    // What did this person do? Everybody may ask it of themselves, and would else read the log of the whole company.
    await db.query(`CREATE INDEX audit_entry_by_actor ON audit_entry (company_id, actor_id, at, id)`)
    // What happened to this metric, this rule, this person?
    await db.query(`CREATE INDEX audit_entry_by_entity ON audit_entry (company_id, entity_id, at, id)`)
    // OR REPLACE: functions survive a reset, which drops tables.
    await db.query(`
      CREATE OR REPLACE FUNCTION refuse_to_alter_audit_log() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'The audit log is append-only: % is refused.', TG_OP USING ERRCODE = 'insufficient_privilege';
      END $$`)
    // For everybody, owner and superuser too, and whether or not the statement would touch a row.
    await db.query(`
      CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_alter_audit_log()`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER audit_entry_append_only ON audit_entry`)
    await db.query(`DROP FUNCTION refuse_to_alter_audit_log()`)
    await db.query(`DROP INDEX audit_entry_by_entity`)
    await db.query(`DROP INDEX audit_entry_by_actor`)
    await db.query(`DROP INDEX audit_entry_by_node`)
    await db.query(`DROP INDEX audit_entry_by_time`)
    await db.query(`CREATE INDEX audit_entry_by_time ON audit_entry (company_id, at)`)
  }
}
