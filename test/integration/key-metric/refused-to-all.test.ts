import {
  companyForEveryMutation,
  EVERY_ID,
  EVERY_MUTATION,
  EVERY_UPDATE,
  inputOf,
} from '../../support/every-mutation.js'
import { mutationDocument } from '../../support/mutation.js'
import { codesOf } from '../../support/run-document.js'
import { rowsOf } from '../../support/rows.js'
import type { TestCompany } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'

let world: World
// Shared: what is refused changes nothing.
let acme: TestCompany
let other: TestCompany
let before: object

const rows = () => rowsOf(world.database, acme.id)
const codes = (userErrors: readonly { code: string }[]) => userErrors.map(({ code }) => code)

beforeAll(async () => {
  world = await startWorld()
  acme = await companyForEveryMutation(world)
  other = await companyForEveryMutation(world)
  before = await rows()
})

afterEach(async () => {
  expect(await rows()).toEqual(before)
})

afterAll(() => world.stop())

describe.each(EVERY_MUTATION)('$mutation writes nothing and', (change) => {
  const { mutation, isOutOfSight = false } = change
  const code = isOutOfSight ? 'NOT_FOUND' : 'FORBIDDEN'

  it(`answers ${code} to a member`, async () => {
    const input = await inputOf(change, acme)
    const { changed, userErrors, status } = await world.mutate(acme.member, mutation, input)
    expect({ status, changed, codes: codes(userErrors) }).toEqual({
      status: 200,
      changed: null,
      codes: [code],
    })
    if (isOutOfSight) return
    expect(userErrors[0]?.message).toMatch(/^You may not [a-z ]+ here; a company admin.* may\.$/)
  })
})

describe.each(EVERY_UPDATE)('$mutation writes nothing and', (change) => {
  const { mutation, of, isOfTwoKinds } = change

  it.each([-1, 1])(
    'with a version that is not the present one (%i) is a conflict that carries the present state',
    async (by) => {
      const input = await inputOf(change, acme)
      const present = Number(input.expectedVersion)
      const outcome = await world.mutate(acme.admin, mutation, { ...input, expectedVersion: present + by })
      expect(outcome.changed?.version).toBe(isOfTwoKinds ? undefined : present)
      expect(outcome.userErrors).toMatchObject([{ code: 'VERSION_CONFLICT', path: ['expectedVersion'] }])
      expect(outcome.userErrors[0]?.message).toContain(
        `${of?.includes('@') ? '' : of} is at version ${present}, not ${present + by}: it was changed meanwhile. Read it and try again.`,
      )
    },
  )
})

describe.each(EVERY_ID)('$mutation writes nothing with a $field', (change) => {
  const { mutation, field } = change

  it('of another company, never issued, or not an id at all: NOT_FOUND, byte for byte the same', async () => {
    const input = await inputOf(change, acme)
    const foreign = field === 'nodeId' ? other.node('SALES') : other.metric('REV')
    const answers = await Promise.all(
      [foreign, '2f0fd0c1-9a3e-4a59-8f35-6f1c7f0a3c11', foreign.toUpperCase(), 'x', '', "';--", '\0'].map(
        async (id) => {
          const outcome = await world.mutate(acme.admin, mutation, { ...input, [field]: id })
          expect(codes(outcome.userErrors)).toEqual(['NOT_FOUND'])
          expect(outcome.userErrors[0]?.path).toEqual([field])
          return outcome.text
        },
      ),
    )
    expect(new Set(answers).size).toBe(1)
  })
})

it('nobody changes anything without a token', async () => {
  for (const change of EVERY_MUTATION) {
    const input = await inputOf(change, acme)
    const answer = await world.run(null, mutationDocument(change.mutation), { input })
    expect([answer.status, codesOf(answer)]).toEqual([401, ['UNAUTHENTICATED']])
  }
})
