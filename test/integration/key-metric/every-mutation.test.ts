import {
  ASKED_ELSEWHERE,
  companyForEveryMutation,
  EVERY_MUTATION,
  EVERY_REPEATABLE,
  inputOf,
} from '../../support/every-mutation.js'
import { MUTATIONS } from '../../support/mutation.js'
import { rowsOf } from '../../support/rows.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(companyForEveryMutation)

const rows = () => rowsOf(world.database, acme.id)
const company = (tables: Record<string, unknown[]>) =>
  tables.company![0] as { config_version: number; changed_at: string }

it('no mutation is missing here', async () => {
  const document = '{ __schema { mutationType { fields { name } } } }'
  const { data } = await world.run<{ __schema: { mutationType: { fields: { name: string }[] } } }>(
    acme.admin,
    document,
  )
  const all = data.__schema.mutationType.fields.map(({ name }) => name)
  const names = all.filter((name) => !ASKED_ELSEWHERE.includes(name))
  expect(names.sort()).toEqual(EVERY_MUTATION.map(({ mutation }) => mutation as string).sort())
  expect(names).toHaveLength(MUTATIONS.length)
})

describe.each(EVERY_MUTATION)('$mutation', (change) => {
  const { mutation, of } = change

  it('changes what it says, makes the next version and writes one audit entry: who, what, by which request', async () => {
    const input = await inputOf(change, acme)
    const before = await rows()
    const { changed, userErrors, headers } = await world.mutate(acme.admin, mutation, input)
    expect(userErrors).toEqual([])
    if (of !== null) expect(changed?.version).toBe(Number(input.expectedVersion) + 1)
    expect(await acme.audit()).toEqual([mutation])

    const after = await rows()
    expect(company(after).config_version).toBe(company(before).config_version + 1)
    const requestId = headers.get('x-request-id')
    const entries = after.audit_entry!.filter(
      (row) => (row as { request_id: string }).request_id === requestId,
    )
    expect(entries).toMatchObject([
      { actor_id: acme.admin.userId, action: mutation, at: company(after).changed_at },
    ])
  })
})

describe.each(EVERY_REPEATABLE)('$mutation', (change) => {
  const { mutation } = change

  it('repeated, with any version, changes nothing and succeeds', async () => {
    const input = await inputOf(change, acme)
    const first = await world.mutate(acme.admin, mutation, input)
    const before = await rows()
    for (const expectedVersion of [input.expectedVersion, 0, 99]) {
      const again = await world.mutate(acme.admin, mutation, { ...input, expectedVersion })
      expect(again.text).toBe(first.text)
    }
    expect(await rows()).toEqual(before)
  })
})

it('the answer of a mutation reads on after it, and so does the next mutation of the same request', async () => {
  const document = `mutation ($add: AddKeyMetricInput!, $hide: HideKeyMetricInput!) {
    addKeyMetric(input: $add) { ...Shown node { version } userErrors { code } query { ...All } }
    hideKeyMetric(input: $hide) { node { version } userErrors { code } query { ...All } }
  }
  fragment Shown on AddKeyMetricPayload { node { effectiveKeyMetrics { label } } }
  fragment All on Query { company { departments { name version teams { effectiveKeyMetrics { label } } } } }`
  const nodeId = acme.node('SALES')
  const { data, errors } = await world.run(acme.admin, document, {
    add: { nodeId, metricId: acme.metric('MTG'), label: 'Meetings', expectedVersion: 1 },
    hide: { nodeId, metricId: acme.metric('REV'), expectedVersion: 2 },
  })
  const all = (version: number, ...labels: string[]) => {
    const teams = [{ effectiveKeyMetrics: labels.map((label) => ({ label })) }]
    return { company: { departments: [{ name: 'SALES', version, teams }] } }
  }
  const shown = [{ label: 'REV' }, { label: 'Meetings' }]
  expect(errors).toEqual([])
  expect(data).toEqual({
    addKeyMetric: {
      node: { version: 2, effectiveKeyMetrics: shown },
      userErrors: [],
      query: all(2, 'REV', 'Meetings'),
    },
    hideKeyMetric: { node: { version: 3 }, userErrors: [], query: all(3, 'Meetings') },
  })
})
