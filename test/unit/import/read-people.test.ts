import { readPeople } from '../../../server/import/read-people.js'
import { people, read, verdicts, saying } from './people-file.js'

describe('a file of people', () => {
  it('is read by the names of its columns, in whatever order they stand', async () => {
    const rows = await read([
      'Team,E-Mail,Name,Department,Manager',
      'Oslo,ANNA@acme.example,Anna Berg,Sales,Bo Dahl',
    ])
    expect(rows).toEqual([
      {
        line: 2,
        member: 'Anna Berg',
        email: 'anna@acme.example',
        department: 'Sales',
        team: 'Oslo',
        lead: 'Bo Dahl',
      },
    ])
  })

  it('gives each lead a team when it has no column of teams', async () => {
    const rows = await read(['sales_agent,manager,regional_office', 'Anna,Bo Dahl,Central'])
    expect(rows).toMatchObject([
      { member: 'Anna', department: 'Central', team: 'Team Bo Dahl', lead: 'Bo Dahl' },
    ])
  })

  it('may come from Windows: byte order mark, CRLF, quotes, line breaks and quotes inside quotes', async () => {
    const text =
      '\uFEFFname,team,note\r\n"Berg, ""Ann""",Oslo,\r\n\r\nBo,Oslo,"one\r\ntwo"\r\n ,,\r\nCid,"Os\nlo",'
    const rows = await readPeople(people(Buffer.from(text)))
    expect(verdicts(rows)).toEqual(['ok', 'ok', 'INVALID_NAME 7'])
    expect(rows).toMatchObject([
      { line: 2, member: 'Berg, "Ann"' },
      { line: 4, team: 'Oslo' },
      { line: 7, column: 'team', reason: saying('control characters') },
    ])
  })

  it('may leave out departments, leads and e-mail addresses, as a column or in a cell', async () => {
    expect(await read(['name,team', 'Anna,Oslo'])).toMatchObject([
      { department: null, lead: null, email: null },
    ])
    expect(await read(['name,team,manager,region,email', 'Anna,Oslo,,,'])).toMatchObject([
      { department: null, lead: null, email: null },
    ])
  })

  it('calls teams as it is told', async () => {
    const rows = await read(['name,team', 'Anna,$& Oslo'], { teamName: 'The {team} team' })
    expect(rows).toMatchObject([{ team: 'The $& Oslo team' }])
  })

  it('names every bad row by line and code, and reads the others', async () => {
    const long = 'x'.repeat(121)
    const rows = await readPeople(
      people([
        'name,team,email',
        'Anna,Oslo,a@b.example',
        ',Oslo,',
        'Bo,,',
        `${long},Oslo,`,
        'Cid,Oslo,cid',
        'Dan,Oslo',
        'Eva,a,b,c',
        'Flo,Oslo,',
      ]),
    )
    expect(verdicts(rows)).toEqual([
      'ok',
      'EMPTY_CELL 3',
      'EMPTY_CELL 4',
      'INVALID_NAME 5',
      'INVALID_EMAIL 6',
      'WRONG_FIELD_COUNT 7',
      'WRONG_FIELD_COUNT 8',
      'ok',
    ])
    expect(rows[1]).toMatchObject({
      column: 'name',
      message: 'Line 3: name is empty: every row needs a member. Fill it in or remove the row.',
    })
    expect(rows[4]).toMatchObject({
      column: 'email',
      reason: saying('expected name@domain. Found “cid”.'),
    })
    expect(rows[5]).toMatchObject({
      reason: saying('expected 3 cells as in the header, found 2'),
    })
  })

  it('names the row that is not UTF-8', async () => {
    const rows = await readPeople(people(Buffer.from('name,team\nAnna,Oslo\nMüller,Oslo\n', 'latin1')))
    expect(verdicts(rows)).toEqual(['ok', 'NOT_UTF8 3'])
  })
})
