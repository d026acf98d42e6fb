import fc from 'fast-check'
import type { Row } from '../../../server/import/person-row.js'
import { planImport } from '../../../server/import/plan-import.js'
import { futureCompany } from '../../../server/import/present-company.js'
import { companyAfter, NOBODY, row } from './company-after.js'

const ACME = futureCompany('Acme')

function plan(rows: readonly Row[], present = ACME) {
  return planImport(rows, present, NOBODY)
}

describe('the plan of an import', () => {
  it('creates departments, teams, members and leads, and an admin who can look at them', () => {
    const { nodes, people, seats, grants, counts, admin } = plan([
      row(2, 'Anna', { department: 'Sales', lead: 'Bo' }),
      row(3, 'Cid', { department: 'sales', team: 'OSLO', lead: 'bo' }),
      row(4, 'Dan', { team: 'Labs' }),
    ])
    expect(nodes.map(({ level, name }) => `${level} ${name}`)).toEqual([
      'DEPARTMENT Sales',
      'TEAM Oslo',
      'TEAM Labs',
    ])
    expect(people.map(({ email }) => email)).toEqual(
      ['admin', 'bo', 'anna', 'cid', 'dan'].map((name) => `${name}@acme.example`),
    )
    expect(seats).toHaveLength(3)
    expect(grants.map(({ email, role }) => `${email} ${role}`)).toEqual([
      'bo@acme.example MANAGER',
      'admin@acme.example ADMIN',
    ])
    expect(admin).toEqual({ email: 'admin@acme.example', isNew: true })
    expect(counts).toEqual({
      departments: { created: 1, unchanged: 0 },
      teams: { created: 2, unchanged: 0 },
      people: { created: 3, moved: 0, unchanged: 0 },
      leads: { created: 1, unchanged: 0 },
      rows: { CREATED: 3, MOVED: 0, UNCHANGED: 0, DUPLICATE: 0, REJECTED: 0 },
    })
  })

  it('takes a team of the same name under another department for another team', () => {
    const { nodes } = plan([
      row(2, 'Anna', { department: 'North' }),
      row(3, 'Bo', { department: 'South' }),
      row(4, 'Cid'),
    ])
    expect(nodes.filter(({ level }) => level === 'TEAM')).toHaveLength(3)
  })

  it('moves people who are in another team, and says where they were', () => {
    const present = companyAfter(plan([row(2, 'Anna'), row(3, 'Bo', { lead: 'Cid' })]))
    const moved = plan([row(2, 'Anna', { team: 'Rome' }), row(3, 'Bo'), row(4, 'Cid')], present)
    expect(moved.rows.map(({ status, reason }) => `${status} ${reason}`)).toEqual([
      'MOVED was in “Oslo”',
      'UNCHANGED ',
      'MOVED was in no team',
    ])
    expect(moved.people).toEqual([])
  })

  it('tells a row that says the same again, and leaves it out', () => {
    const { rows, seats } = plan([row(2, 'Anna'), row(3, 'ANNA')])
    expect(rows[1]).toMatchObject({ status: 'DUPLICATE', reason: 'says the same as line 2' })
    expect(seats).toHaveLength(1)
  })

  it('lets a team be led by one of its members', () => {
    const { people } = plan([row(2, 'Anna', { email: 'anna@mail.example', lead: 'Anna' })])
    expect(people.map(({ email }) => email)).toEqual(['admin@acme.example', 'anna@mail.example'])
  })

  it('refuses more departments and teams than a company may have', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) =>
      row(index + 2, `P${index}`, { team: `T${index}` }),
    )
    expect(() => plan(rows)).toThrow('at most 10000 nodes, itself included; this would make 10001')
  })
})

describe('any file', () => {
  const word = fc.constantFrom('Anna', 'ANNA', 'Ánna', 'Bo', 'admin', 'Admin', 'Cid', '???')
  const rows = fc.array(
    fc.record({
      member: word,
      email: fc.option(fc.constantFrom('a@b.example', 'anna@acme.example', 'bo@acme.example')),
      department: fc.option(fc.constantFrom('North', 'north', 'South')),
      team: fc.constantFrom('Oslo', 'oslo', 'Rome'),
      lead: fc.option(word),
    }),
    { maxLength: 12 },
  )

  it('imported again changes nothing', () => {
    fc.assert(
      fc.property(rows, rows, (earlier, later) => {
        const numbered = (list: typeof earlier) =>
          list.map((fields, index) => ({ ...fields, line: index + 2 }))
        const before = companyAfter(plan(numbered(earlier)))
        const again = plan(numbered(later), companyAfter(plan(numbered(later), before), before))
        expect([again.nodes, again.people, again.seats, again.grants]).toEqual([[], [], [], []])
        expect(again.counts.rows).toMatchObject({ CREATED: 0, MOVED: 0 })
      }),
      { numRuns: 500 },
    )
  })
})
