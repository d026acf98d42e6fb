import { ImportError } from '../../../server/import/import-error.js'
import type { Row } from '../../../server/import/person-row.js'
import { planImport } from '../../../server/import/plan-import.js'
import { futureCompany } from '../../../server/import/present-company.js'
import { NOBODY, row, statuses } from './company-after.js'
import { saying } from './people-file.js'

function plan(rows: readonly Row[]) {
  return planImport(rows, futureCompany('Acme'), NOBODY)
}

describe('a row is rejected', () => {
  it.each<[why: string, code: string, first: Row, second: Row, says: string]>([
    [
      'for a second team of one person',
      'TWO_TEAMS',
      row(2, 'Anna', { department: 'Sales' }),
      row(3, 'Anna', { team: 'Rome' }),
      '“Anna” is in “Oslo” of “Sales” in line 2 and in “Rome” in line 3',
    ],
    [
      'for a second lead of one team',
      'TWO_LEADS',
      row(2, 'Anna', { lead: 'Bo' }),
      row(3, 'Cid', { lead: 'Dan' }),
      '“Oslo” is led by “Bo” in line 2 and by “Dan” in line 3',
    ],
    [
      'for an e-mail address of somebody else',
      'EMAIL_OF_ANOTHER',
      row(2, 'Anna', { email: 'a@b.example' }),
      row(3, 'Bo', { email: 'a@b.example' }),
      'a@b.example is “Anna” in line 2 and “Bo” here',
    ],
    [
      'for a name that gives no address',
      'EMAIL_NOT_DERIVABLE',
      row(2, 'Anna'),
      row(3, '???'),
      'the name “???”',
    ],
    [
      'for a lead whose address is none',
      'INVALID_EMAIL',
      row(2, 'Anna'),
      row(3, 'Bo', { lead: 'bo@' }),
      'Found “bo@”',
    ],
  ])('%s', (_why, code, first, second, says) => {
    const { rows, counts, people } = plan([first, second])
    expect(rows.map(({ status }) => status)).toEqual(['CREATED', 'REJECTED'])
    expect(rows[1]!.error).toMatchObject({ code, line: 3, reason: saying(says) })
    expect(counts.rows.REJECTED).toBe(1)
    expect(people.map(({ name }) => name)).not.toContain('Cid')
  })

  it('for a lead of a name that two people have', () => {
    const twins = ['a@b.example', 'c@d.example'].map((email, index) => row(index + 2, 'Anna', { email }))
    expect(statuses(plan([...twins, row(4, 'Bo', { lead: 'Anna' })]))).toEqual([
      'CREATED',
      'CREATED',
      'REJECTED AMBIGUOUS_LEAD',
    ])
    expect(statuses(plan([...twins, row(4, 'Bo', { lead: 'c@d.example' })]))).toEqual([
      'CREATED',
      'CREATED',
      'CREATED',
    ])
  })

  it('and leaves nothing behind: no department, no team, no lead', () => {
    const bad = new ImportError('EMPTY_CELL', 'empty', { line: 2 })
    const { nodes, grants } = plan([
      bad,
      row(3, 'Anna'),
      row(4, 'Anna', { department: 'Ghost', team: 'Ghost', lead: 'Ghost' }),
    ])
    expect(nodes.map(({ name }) => name)).toEqual(['Oslo'])
    expect(grants.map(({ role }) => role)).toEqual(['ADMIN'])
  })
})
