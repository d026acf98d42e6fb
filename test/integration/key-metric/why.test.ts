import type { TestCompany } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'

let world: World
let example: TestCompany

beforeAll(async () => {
  world = await startWorld()
  example = await world.workedExample()
  const { build, node, metric } = example
  await build.archive(metric('OLD'))
  await build.override(node('ACME'), metric('MTG'), { label: 'Meetings held', position: 3 })
})

afterAll(() => world.stop())

interface Report {
  readonly orgNode: {
    readonly keyMetricStatus: {
      readonly status: string
      readonly at: { readonly name: string } | null
      readonly trace: readonly {
        readonly node: { readonly name: string }
        readonly outcome: string
        readonly visible: boolean
        readonly rule: { readonly effect: string } | null
        readonly dormancy: { readonly reason: string; readonly lock: string | null } | null
      }[]
    }
  }
}

/** The status of a metric on a node, and each step that led there: 'SALES HIDDEN by HIDE, absent'. */
async function why(node: string, metric: string): Promise<string[]> {
  const document = `query ($id: ID!, $metricId: ID!) { orgNode(id: $id) { keyMetricStatus(metricId: $metricId) {
    metric { key } status at { name }
    trace { node { name } outcome visible rule { effect } dormancy { reason lock by { name } } }
  } } }`
  const ids = { id: example.node(node), metricId: example.metric(metric) }
  const { data } = await world.run<Report>(example.admin, document, ids)
  const { status, at, trace } = data.orgNode.keyMetricStatus
  return [
    [status, at?.name].join(' ').trim(),
    ...trace.map(({ node: { name }, outcome, visible, rule, dormancy }) => {
      const reason = dormancy ? `: ${[dormancy.reason, dormancy.lock].join(' ').trim()}` : ''
      return `${name} ${outcome}${rule ? ` by ${rule.effect}` : ''}${reason}, ${visible ? 'there' : 'absent'}`
    }),
  ]
}

describe('a node says why a metric is in force on it', () => {
  it('OWN: it is defined here', async () => {
    expect(await why('SALES', 'OPPS')).toEqual(['OWN', 'ACME ABSENT, absent', 'SALES ADDED by ADD, there'])
  })

  it('INHERITED: it comes from above, perhaps shown differently', async () => {
    expect(await why('LONDON', 'MTG')).toEqual([
      'INHERITED',
      'ACME ADDED by ADD, there',
      'SALES INHERITED, there',
      'LONDON OVERRIDDEN by OVERRIDE, there',
    ])
  })

  it('INHERITED, although the node hides it: a node above made it mandatory', async () => {
    expect(await why('OSLO', 'REV')).toEqual([
      'INHERITED',
      'ACME ADDED by ADD, there',
      'SALES INHERITED, there',
      'OSLO DORMANT by HIDE: LOCKED_BY HIDE, there',
    ])
  })

  it('REINSTATED: a node in between hides it, and this one shows it again', async () => {
    expect(await why('OSLO', 'REN')).toEqual([
      'REINSTATED',
      'ACME ADDED by ADD, there',
      'SALES HIDDEN by HIDE, absent',
      'OSLO REINSTATED by ADD, there',
    ])
  })
})

describe('a node says why a metric is not in force on it', () => {
  it('HIDDEN_AT the node that hides it', async () => {
    expect(await why('LONDON', 'REN')).toEqual([
      'HIDDEN_AT SALES',
      'ACME ADDED by ADD, there',
      'SALES HIDDEN by HIDE, absent',
      'LONDON DORMANT by OVERRIDE: NOTHING_TO_OVERRIDE, absent',
    ])
    expect(await why('RENEW', 'CALLS')).toEqual([
      'HIDDEN_AT CS',
      'ACME ADDED by ADD, there',
      'CS HIDDEN by HIDE, absent',
      'RENEW DORMANT by ADD: LOCKED_BY ADD, absent',
    ])
  })

  it('BLOCKED_AT the node that does not inherit', async () => {
    expect(await why('LABS', 'REN')).toEqual([
      'BLOCKED_AT LABS',
      'ACME ADDED by ADD, there',
      'LABS BLOCKED, absent',
    ])
  })

  it('ARCHIVED, whatever the rules say', async () => {
    expect(await why('SALES', 'OLD')).toEqual([
      'ARCHIVED',
      'ACME ADDED by ADD, there',
      'SALES INHERITED, there',
    ])
  })

  it('NOT_CONFIGURED: nothing on the path adds it, or it was for a node above alone', async () => {
    expect(await why('ACME', 'NPS')).toEqual(['NOT_CONFIGURED', 'ACME ABSENT, absent'])
    expect(await why('SALES', 'EBITDA')).toEqual([
      'NOT_CONFIGURED',
      'ACME ADDED by ADD, there',
      'SALES ABSENT, absent',
    ])
  })
})

it('a key metric says which node gave its kind, label and position, and who locks what', async () => {
  const document = `query ($id: ID!) { team(id: $id) { effectiveKeyMetrics(kind: PRIMARY) {
    label kind position isInherited
    kindFrom { name } labelFrom { name } positionFrom { name } definedAt { __typename level name }
    locks { lock setAt { name } }
  } } }`
  const { data } = await world.run(example.admin, document, { id: example.node('LONDON') })
  const fromAcme = {
    isInherited: true,
    kind: 'PRIMARY',
    definedAt: { __typename: 'Company', level: 'COMPANY', name: 'ACME' },
  }
  expect(data).toEqual({
    team: {
      effectiveKeyMetrics: [
        {
          ...fromAcme,
          ...{
            label: 'Meetings held',
            labelFrom: { name: 'ACME' },
            position: 3,
            positionFrom: { name: 'ACME' },
          },
          ...{ kindFrom: { name: 'LONDON' }, locks: [] },
        },
        {
          ...fromAcme,
          ...{
            label: 'Revenue',
            labelFrom: null,
            position: null,
            positionFrom: null,
            kindFrom: { name: 'ACME' },
          },
          locks: [{ lock: 'HIDE', setAt: { name: 'ACME' } }],
        },
      ],
    },
  })
})
