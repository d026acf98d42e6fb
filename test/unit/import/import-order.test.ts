import { importOrder, type Flags } from '../../../server/import/import-order.js'
import { readMapping, type Mapping } from '../../../server/import/mapping-file.js'
import { fileOf, refusal, saying } from './people-file.js'

const MAPPING: Mapping = {
  company: 'Acme',
  delimiter: ';',
  columns: { team: 'Gruppe', member: 'Wer' },
  teamName: 'Team {team}',
  emailDomain: 'acme.example',
  admin: { name: 'Ada', email: 'ada@acme.example' },
}

describe('an import is ordered', () => {
  it('by flags alone', () => {
    expect(importOrder({ org: 'people.csv', company: ' Acme ' }, {})).toEqual({
      file: { path: 'people.csv', delimiter: ',', columns: {}, teamName: null },
      company: { name: 'Acme' },
      founded: null,
      emailDomain: null,
      admin: { name: null, email: null },
      dryRun: false,
      skipInvalid: false,
    })
  })

  it('by a mapping, over which flags win one by one', async () => {
    const mapping = await readMapping(fileOf([JSON.stringify(MAPPING)]))
    expect(mapping).toEqual(MAPPING)
    const flags = {
      org: 'people.csv',
      delimiter: 'tab',
      teamColumn: 'Squad',
      adminEmail: 'BO@acme.example',
      dryRun: true,
    }
    expect(importOrder(flags, mapping)).toMatchObject({
      file: { delimiter: '\t', columns: { team: 'Squad', member: 'Wer' }, teamName: 'Team {team}' },
      company: { name: 'Acme' },
      emailDomain: 'acme.example',
      admin: { name: 'Ada', email: 'bo@acme.example' },
      dryRun: true,
    })
  })

  it('for a company that has a past', () => {
    const order = (flags: object, mapping: Mapping) => importOrder({ org: 'people.csv', ...flags }, mapping)
    const founded = new Date('2016-02-29T00:00:00.000Z')
    expect(order({ company: 'Acme', founded: '2016-02-29' }, {})).toMatchObject({ founded })
    expect(order({}, { company: 'Acme', founded: '2016-02-29' })).toMatchObject({ founded })
  })

  it.each<[says: string, flags: Partial<Flags>]>([
    ['--founded: expected a day of the past', { founded: '2999-01-01' }],
    ['--founded: expected a day of the past', { founded: '2017-02-29' }],
    ['--founded: expected a day of the past', { founded: 'March' }],
    ['--company "Name"', { company: undefined }],
    ['--delimiter: expected one character', { delimiter: ';;' }],
    ['--delimiter: expected one character', { delimiter: 'a' }],
    ['--team-name: expected a text with {team} in it', { teamName: 'Team' }],
    ['--admin-email is not an e-mail address', { adminEmail: 'ada' }],
    ['--email-domain is not an e-mail address', { emailDomain: 'a b' }],
    ['--company is empty', { company: ' ' }],
  ])('and refused, saying %s', async (says, flags) => {
    const order = async () => importOrder({ org: 'people.csv', company: 'Acme', ...flags }, {})
    expect(await refusal(order())).toMatchObject({
      code: 'BAD_OPTION',
      message: saying(says),
    })
  })

  it.each([
    ['no JSON', '{', 'is not JSON'],
    ['unknown settings', '{"columns": {"who": "x"}}', 'columns: Unrecognized key: "who"'],
    ['settings of the wrong kind', '{"company": 1}', 'company: Invalid input: expected string'],
  ])('but not by a mapping with %s', async (_what, text, says) => {
    const error = await refusal(readMapping(fileOf([text])))
    expect(error).toMatchObject({ code: 'BAD_MAPPING', message: saying(says) })
  })

  it('but not by a mapping that is not there', async () => {
    expect(await refusal(readMapping('/nowhere.json'))).toMatchObject({ code: 'FILE_UNUSABLE' })
  })
})
