import { MAX_ROWS, readPeople } from '../../../server/import/read-people.js'
import { people, refusal, saying } from './people-file.js'

describe('a file is refused as a whole', () => {
  const cases: [why: string, code: string, content: string[] | Buffer, says: string][] = [
    ['when it is empty', 'EMPTY_FILE', Buffer.alloc(0), 'holds nothing'],
    ['when it has a header only', 'NO_ROWS', ['name,team'], 'a header and no people'],
    ['when its delimiter is a semicolon', 'WRONG_DELIMITER', ['name;team', 'Anna;Oslo'], '--delimiter ";"'],
    ['when its delimiter is a tab', 'WRONG_DELIMITER', ['name\tteam', 'Anna\tOslo'], '--delimiter "tab"'],
    ['when its delimiter is a bar', 'WRONG_DELIMITER', ['name|team', 'Anna|Oslo'], '--delimiter "|"'],
    ['when a header stands twice', 'DUPLICATE_HEADER', ['Name,team,name', 'Anna,Oslo,Bo'], '“name” twice'],
    [
      'when the header is not UTF-8',
      'NOT_UTF8',
      Buffer.from('name,équipe\nAnna,Oslo\n', 'latin1'),
      'Save the file as UTF-8',
    ],
    [
      'when a quote is not closed',
      'UNBALANCED_QUOTE',
      ['name,team', 'Anna,Oslo', '"Bo,Oslo', 'Cid,Oslo'],
      'Line 3: ',
    ],
    ['when a quote stands inside a cell', 'UNBALANCED_QUOTE', ['name,team', 'An"na,Oslo'], 'Line 2: '],
    ['when text follows a quote', 'UNBALANCED_QUOTE', ['name,team', '"Anna" Berg,Oslo'], 'Line 2: '],
    [
      'when a quote swallows the file',
      'UNBALANCED_QUOTE',
      ['name,team', `"${'Anna,Oslo\n'.repeat(9_999)}`],
      'Line 2: ',
    ],
    [
      'without a column of people',
      'MISSING_COLUMN',
      ['who,team', 'Anna,Oslo'],
      'are “who”, “team”. Name one with --member-column',
    ],
    [
      'without teams and leads',
      'MISSING_COLUMN',
      ['name,place', 'Anna,Oslo'],
      '--team-column or --lead-column',
    ],
  ]
  it.each(cases)('%s', async (_why, code, content, says) => {
    const { message, ...error } = await refusal(readPeople(people(content)))
    expect(error.code).toBe(code)
    expect(message).toContain(says)
  })

  it('when there is no such file, or it is a folder', async () => {
    const missing = await refusal(readPeople(people([], { path: '/nowhere/people.csv' })))
    expect(missing).toMatchObject({
      code: 'FILE_UNUSABLE',
      message: saying('/nowhere/people.csv'),
    })
    expect(await refusal(readPeople(people([], { path: '/' })))).toMatchObject({ code: 'FILE_UNUSABLE' })
  })

  it('when a column that was named is not there', async () => {
    const error = await refusal(
      readPeople(people(['name,team', 'Anna,Oslo'], { columns: { email: 'mail' } })),
    )
    expect(error).toMatchObject({
      code: 'MISSING_COLUMN',
      reason: 'there is no column “mail”. The columns are “name”, “team”. Name one with --email-column.',
    })
  })

  it(`when it has more than ${MAX_ROWS} rows`, async () => {
    const rows = Array.from({ length: MAX_ROWS + 1 }, () => 'A,B')
    expect(await refusal(readPeople(people(['name,team', ...rows])))).toMatchObject({
      code: 'TOO_MANY_ROWS',
      line: MAX_ROWS + 2,
    })
  })
})
