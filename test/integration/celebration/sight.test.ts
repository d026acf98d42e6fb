import { createClient, listCelebrations } from '../../../sdk/index.js'
import { moveUser, viewer } from '../../support/activity-company.js'
import { changeKey } from '../../support/api-key.js'
import { readCelebrations, settle, SHOWN_CELEBRATION } from '../../support/celebrations.js'
import { log, progressCompany, setTarget } from '../../support/progress-company.js'
import { codesOf, runDocument } from '../../support/run-document.js'
import { inAllTests } from '../../support/world.js'

const MARCH = '2026-03-02'
const PEOPLE = ['mia', 'pia', 'hal', 'lea', 'lon']

const { world, acme } = inAllTests(progressCompany)

// Everybody was to make two calls in March and did; so did their teams, and what is above.
beforeAll(async () => {
  await log(acme, ...[...PEOPLE, 'nia'].map((who) => [who, 'CALL', MARCH, '2'] as const))
  for (const who of [...PEOPLE, 'nia']) {
    const { userId } = viewer(acme, who)
    await setTarget(world, acme, 'CALLS', { from: MARCH, userId, amount: '2' })
  }
  await settle(acme)
})

const names = async (who: string, name: string) =>
  (await readCelebrations(world, viewer(acme, who), acme, name)).names

const OF_OSLO = ['OSLO', 'Lea', 'Mia Member', 'Pia']

describe('what was celebrated of a node and below', () => {
  it.each([
    ['mia', { ACME: OF_OSLO, OSLO: OF_OSLO, SALES: OF_OSLO, LONDON: null }],
    ['hal', { ACME: [...OF_OSLO, 'Hal'], OSLO: [...OF_OSLO, 'Hal'], LONDON: null }],
    ['lea', { ACME: [...OF_OSLO, 'Hal'], OSLO: [...OF_OSLO, 'Hal'], LONDON: null }],
    ['dan', { SALES: [...OF_OSLO, 'Hal', 'LONDON', 'Lon', 'SALES'], LONDON: ['LONDON', 'Lon'], LABS: null }],
    ['nia', { ACME: [], OSLO: null }],
    [
      'ada',
      { ACME: [...OF_OSLO, 'Hal', 'LONDON', 'Lon', 'SALES', 'ACME'], OSLO: [...OF_OSLO, 'Hal'], LABS: [] },
    ],
  ])('%s sees as far as the numbers go', async (who, expected) => {
    for (const [node, whose] of Object.entries(expected))
      expect([node, await names(who, node)]).toEqual([node, whose && [...whose].sort()])
  })
})

describe('what was celebrated of somebody', () => {
  it.each([
    ['mia', { mia: ['Mia Member'], pia: ['Pia'], lea: ['Lea'], hal: null, lon: null, nia: null }],
    ['hal', { mia: ['Mia Member'], hal: ['Hal'], lon: null }],
    ['lea', { pia: ['Pia'], hal: ['Hal'], lon: null }],
    ['dan', { pia: ['Pia'], hal: ['Hal'], lon: ['Lon'], nia: null }],
    ['lon', { lon: ['Lon'], mia: null, lea: null, dan: [] }],
    ['ada', { hal: ['Hal'], lon: ['Lon'], nia: [] }],
  ])('%s sees as far as the numbers go', async (who, expected) => {
    for (const [about, whose] of Object.entries(expected))
      expect([about, await names(who, about)]).toEqual([about, whose])
  })
})

describe('a celebration by its id', () => {
  const byId = `query ($id: ID!) { node(id: $id) { ... on Celebration { ...Shown } } } ${SHOWN_CELEBRATION}`
  const read = async (who: string, id: string) => (await world.run(viewer(acme, who), byId, { id })).text
  const idOf = async (whose: string) => {
    const { list } = await readCelebrations(world, acme.admin, acme, 'ACME')
    return list!.nodes.find(({ node, user }) => (node ?? user)?.name === whose)!.id
  }

  it('is read by who sees the number', async () => {
    expect(JSON.parse(await read('mia', await idOf('Pia')))).toMatchObject({
      data: {
        node: {
          ...{ actual: '2', target: '2', metric: { key: 'CALLS' }, period: { label: 'March 2026' } },
          ...{ reachedAt: '2026-03-31T22:00:00.000Z', withdrawnAt: null, node: null, user: { name: 'Pia' } },
        },
      },
    })
  })

  it('is for everybody else as an id that was never issued, byte for byte', async () => {
    const never = await read('mia', '5b0a7f2e-52b0-4f0e-9d55-0d7a6c7a1b2c')
    for (const whose of ['Hal', 'Lon', 'LONDON', 'SALES'])
      expect(await read('mia', await idOf(whose))).toBe(never)
  })
})

describe('who moves', () => {
  it('takes what was celebrated of them along', async () => {
    const other = await progressCompany(world)
    const { userId } = viewer(other, 'pia')
    await log(other, ['pia', 'CALL', MARCH, '2'])
    await setTarget(world, other, 'CALLS', { from: MARCH, userId, amount: '2' })
    await settle(other)
    const of = async (who: string, node: string) =>
      (await readCelebrations(world, viewer(other, who), other, node)).names
    expect(await of('lea', 'OSLO')).toEqual(['OSLO', 'Pia'])
    await moveUser(other, userId, other.node('LONDON'))
    expect(await of('lea', 'OSLO')).toEqual(['OSLO'])
    expect(await of('lon', 'LONDON')).toEqual(['Pia'])
    expect(await of('pia', 'LONDON')).toEqual(['Pia'])
  })
})

describe('an API key', () => {
  const ask = async (scopes: string[], document: string, nodeId?: string) => {
    const asked = { name: 'BI', scopes, ...(nodeId && { nodeId }) }
    const { secret } = await changeKey(world, acme.admin, 'createApiKey', asked)
    const variables = { id: acme.node('ACME') }
    return runDocument<{ orgNode: { celebrations: { nodes: object[]; totalCount: number } } } | null>(
      world.url,
      { document: `query ($id: ID!) { orgNode(id: $id) { ${document} } }`, variables, token: secret! },
    )
  }

  it('sees them with the scope to read numbers, those of its node and below', async () => {
    const list = 'celebrations { nodes { actual } totalCount }'
    const refused = await ask(['READ_ORGANIZATION'], list)
    expect(codesOf(refused)).toEqual(['FORBIDDEN'])
    const all = await ask(['READ_ORGANIZATION', 'READ_NUMBERS'], list)
    expect(all.data!.orgNode.celebrations.totalCount).toBe(9)
    const some = await ask(['READ_ORGANIZATION', 'READ_NUMBERS'], list, acme.node('LONDON'))
    expect(some.data!.orgNode.celebrations.totalCount).toBe(2)
  })

  it('is told whose they are with the scope to read people only', async () => {
    const answer = await ask(
      ['READ_ORGANIZATION', 'READ_NUMBERS'],
      'celebrations { nodes { user { name } } }',
    )
    expect(new Set(codesOf(answer))).toEqual(new Set(['FORBIDDEN']))
  })
})

it('pages are of those in sight only, and none is left out or told twice', async () => {
  const seen: (string | undefined)[] = []
  let after: string | undefined
  for (let hasNextPage = true; hasNextPage;) {
    const { list } = await readCelebrations(world, viewer(acme, 'dan'), acme, 'SALES', { first: 2, after })
    expect(list!.totalCount).toBe(8)
    seen.push(...list!.nodes.map(({ node, user }) => (node ?? user)?.name))
    hasNextPage = list!.pageInfo.hasNextPage
    after = list!.pageInfo.endCursor ?? undefined
  }
  expect(seen.sort()).toEqual([...OF_OSLO, 'Hal', 'LONDON', 'Lon', 'SALES'].sort())
})

it('the SDK lists them', async () => {
  const km = createClient({ url: `${world.url}/graphql`, token: await world.token(viewer(acme, 'lon')) })
  const all = await listCelebrations(km, { nodeId: acme.node('LONDON') }).toArray({ limit: 10 })
  expect(all.map(({ node, user, target }) => [(node ?? user)?.name, target]).sort()).toEqual([
    ['LONDON', '2'],
    ['Lon', '2'],
  ])
})
