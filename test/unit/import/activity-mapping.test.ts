import { readActivityMapping } from '../../../server/import/activities/activity-mapping.js'
import { fileOf, refusal } from './people-file.js'

const RULE = {
  type: 'CALL',
  person: { column: 'who', kind: 'name' },
  occurredAt: { column: 'day' },
  externalId: '{id}',
}

function mapping(changes: object = {}, rule: object = {}) {
  const files = [{ file: 'calls.csv', rows: [{ ...RULE, ...rule }] }]
  return readActivityMapping(fileOf([JSON.stringify({ source: 'crm', files, ...changes })]))
}

/** The mistakes told of, without the file. */
async function mistakes(changes: object, rule?: object): Promise<string[]> {
  const { code, message } = await refusal(mapping(changes, rule))
  expect(code).toBe('BAD_MAPPING')
  return message.split('\n  ').slice(1)
}

describe('a mapping of activities', () => {
  it('needs no more than a source, a file, and what to make of its rows', async () => {
    expect(await mapping()).toMatchObject({
      source: 'crm',
      activityTypes: [],
      metrics: [],
      files: [
        { delimiter: ',', replace: {}, rows: [{ occurredAt: { format: 'yyyy-MM-dd', timeOfDay: '12:00' } }] },
      ],
    })
  })

  it('is told all its mistakes at once, each with its place', async () => {
    const told = await mistakes(
      {
        source: '',
        activityTypes: [
          { key: 'CALL', name: 'Call' },
          { key: 'CALL', name: 'Ring' },
          { key: 'call', name: 'x'.repeat(500) },
        ],
        metrics: [{ key: 'CALLS', name: 'Calls', unit: 'calls', formula: { kind: 'MEDIAN' } }],
        surprise: 1,
      },
      {
        type: undefined,
        person: { column: 'who', kind: 'nickname' },
        occurredAt: { column: 'day', format: 'dd.MM', timeOfDay: '24:00', timeZone: 'Moon/Crater' },
        externalId: 'always the same',
        quantity: 2,
      },
    )
    expect(told.map((line) => line.split(': ')[0])).toEqual([
      'source',
      'activityTypes.2.key',
      'activityTypes.2.name',
      'activityTypes.1.key',
      'metrics.0.formula.kind',
      'files.0.rows.0.type',
      'files.0.rows.0.person.kind',
      'files.0.rows.0.quantity',
      'files.0.rows.0.occurredAt.format',
      'files.0.rows.0.occurredAt.timeOfDay',
      'files.0.rows.0.occurredAt.timeZone',
      'files.0.rows.0.externalId',
      'the mapping',
    ])
    expect(told).toContain(
      'files.0.rows.0.occurredAt.format: expected yyyy, MM or M, dd or d, once each, and HH, mm, ss if need be, such as "dd.MM.yyyy", or "instant"',
    )
  })

  it('has each key once', async () => {
    const call = { key: 'CALL', name: 'Call' }
    expect(await mistakes({ activityTypes: [call, call] })).toEqual([
      'activityTypes.1.key: CALL is there twice; remove one',
    ])
  })

  it.each([
    [
      { column: 'what', startsWith: 'c' },
      'expected {"column": …} with one of equals, oneOf, empty, notEmpty; or',
    ],
    [{ column: 'what', equals: 'c', empty: true }, 'expected {"column": …} with one of'],
    ['what', 'expected {"column": …} with one of'],
    [{ equals: 'c' }, '.column: Invalid input: expected string'],
    [{ all: [{ column: 'what', oneOf: [] }] }, '.all.0.oneOf: Too small'],
    [{ not: { any: [{ column: 'what', like: 'c' }] } }, '.not.any.0: expected {"column": …} with one of'],
  ])('knows no condition such as %j', async (when, message) => {
    const [told, ...others] = await mistakes({}, { when })
    expect(told).toMatch(/^files\.0\.rows\.0\.when/)
    expect(told).toContain(message)
    expect(others).toEqual([])
  })
})
