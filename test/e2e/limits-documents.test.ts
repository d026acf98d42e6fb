import { answersIn, refusedWith, times } from '../support/limits.js'
import { inAllTests } from '../support/world.js'

const { world, acme } = inAllTests((world) => world.company({ teams: ['OSLO'] }))

const answerTo = answersIn(world, acme)

const NOWHERE = 'orgNode(id: "none")'
const nested = (levels: number): string => (levels === 0 ? 'id' : `parent { ${nested(levels - 1)} }`)

const LEAVES = ['id', 'name', 'level', 'version', 'inheritsKeyMetrics', '__typename']

/** So many selections of a node, no name twice beside each other. */
function chain(size: number): string {
  const leaves = (count: number) => LEAVES.slice(0, count).join(' ')
  const path = `path { ${leaves(6)} }`
  if (size <= 6) return leaves(size)
  if (size <= 13) return `${leaves(size - 7)} ${path}`
  if (size === 14) return `${leaves(6)} parent { ${chain(7)} }`
  return `${leaves(6)} ${path} parent { ${chain(size - 14)} }`
}

/** A document that is exactly so large, and what is said of one that is one larger. */
const LIMITS: readonly { what: string; most: number; document: (size: number) => string; message: string }[] =
  [
    {
      what: 'levels',
      most: 12,
      document: (size) => `{ ${NOWHERE} { ${nested(size - 2)} } }`,
      message:
        'The document has 13 levels of fields; at most 12 are allowed. Read what lies deeper by its id, in another request.',
    },
    {
      what: 'levels, in a fragment',
      most: 12,
      document: (size) =>
        `{ ${NOWHERE} { ...F } } fragment F on OrgNode { ... on OrgNode { ${nested(size - 2)} } }`,
      message:
        'The document has 13 levels of fields; at most 12 are allowed. Read what lies deeper by its id, in another request.',
    },
    {
      what: 'aliases',
      most: 50,
      document: (size) => `{ ${NOWHERE} { ${times(size, (n) => `a${n}: name`)} } }`,
      message:
        'The document has 51 aliases; at most 50 are allowed. Read several things at once with nodes(ids:).',
    },
    {
      what: 'aliases of __typename',
      most: 50,
      document: (size) => `{ ${NOWHERE} { ${times(size, (n) => `a${n}: __typename`)} } }`,
      message:
        'The document has 51 aliases; at most 50 are allowed. Read several things at once with nodes(ids:).',
    },
    {
      what: 'aliases, a fragment with ten of them spread again and again',
      most: 50,
      document: (size) =>
        `{ ${NOWHERE} { ${times(Math.floor(size / 10), () => '...Ten')} ${times(size % 10, (n) => `b${n}: name`)} } }
      fragment Ten on OrgNode { ${times(10, (n) => `a${n}: name`)} }`,
      message:
        'The document has 51 aliases; at most 50 are allowed. Read several things at once with nodes(ids:).',
    },
    {
      what: 'fields at the top',
      most: 20,
      document: (size) => `{ ${times(size, (n) => `a${n}: __typename`)} }`,
      message: 'The document has 21 fields at the top; at most 20 are allowed. Send several requests.',
    },
    {
      what: 'directives',
      most: 50,
      document: (size) => `{ ${NOWHERE} { ${times(size, () => 'name @include(if: true)')} } }`,
      message: 'The document has 51 directives; at most 50 are allowed. Leave out what is not needed.',
    },
    {
      what: 'fields and fragments',
      most: 2_000,
      document: (size) =>
        `{ ${times(Math.ceil(size / 130), (n) => `a${n}: ${NOWHERE} { ${chain(Math.min(129, size - 130 * n - 1))} }`)} }`,
      message: 'The document has 2001 fields and fragments; at most 2000 are allowed. Send several requests.',
    },
    {
      what: 'tokens',
      most: 5_000,
      document: (size) =>
        `query ($ids: [ID!]! = [${times(size - 26, () => '""')}]) { nodes(ids: $ids) { id } }`,
      message:
        'The document has more than 5000 tokens, which is the limit. Send several requests, or values as variables.',
    },
  ]

describe.each(LIMITS)('a document may have so many $what:', ({ most, document, message }) => {
  it(`${most} are answered`, async () => {
    expect(await answerTo(document(most), { ids: [] })).toMatchObject({ status: 200, codes: [] })
  })

  it('one more is refused, and the answer says how many came and how many may', async () => {
    expect(await answerTo(document(most + 1))).toEqual(refusedWith(message))
  })
})

it('a document that is too large in several ways is told all of them', async () => {
  const { messages } = await answerTo(`{ ${times(60, (n) => `a${n}: __typename @include(if: true)`)} }`)
  expect(messages.map((message) => /\d+ \D+?(?=;)/.exec(message)?.[0])).toEqual([
    '60 aliases',
    '60 fields at the top',
    '60 directives',
  ])
})

it('a field is asked for by the same name so often that comparing them all would take too long: refused', async () => {
  expect((await answerTo(`{ viewer { ${times(1_500, () => 'name')} } }`)).messages).toEqual([
    'The document asks for the same names too often: more than 500000 comparisons would tell whether they agree, which is the limit. Ask for each field once.',
  ])
})

it('fields and fragments are at most 40 levels deep, whatever they are of', async () => {
  const document = (levels: number) =>
    `{ ${'... { '.repeat(levels - 1)} __typename ${'}'.repeat(levels - 1)} }`
  expect((await answerTo(document(40))).data).toEqual({ __typename: 'Query' })
  expect(await answerTo(document(41))).toEqual(
    refusedWith(
      'The document has 41 levels of fields and fragments; at most 40 are allowed. Leave out fragments within fragments.',
    ),
  )
})

it('values are at most 12 levels of lists and objects deep', async () => {
  const document = (levels: number) => `{ metric(id: ${'['.repeat(levels)}${']'.repeat(levels)}) { id } }`
  expect((await answerTo(document(12))).codes).toEqual(['GRAPHQL_VALIDATION_FAILED'])
  expect(await answerTo(document(13))).toEqual(
    refusedWith(
      'The document has 13 levels of lists and objects in a value; at most 12 are allowed. No argument needs as many.',
    ),
  )
})
