import { numbered } from '../../support/test-company.js'
import { inWorld } from '../../support/world.js'

const [TEAMS, METRICS] = [610, 200]
const world = inWorld({ execution: 'compiled' })

const tree = (selection: string) =>
  `{ company { departments { teams { effectiveKeyMetrics { ${selection} } } } } }`

it('more than 120,000 objects one by one are refused with a reason, and none of them is answered', async () => {
  const keyMetrics = Array.from({ length: METRICS }, (_, index) => `M_${index}`)
  const acme = await world.company({ departments: { SALES: numbered(TEAMS) }, keyMetrics })
  const activityTypeIds = [await acme.build.activityType({ key: 'CALL' })]
  await acme.build.formula(acme.metric('M_0'), { kind: 'COUNT', activityTypeIds })
  const ask = (document: string, variables?: object) => world.run(acme.admin, document, variables)
  const withProgress = tree('metric { key } progress { actual target }')
  // By graphql-js, then compiled, then as it was compiled.
  for (const _ of [1, 2, 3]) {
    const { data, errors, statements } = await ask(withProgress)
    expect(data ?? null).toBeNull()
    expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED' } }])
    expect(JSON.stringify(errors)).toContain('more than 120,000 objects')
    expect(statements.length).toBeLessThan(12)
    // What nobody will see is not read.
    expect(statements.join()).not.toMatch(/FROM target |FROM activity_node_rollup/)
  }
  const directive = tree('metric { key } label @include(if: $yes)')
  const { errors } = await ask(`query ($yes: Boolean!) ${directive}`, { yes: true })
  expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED' } }])
  // What is the same for everybody may be any number.
  const { text } = await ask(tree('metric { key }'))
  expect(text.match(/"key"/g)).toHaveLength(TEAMS * METRICS)
}, 120_000)
