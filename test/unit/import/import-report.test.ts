import { ImportError } from '../../../server/import/import-error.js'
import type { ImportResult } from '../../../server/import/import-people.js'
import { reportCsv, reportText } from '../../../server/import/import-report.js'
import type { Row } from '../../../server/import/person-row.js'
import { planImport } from '../../../server/import/plan-import.js'
import { futureCompany } from '../../../server/import/present-company.js'
import { NOBODY, row } from './company-after.js'

function result(rows: readonly Row[], rest: Partial<ImportResult> = {}): ImportResult {
  const plan = planImport(rows, futureCompany('Acme'), NOBODY)
  return { company: 'Acme', companyIsNew: true, plan, dryRun: false, isAccepted: true, ...rest }
}

const BAD = new ImportError('EMPTY_CELL', 'name is empty, "fill" it in', { line: 3, column: 'name' })

describe('the report of an import', () => {
  it('counts what happened and tells how to look at it', () => {
    expect(reportText(result([row(2, 'Anna', { department: 'Sales', lead: 'Bo' })])).split('\n')).toEqual([
      'Acme, a new company: imported.',
      '  departments  1 created, 0 unchanged',
      '  teams        1 created, 0 unchanged',
      '  people       1 created, 0 moved, 0 unchanged',
      '  leads        1 created, 0 unchanged',
      '  rows         1: 1 created',
      'The company admin is admin@acme.example, created.',
      'To look at it: npm start, and for a token: npm run token -- admin@acme.example',
    ])
  })

  it('says that a dry run wrote nothing', () => {
    expect(reportText(result([row(2, 'Anna')], { dryRun: true }))).toContain(
      'a dry run, nothing was written. An import would mean:',
    )
  })

  it('lists rejected rows first, and what to do about them', () => {
    const text = reportText(result([row(2, 'Anna'), BAD], { isAccepted: false }))
    expect(text).toMatch(/^EMPTY_CELL {2}Line 3: name is empty, "fill" it in\n/)
    expect(text).toContain(
      'nothing was written, 1 of 2 rows are rejected. Correct them, or import the others with --skip-invalid.',
    )
    expect(text).not.toContain('npm start')
  })

  it('lists twenty of them at most', () => {
    const bad = Array.from(
      { length: 23 },
      (_, index) => new ImportError('EMPTY_CELL', 'empty', { line: index + 2 }),
    )
    const lines = reportText(result(bad, { isAccepted: false })).split('\n')
    expect(lines.slice(19, 21)).toEqual(['EMPTY_CELL  Line 21: empty', '… and 3 more, see --report'])
  })

  it('is whole as CSV', () => {
    expect(reportCsv(result([row(2, 'Anna, "Ann"'), BAD]))).toBe(
      [
        'line,status,written,member,email,department,team,column,code,reason',
        '2,CREATED,yes,"Anna, ""Ann""",anna.ann@acme.example,,Oslo,,,',
        '3,REJECTED,no,,,,,name,EMPTY_CELL,"name is empty, ""fill"" it in"',
        '',
      ].join('\n'),
    )
  })

  it('claims nothing as written that was not', () => {
    for (const rest of [{ dryRun: true }, { isAccepted: false }])
      expect(reportCsv(result([row(2, 'Anna')], rest))).not.toContain('yes')
  })
})
