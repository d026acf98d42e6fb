import { linkPerson } from '../../../server/features/activity/link-person.commands.js'
import { loadSystemContext } from '../../../server/features/org/company.commands.js'
import type { Outcome } from '../../../server/import/activities/listener.js'
import { activitiesText } from '../../../server/import/activities/activity-report.js'
import { refusal, saying } from '../../unit/import/people-file.js'
import {
  CALL,
  COUNTED,
  countedIn,
  DEAL,
  HEADER,
  inImportedCompany,
  mappingOf,
  ROWS,
} from './activities-world.js'
import { importing } from './import-world.js'

const here = inImportedCompany('Active')

describe('an import of activities', () => {
  it('counts what people did for their teams, and makes the types it needs', async () => {
    const { tally, setUp } = await here.imports(mappingOf(ROWS))
    expect(tally.byType.get('CALL')).toEqual({ CREATED: 2, UPDATED: 0, UNCHANGED: 0, REJECTED: 0 })
    expect(setUp.types.map(({ key }) => key)).toEqual(['CALL', 'DEAL'])
    expect(await here.counted()).toEqual(COUNTED)
  })

  it('changes nothing the second time: no row, no version, no audit entry', async () => {
    const mapping = mappingOf(ROWS)
    await here.imports(mapping)
    const before = await here.rows()
    const again = await here.imports(mapping)
    expect(activitiesText(again)).toContain(`for ${here.name}: nothing to do, it is all there.`)
    expect(await here.rows()).toEqual(before)
  })

  it('tells in a dry run what it would do, before and after, and writes nothing', async () => {
    const mapping = mappingOf([...ROWS, 'Zoe,call,,2026-02-05,5'])
    const before = await here.rows()
    const planned = await here.imports(mapping, { dryRun: true })
    expect(await here.rows()).toEqual(before)
    const { tally, people, setUp } = await here.imports(mapping)
    expect({ ...planned }).toMatchObject({ tally, people, setUp })

    const after = await here.rows()
    const again = await here.imports(mapping, { dryRun: true })
    expect(again.tally.byType.get('DEAL')).toMatchObject({ CREATED: 0, UNCHANGED: 2 })
    expect([...again.tally.keptAside]).toEqual([['Zoe', 1]])
    expect(await here.rows()).toEqual(after)
  })

  it('that dies in the middle keeps whole batches, and is completed by the same import', async () => {
    const calls = Array.from({ length: 1_200 }, (_, at) => `Bo,call,,2026-02-03,${at}`)
    const mapping = mappingOf([HEADER, ...calls])
    const onProgress = (step: string, done: number) => {
      if (step === 'logging' && done === 1_000) throw new Error('pulled the plug')
    }
    const dying = here.imports(mapping, {}, { onProgress })
    await expect(dying).rejects.toThrow('pulled the plug')
    expect(await here.counted()).toEqual(['Rome CALL 1000 0', 'Sales CALL 1000 0'])
    const { tally } = await here.imports(mapping)
    expect(tally.byType.get('CALL')).toMatchObject({ CREATED: 200, UNCHANGED: 1_000 })
    expect(await here.counted()).toEqual(['Rome CALL 1200 0', 'Sales CALL 1200 0'])
  })

  it('makes several activities of a row, by conditions, with what is meant for what is written', async () => {
    const both = {
      rows: [
        { ...CALL, when: { not: { column: 'worth', empty: true } }, externalId: '{id}:call' },
        { ...DEAL, externalId: '{id}:deal', label: { column: 'what' }, quantity: '2' },
      ],
      replace: { what: { 'a deal': 'deal' } },
      ignore: { column: 'what', oneOf: ['call'] },
    }
    const lines = [HEADER, 'Bo,a deal,3,2026-02-03,1', 'Bo,call,,2026-02-03,2']
    const { survey } = await here.imports(mappingOf(lines, { file: both }))
    expect(survey).toMatchObject({ rows: 2, ignored: 1, activities: 2 })
    expect(await here.counted()).toEqual([
      'Rome CALL 1 0',
      'Rome DEAL 2 3',
      'Sales CALL 1 0',
      'Sales DEAL 2 3',
    ])
  })

  it('is not waited for without end while somebody else changes the company', async () => {
    const busy = await here.database.transaction(async (manager) => {
      await manager.query('SELECT FROM company WHERE company_id = $1 FOR UPDATE', [here.id])
      return refusal(here.imports(mappingOf(ROWS)))
    })
    expect(busy).toMatchObject({ code: 'COMPANY_BUSY', message: saying('run the import again: it goes on') })
    await here.imports(mappingOf(ROWS))
    expect(await here.counted()).toEqual(COUNTED)
  })

  it('takes a row that is there twice once', async () => {
    const { survey } = await here.imports(mappingOf([...ROWS, ROWS[1]!]))
    expect(survey).toMatchObject({ repeated: 1, rejected: 0, activities: 4 })
    expect(await here.counted()).toEqual(COUNTED)
  })

  it('tells of what is there with other words, and leaves it as it is', async () => {
    await here.imports(mappingOf(ROWS))
    const outcomes: Outcome[] = []
    const listener = { onOutcome: (outcome: Outcome) => void outcomes.push(outcome) }
    const other = mappingOf([HEADER, 'Cid,deal,5,2026-02-04,4', 'Bo,call,,2026-02-05,6'])
    const { tally } = await here.imports(other, {}, listener)
    expect(tally.errors.map(({ message }) => message)).toEqual([saying('line 2: 4 of crm is activity')])
    expect(outcomes.map(({ line, status, code }) => `${line} ${status} ${code}`)).toEqual([
      '2 REJECTED SAME_ID',
      '3 CREATED ',
    ])
    expect(await here.counted()).toContain('Labs DEAL 1 4')
  })
})

describe('people whom nobody knows', () => {
  const MORE = [...ROWS, 'Zoe,call,,2026-02-05,5', 'Zoe,deal,7,2026-02-05,6']

  it('are kept aside with what they did, and named with how to link them', async () => {
    const result = await here.imports(mappingOf(MORE))
    expect(await here.counted()).toEqual(COUNTED)
    const text = activitiesText(result)
    expect(text).toContain('Kept aside and counted nowhere, of people whom nobody knows: 2 activities.')
    expect(text).toContain('  “Zoe”: 2\n')
    expect(text).toContain('linkPerson(input: { source: "crm", reference: "…", userId: "…" })')
  })

  it('are given what they did once they are of the company, by the same import', async () => {
    const mapping = mappingOf(MORE)
    await here.imports(mapping)
    await importing(here.database, ['name,department,team', 'Zoe,,Labs'], { company: here.name })
    const { tally, people } = await here.imports(mapping)
    expect([...people.links.keys()]).toEqual(['Zoe'])
    expect([...tally.keptAside]).toEqual([])
    // Nobody was in a team before being there: it counts for the company alone.
    expect(await here.counted()).toEqual(COUNTED)
    expect(await countedIn(here.database, here.id)).toContain(`${here.name} DEAL 3 21.5`)
  })

  it('may bear a name of several people, and are not guessed', async () => {
    const twice = ['name,team,email', 'Cid,Labs,cid@other.example']
    await importing(here.database, twice, { company: here.name })
    const result = await here.imports(mappingOf(ROWS))
    expect([...result.tally.keptAside]).toEqual([['Cid', 1]])
    expect(activitiesText(result)).toContain('“Cid”: 1, a name of several people')
  })

  it('are whom the company says they are, whatever their names', async () => {
    const ctx = (await loadSystemContext(here.database, here.id))!
    const [bo] = await here.database.query<[{ id: string }]>(
      `SELECT id FROM app_user WHERE company_id = $1 AND name = 'Bo'`,
      [here.id],
    )
    await linkPerson(ctx, { source: 'crm', reference: 'Cid', userId: bo.id })
    await here.imports(mappingOf(ROWS))
    expect(await here.counted()).toContain('Rome DEAL 1 4')
  })

  it('may be named by e-mail addresses, or by ids of the source', async () => {
    const named = (kind: string) => ({
      file: { rows: [{ ...CALL, when: undefined, person: { column: 'who', kind } }] },
    })
    const domain = `${here.name.toLowerCase().replace(' ', '-')}.example`
    const anna = `anna@${domain},call,,2026-02-03,1`
    const byEmail = mappingOf([HEADER, anna], named('email'))
    const planned = await here.imports(byEmail, { dryRun: true })
    expect([...planned.tally.keptAside]).toEqual([])
    await here.imports(byEmail)
    expect(await here.counted()).toEqual(['Oslo CALL 1 0', 'Sales CALL 1 0'])
    const byId = mappingOf([HEADER, 'Anna,call,,2026-02-03,2'], named('reference'))
    const { tally } = await here.imports(byId)
    expect([...tally.keptAside]).toEqual([['Anna', 1]])
  })
})
