import { refusal, saying } from '../../unit/import/people-file.js'
import { COUNTED, HEADER, inImportedCompany, mappingOf, ROWS } from './activities-world.js'

const here = inImportedCompany('Mistaken')

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
    const before = await here.rows()
    const { survey, isAccepted } = await here.imports(mappingOf(BAD))
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
    expect(await here.rows()).toEqual(before)
  })

  it('are imported without those rows when that is wanted', async () => {
    const order = { skipInvalid: true }
    const { isAccepted } = await here.imports(mappingOf(BAD), order)
    expect(isAccepted).toBe(true)
    expect(await here.counted()).toEqual(COUNTED)
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
    const before = await here.rows()
    const refused = await refusal(here.imports(mappingOf(lines, changes)))
    expect(refused).toMatchObject({ code, message: saying(message) })
    expect(await here.rows()).toEqual(before)
  })

  it('are refused for a type that is archived, and for a company that is not there', async () => {
    await here.imports(mappingOf(ROWS))
    await here.database.query(
      `UPDATE activity_type SET status = 'ARCHIVED' WHERE company_id = $1 AND key = 'DEAL'`,
      [here.id],
    )
    await here.database.query(
      `UPDATE company SET config_version = config_version + 1 WHERE company_id = $1`,
      [here.id],
    )
    expect(await refusal(here.imports(mappingOf(ROWS)))).toMatchObject({
      code: 'ARCHIVED_TYPE',
      message: saying('activityTypes.1.key: DEAL is archived'),
    })
    const nowhere = here.imports(mappingOf(ROWS), { company: { name: 'Nowhere' } })
    expect(await refusal(nowhere)).toMatchObject({ code: 'COMPANY_MISSING', message: saying('--org') })
  })
})
