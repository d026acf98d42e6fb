import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreateCompanyCalendar1763900005000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // Without dates: periods of the past are told in the present calendar.
    await db.query(`
      CREATE TABLE company_calendar (
        company_id              uuid    NOT NULL,
        time_zone               text    NOT NULL,
        week_start              text    NOT NULL
          CONSTRAINT company_calendar_week_start CHECK (week_start IN
            ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
        fiscal_year_start_month integer NOT NULL
          CONSTRAINT company_calendar_month CHECK (fiscal_year_start_month BETWEEN 1 AND 12),
        currency                text    NOT NULL
          CONSTRAINT company_calendar_currency CHECK (currency ~ '^[A-Z]{3}$'),
        PRIMARY KEY (company_id),
        CONSTRAINT company_calendar_company FOREIGN KEY (company_id) REFERENCES company (company_id)
      )`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE company_calendar`)
  }
}
