import { slugOf } from '../../../server/import/address-book.js'
import { planImport } from '../../../server/import/plan-import.js'
import type { PersonRow } from '../../../server/import/person-row.js'
import { futureCompany } from '../../../server/import/present-company.js'
import { companyAfter, NOBODY, row } from './company-after.js'

function emails(rows: readonly PersonRow[], present = futureCompany('Acme')): string[] {
  return planImport(rows, present, NOBODY).rows.map(({ email }) => email)
}

function named(...names: string[]): PersonRow[] {
  return names.map((name, index) => row(index + 2, name))
}

describe('an e-mail address made from a name', () => {
  it.each([
    ['Anna Berg', 'anna.berg'],
    ["Søren O'Brien-Łącki", 'soren.o.brien.lacki'],
    ['Großmann, Jürgen', 'grossmann.jurgen'],
    ['李 明', '李.明'],
    ['Дарья Ким', 'дарья.ким'],
  ])('%s gives %s', (name, local) => {
    expect(emails(named(name))).toEqual([`${local}@acme.example`])
  })

  it('is at the domain that was asked for', () => {
    const { rows } = planImport(named('Anna'), futureCompany('Acme'), { ...NOBODY, emailDomain: 'acme.test' })
    expect(rows[0]!.email).toBe('anna@acme.test')
  })

  it('gets a number for each further person, who keeps it in whatever order the file comes', () => {
    const first = named('José Paz', 'Jose Paz', 'JOSÉ PAZ')
    expect(emails(first)).toEqual([
      'jose.paz@acme.example',
      'jose.paz.2@acme.example',
      'jose.paz@acme.example',
    ])
    const present = companyAfter(planImport(first, futureCompany('Acme'), NOBODY))
    expect(emails(named('Jose Paz', 'Jöse Paz', 'José Paz'), present)).toEqual(
      ['.2', '.3', ''].map((number) => `jose.paz${number}@acme.example`),
    )
  })

  it('is not that of somebody else in the company or in the file', () => {
    const anna = row(2, 'Anna Berg', { email: 'bo@acme.example' })
    expect(emails([anna, row(3, 'Bo')])).toEqual(['bo@acme.example', 'bo.2@acme.example'])
    const present = companyAfter(planImport([anna], futureCompany('Acme'), NOBODY))
    expect(emails(named('Bo'), present)).toEqual(['bo.2@acme.example'])
  })
})

describe('a person with an e-mail address', () => {
  it('is known by it, whatever the name, and keeps the name', () => {
    const anna = row(2, 'Anna Berg', { email: 'anna@mail.example' })
    const present = companyAfter(planImport([anna], futureCompany('Acme'), NOBODY))
    const { rows, people } = planImport([{ ...anna, member: 'Anna Dahl' }], present, NOBODY)
    expect(rows[0]).toMatchObject({ status: 'UNCHANGED', reason: 'known as “Anna Berg”' })
    expect(people).toEqual([])
  })
})

describe('the company admin', () => {
  const order = (name: string | null, email: string | null) => ({ emailDomain: null, admin: { name, email } })

  it('is who was asked for, a person of the file or somebody new', () => {
    const rows = [row(2, 'Anna', { email: 'anna@mail.example' })]
    const both = [order(null, 'anna@mail.example'), order('Ada', 'ada@mail.example')]
    const plans = both.map((options) => planImport(rows, futureCompany('Acme'), options))
    expect(plans.map(({ people }) => people.map(({ name }) => name))).toEqual([['Anna'], ['Ada', 'Anna']])
    expect(plans.map(({ admin }) => admin.email)).toEqual(['anna@mail.example', 'ada@mail.example'])
  })

  it('stays who it is, and nobody is made admin beside', () => {
    const present = companyAfter(
      planImport(named('Bo'), futureCompany('Acme'), order('Ada', 'ada@mail.example')),
    )
    const { admin, grants } = planImport(named('Bo'), present, NOBODY)
    expect({ admin, grants }).toEqual({ admin: { email: 'ada@mail.example', isNew: false }, grants: [] })
  })

  it('is never somebody whose address merely looks like it', () => {
    expect(emails(named('Admin'))).toEqual(['admin.2@acme.example'])
    const bo = row(2, 'Bo', { email: 'admin@acme.example' })
    expect(() => planImport([bo], futureCompany('Acme'), NOBODY)).toThrow(
      'admin@acme.example belongs to “Bo”. Name somebody with --admin-email.',
    )
  })

  it('is never somebody who cannot sign in', () => {
    const gone = { id: '1', name: 'Ada', isActive: false, teamId: null }
    const present = { ...futureCompany('Acme'), people: new Map([['ada@mail.example', gone]]) }
    expect(() => planImport(named('Bo'), present, order(null, 'ada@mail.example'))).toThrow(
      'ada@mail.example is deactivated',
    )
  })
})

it.each([
  ['CRM Hardware', 'crm-hardware'],
  ['Ærø & Søn A/S', 'aero-son-a-s'],
  ['株式会社', 'company'],
])('the domain of %s begins with %s', (name, slug) => expect(slugOf(name)).toBe(slug))
