import type { DataSource } from 'typeorm'
import { refusal, saying } from '../../unit/import/people-file.js'
import { rowsOf } from '../../support/rows.js'
import { countedIn, HEADER, importingActivities, mappingOf } from './activities-world.js'
import { companiesNamed, importing, openTestDatabase } from './import-world.js'

const PEOPLE = ['name,department,team', 'Anna,Sales,Oslo', 'Bo,Sales,Rome', 'Cid,,Labs']
const ROWS = [
  HEADER,
  'Anna,call,,2026-02-01,1',
  'anna,deal,10.50,2026-02-02,2',
  'Bo,call,,2026-02-03,3',
  'Cid,deal,4,2026-02-04,4',
]
const COUNTED = [
  'Labs DEAL 1 4',
  'Oslo CALL 1 0',
  'Oslo DEAL 1 10.5',
  'Rome CALL 1 0',
  'Sales CALL 2 0',
  'Sales DEAL 1 10.5',
]

let database: DataSource
let company: { readonly name: string }
let id: string
let made = 0

beforeAll(async () => {
  database = await openTestDatabase()
})

beforeEach(async () => {
  company = { name: `Mistaken ${(made += 1)}` }
  await importing(database, PEOPLE, { company: company.name, founded: '2026-01-01' })
  id = (await companiesNamed(database, company.name))[0]!.id
})

afterAll(() => database.destroy())

/** Below the company, whose sums are those of its parts. */
async function counted(): Promise<string[]> {
  return (await countedIn(database, id)).filter((line) => !line.startsWith(company.name))
}

describe('files of activities with mistakes', () => {
  const BAD = [
    ...ROWS,
    'Anna,call,,2026-02-30,5',
    'Anna,deal,ten,2026-02-03,6',
    'Anna,deal,,2026-02-03,7',
    'Anna,visit,,2026-02-03,8',
    'Anna,call,,2025-02-03,9',
    'Anna,call,2026-02-03,10',
    'Bo,call,,2026-02-03,1',
    ',call,,2026-02-03,11',
  ]

  it('name file, line, column and what to do, and nothing is written', async () => {
    const before = await rowsOf(database, id)
    const { survey, isAccepted } = await importingActivities(database, mappingOf(BAD), { company })
    expect(isAccepted).toBe(false)
    expect(survey.errors.map(({ code, line, column }) => `${line} ${code} ${column ?? ''}`)).toEqual([
      '6 BAD_DATE day',
      '7 BAD_NUMBER worth',
      '8 EMPTY_CELL worth',
      '9 NO_RULE ',
      '10 BAD_DATE day',
      '11 WRONG_FIELD_COUNT ',
      '12 SAME_ID ',
      '13 EMPTY_CELL who',
    ])
    expect(survey.errors[0]!.message).toMatch(
      /^people-\d+\.csv, line 6: day is “2026-02-30”; expected a date written as yyyy-MM-dd\./,
    )
    expect(survey.errors[4]!.message).toContain('2026-01-01T00:00:00.000Z, when the company began')
    expect(await rowsOf(database, id)).toEqual(before)
  })

  it('are imported without those rows when that is wanted', async () => {
    const order = { company, skipInvalid: true }
    const { isAccepted } = await importingActivities(database, mappingOf(BAD), order)
    expect(isAccepted).toBe(true)
    expect(await counted()).toEqual(COUNTED)
  })

  it.each([
    [
      'MISSING_COLUMN',
      ['who,what,worth,id', 'Anna,call,,1'],
      {},
      'the mapping speaks of “day”. The columns are “who”',
    ],
    ['WRONG_DELIMITER', [HEADER.replaceAll(',', ';')], {}, 'in the mapping: "delimiter": ";"'],
    ['EMPTY_FILE', [], {}, 'it holds nothing'],
    ['UNBALANCED_QUOTE', [HEADER, 'Anna,"call,,2026-02-03,1'], {}, 'line 2: a quote is opened'],
    ['FILE_UNUSABLE', ROWS, { file: { file: 'gone.csv' } }, 'gone.csv cannot be read'],
    [
      'UNKNOWN_TYPE',
      ROWS,
      { mapping: { activityTypes: [] } },
      'files.0.rows.0.type: there is no activity type CALL',
    ],
  ])('are refused as a whole: %s', async (code, lines, changes, message) => {
    const before = await rowsOf(database, id)
    const refused = await refusal(importingActivities(database, mappingOf(lines, changes), { company }))
    expect(refused).toMatchObject({ code, message: saying(message) })
    expect(await rowsOf(database, id)).toEqual(before)
  })

  it('are refused for a type that is archived, and for a company that is not there', async () => {
    await importingActivities(database, mappingOf(ROWS), { company })
    await database.query(
      `UPDATE activity_type SET status = 'ARCHIVED' WHERE company_id = $1 AND key = 'DEAL'`,
      [id],
    )
    await database.query(`UPDATE company SET config_version = config_version + 1 WHERE company_id = $1`, [id])
    expect(await refusal(importingActivities(database, mappingOf(ROWS), { company }))).toMatchObject({
      code: 'ARCHIVED_TYPE',
      message: saying('activityTypes.1.key: DEAL is archived'),
    })
    const nowhere = importingActivities(database, mappingOf(ROWS), { company: { name: 'Nowhere' } })
    expect(await refusal(nowhere)).toMatchObject({ code: 'COMPANY_MISSING', message: saying('--org') })
  })
})
