import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What a transaction becomes while it works for a company: a role that owns nothing and sees the rows of that company
 * alone. The owner of the tables stays free: it migrates, founds companies and finds who signs in.
 */
export class AddRowLevelSecurity1763900004000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // Roles are of the whole server: another database of it may have made this one, or may be making it right now.
    // Without the right to make it, an administrator does; see ROW_LEVEL_SECURITY in .env.example.
    await db.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'key_metrics_app') THEN
          CREATE ROLE key_metrics_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
        END IF;
      EXCEPTION WHEN duplicate_object OR unique_violation OR insufficient_privilege THEN NULL;
      END $$`)
    // Changes only what is missing, so it takes no locks when there is nothing to do. Called after each migration.
    await db.query(`
      CREATE OR REPLACE FUNCTION protect_tenant_tables() RETURNS void LANGUAGE plpgsql AS $$
      DECLARE
        tenant_table regclass;
        is_secured boolean;
        rights text;
      BEGIN
        FOR tenant_table, is_secured IN
          SELECT t.oid, t.relrowsecurity FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid
           WHERE t.relkind IN ('r', 'p') AND t.relnamespace = current_schema()::regnamespace
             AND a.attname = 'company_id' AND NOT a.attisdropped
        LOOP
          IF NOT is_secured THEN
            EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tenant_table);
          END IF;
          IF NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = tenant_table AND polname = 'own_company') THEN
            EXECUTE format('CREATE POLICY own_company ON %s
              USING (company_id = nullif(current_setting(''key_metrics.company_id'', true), '''')::uuid)
              WITH CHECK (company_id = nullif(current_setting(''key_metrics.company_id'', true), '''')::uuid)', tenant_table);
          END IF;
          IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'key_metrics_app') THEN
            rights := CASE WHEN tenant_table = 'audit_entry'::regclass THEN 'SELECT, INSERT'
                           ELSE 'SELECT, INSERT, UPDATE, DELETE' END;
            IF NOT (SELECT bool_and(has_table_privilege('key_metrics_app', tenant_table, r))
                      FROM unnest(string_to_array(rights, ', ')) r) THEN
              EXECUTE format('GRANT %s ON %s TO key_metrics_app', rights, tenant_table);
            END IF;
          END IF;
        END LOOP;
      END $$`)
    await db.query(`SELECT protect_tenant_tables()`)
    // Who migrates is who serves, unless an administrator grants the role to another.
    await db.query(`
      DO $$ BEGIN
        IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
           AND EXISTS (SELECT FROM pg_roles WHERE rolname = 'key_metrics_app') THEN
          GRANT key_metrics_app TO CURRENT_USER;
        END IF;
      EXCEPTION WHEN unique_violation OR insufficient_privilege OR internal_error THEN NULL;
      END $$`)
  }

  /** The role stays: other databases of the server may use it. Here it may nothing any more. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DO $$
      DECLARE tenant_table regclass;
      BEGIN
        FOR tenant_table IN SELECT polrelid FROM pg_policy WHERE polname = 'own_company' LOOP
          EXECUTE format('DROP POLICY own_company ON %s', tenant_table);
          EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', tenant_table);
          IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'key_metrics_app') THEN
            EXECUTE format('REVOKE ALL ON %s FROM key_metrics_app', tenant_table);
          END IF;
        END LOOP;
      END $$`)
    await db.query(`DROP FUNCTION protect_tenant_tables()`)
  }
}
