import { batchesOf, statuses } from '../../support/activity-batches.js'
import {
  activityCompany,
  changeActivity,
  counted,
  deliver,
  viewer,
  type BatchAnswer,
} from '../../support/activity-company.js'
import { rowsOf } from '../../support/rows.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(activityCompany)

const { call, send } = batchesOf(world, acme)
const rows = () => rowsOf(world.database, acme.id)

describe('a batch', () => {
  it('is answered item by item, in order, and counts at once', async () => {
    const answer = await send([
      call({ externalId: '1', quantity: '2' }),
      call({ email: 'LON@acme.test', amount: '7' }),
      { ...call({ userId: viewer(acme, 'pia').userId }), email: null },
      { ...call({ personReference: ' Pia@acme.test ' }), email: null },
    ])
    expect(answer).toMatchObject({
      ...{ isWritten: true, userErrors: [] },
      results: [
        {
          status: 'CREATED',
          activity: { user: { name: 'Mia Member' }, source: 'crm', externalId: '1' },
          userErrors: [],
        },
        {
          status: 'CREATED',
          activity: { user: { name: 'Lon London' }, amount: '7', team: { name: 'LONDON' } },
        },
        { status: 'CREATED', activity: { user: { name: 'Pia Peer' } } },
        { status: 'CREATED', activity: { user: { name: 'Pia Peer' } }, isUnlinked: false },
      ],
    })
    expect(await counted(world, acme, 'OSLO')).toEqual(['CALL : 4/0'])
    expect(await counted(world, acme, 'SALES')).toEqual(['CALL : 5/7'])
  })

  it.each(['ada', 'lea'])('is answered at once as it is read afterwards, such as by %s', async (who) => {
    const items = [
      call({ externalId: '1', quantity: '2.50', amount: '-0.10', label: ' A  b ', note: ' c ' }),
      call({ externalId: '2', occurredAt: '2026-03-01T12:00:00.1234+01:00' }),
      call({ externalId: '2', occurredAt: '2026-03-01T12:00:00.1234+01:00' }),
    ]
    const [first, again] = [
      await send(items, {}, viewer(acme, who)),
      await send(items, {}, viewer(acme, who)),
    ]
    expect(statuses(first)).toEqual(['CREATED', 'CREATED', 'UNCHANGED'])
    expect(first.results[0]!.activity).toMatchObject({ quantity: '2.5', amount: '-0.1', label: 'A b' })
    expect(again.results.map(({ activity }) => activity)).toEqual(
      first.results.map(({ activity }) => activity),
    )
  })

  it('delivered again changes nothing, in whatever order and company it comes', async () => {
    const items = ['1', '2', '3'].map((externalId) => call({ externalId }))
    const first = await send(items)
    const before = await rows()
    const again = await send(items)
    expect(statuses(again)).toEqual(['UNCHANGED', 'UNCHANGED', 'UNCHANGED'])
    expect(again.results.map(({ activity }) => activity)).toEqual(
      first.results.map(({ activity }) => activity),
    )
    expect(await rows()).toEqual(before)
    expect(statuses(await send([items[2]!, call({ externalId: '4' }), items[0]!]))).toEqual([
      ...['UNCHANGED', 'CREATED', 'UNCHANGED'],
    ])
    const other = await activityCompany(world)
    const theirs = { ...items[0], activityTypeId: other.activityType('CALL') }
    expect(statuses(await deliver(world, other.admin, { items: [theirs] }))).toEqual(['CREATED'])
  })

  it('with other content under a known id leaves what there is, and says how to change it', async () => {
    const { results } = await send([call({ externalId: '1' })])
    const answer = await send([call({ externalId: '1', quantity: '2', email: 'pia@acme.test' })])
    expect(answer.results).toMatchObject([
      {
        status: 'REJECTED',
        activity: null,
        userErrors: [
          {
            code: 'DUPLICATE',
            path: ['items', '0', 'externalId'],
            message: `1 of crm is activity ${results[0]!.activity!.id} (version 1) already, with another quantity, person. To change it, use correctActivity; else send another externalId.`,
          },
        ],
      },
    ])
    expect(answer).toMatchObject({ isWritten: true, userErrors: [] })
    expect(await counted(world, acme, 'ACME')).toEqual(['CALL : 1/0'])
  })

  it('that holds an id twice takes the first of them', async () => {
    const answer = await send([
      call({ externalId: '1', quantity: '0' }),
      call({ externalId: '1' }),
      call({ externalId: ' 1 ' }),
      call({ externalId: '1', note: 'x' }),
    ])
    expect(statuses(answer)).toEqual(['REJECTED', 'CREATED', 'UNCHANGED', 'REJECTED'])
    expect(answer.results[2]!.activity!.id).toBe(answer.results[1]!.activity!.id)
    expect(answer.results[3]!.userErrors).toMatchObject([
      { code: 'DUPLICATE', path: ['items', '3', 'externalId'] },
    ])
    expect(await counted(world, acme, 'ACME')).toEqual(['CALL : 1/0'])
  })

  it('does not count again what was voided, nor undo a correction', async () => {
    const items = [call({ externalId: '1' }), call({ externalId: '2' })]
    const [one, two] = (await send(items)).results.map(({ activity }) => activity!)
    const change = (mutation: 'voidActivity' | 'correctActivity', id: string, rest = {}) =>
      changeActivity(world, acme.admin, mutation, { activityId: id, expectedVersion: 1, ...rest })
    await change('voidActivity', one!.id)
    await change('correctActivity', two!.id, { quantity: '5' })
    expect(statuses(await send(items))).toEqual(['UNCHANGED', 'REJECTED'])
    expect(await counted(world, acme, 'ACME')).toEqual(['CALL : 5/0'])
  })

  it('without items is nothing', async () => {
    const before = await rows()
    expect(await send([])).toMatchObject({ results: [], isWritten: true, userErrors: [] })
    expect(await rows()).toEqual(before)
  })
})

describe('an item that is wrong', () => {
  const wrong = () => [
    call(),
    call({ quantity: '0' }),
    call({ activityTypeId: acme.activityType('FAX') }),
    call({ userId: acme.admin.userId }),
    { ...call(), email: null },
    { ...call({ userId: '5b0a7f2e-52b0-4f0e-9d55-0d7a6c7a1b2c' }), email: null },
    call({ email: 'nia@acme.test' }),
    call({ email: 'not an address' }),
    call({ externalId: '1' }),
  ]
  const errorsAt = (answer: BatchAnswer) =>
    answer.results.flatMap(({ userErrors }) =>
      userErrors.map(({ code, path }) => `${code} ${path.join('.')}`),
    )
  const ERRORS = [
    ...[
      'INVALID items.1.quantity',
      'INVALID items.2.activityTypeId',
      'INVALID items.3.email',
      'INVALID items.4.userId',
    ],
    ...['NOT_FOUND items.5.userId', 'INVALID items.6.occurredAt', 'INVALID items.7.email'],
  ]

  it('is named, and the others are stored', async () => {
    const answer = await send(wrong())
    expect(errorsAt(answer)).toEqual(ERRORS)
    expect(answer).toMatchObject({ isWritten: true, userErrors: [] })
    expect(await counted(world, acme, 'ACME')).toEqual(['CALL : 2/0'])
  })

  it('keeps an ATOMIC batch from being written, and every item is answered for itself', async () => {
    const before = await rows()
    const answer = await send(wrong(), { mode: 'ATOMIC' })
    expect(errorsAt(answer)).toEqual(ERRORS)
    expect(answer.results[0]).toEqual({
      status: 'CREATED',
      isUnlinked: false,
      activity: null,
      userErrors: [],
    })
    expect(answer.isWritten).toBe(false)
    expect(answer.userErrors).toMatchObject([{ code: 'INVALID', path: ['items', '1', 'quantity'] }])
    expect(answer.userErrors[0]!.message).toMatch(
      /^Nothing was written: 7 of 9 items are rejected, and the batch is ATOMIC\. The first: quantity is 0;/,
    )
    expect(await rows()).toEqual(before)
  })

  it('an ATOMIC batch without one is written whole', async () => {
    expect(await send([call(), call()], { mode: 'ATOMIC' })).toMatchObject({
      isWritten: true,
      userErrors: [],
    })
    expect(await counted(world, acme, 'ACME')).toEqual(['CALL : 2/0'])
  })

  it.each(['ATOMIC', 'PER_ITEM'])('a dry run of %s answers the same and writes nothing', async (mode) => {
    await send([call({ externalId: '1' }), call({ externalId: '2', note: 'x' })])
    const items = [...wrong(), call({ externalId: '2' }), call({ personReference: 'Bob', email: null })]
    const before = await rows()
    const dry = await send(items, { mode, dryRun: true })
    expect(await rows()).toEqual(before)
    const wet = await send(items, { mode })
    expect(dry.isWritten).toBe(false)
    expect(statuses(dry)).toEqual(statuses(wet))
    expect(dry.userErrors).toEqual(wet.userErrors)
    const told = ({ results }: BatchAnswer) => results.map(({ activity: _, ...result }) => result)
    expect(told(dry)).toEqual(told(wet))
  })
})
