import { GraphQLError } from 'graphql'
import * as sdk from '../../../sdk/index.js'
import { withoutUnreadable } from '../../../server/platform/graphql/execution/unreadable.js'
import { askWith, keyWith } from '../../support/api-key.js'
import { activityCompany } from '../../support/activity-company.js'
import { codesOf } from '../../support/run-document.js'
import { inEachTest } from '../../support/world.js'

interface Activity {
  readonly id: string
  readonly version: number
}

const { world, acme } = inEachTest(activityCompany)

const keyOfSystem = () => keyWith(world, acme, ['WRITE_ACTIVITIES', 'READ_NUMBERS'])

/** As the SDK asks, with no error. */
async function change(secret: string, document: string, input: object): Promise<Activity> {
  const { data, errors } = await askWith<Record<string, { activity: Activity }>>(world, secret, document, {
    input,
  })
  expect(errors).toEqual([])
  return Object.values(data)[0]!.activity
}

const call = () => ({ activityTypeId: acme.activityType('CALL'), userId: acme.person('pia@acme.test') })

describe('what a key may not read', () => {
  it('is null in the answer of a change, without an error: the change is made', async () => {
    const { secret } = await keyOfSystem()
    const unreadable = { user: null, team: null, type: { key: 'CALL' } }
    const logged = await change(secret, String(sdk.logActivity.document), call())
    expect(logged).toMatchObject({ ...unreadable, version: 1 })
    const key = (expectedVersion: number) => ({ activityId: logged.id, expectedVersion })
    expect(
      await change(secret, String(sdk.correctActivity.document), { ...key(1), quantity: '2' }),
    ).toMatchObject({ ...unreadable, quantity: '2' })
    expect(await change(secret, String(sdk.voidActivity.document), key(2))).toMatchObject({
      ...unreadable,
      isVoided: true,
    })
  })

  it('is refused to a query, with the scope that it lacks', async () => {
    const { secret } = await keyOfSystem()
    const { id } = await change(secret, String(sdk.logActivity.document), call())
    const document = `{ node(id: "${id}") { ... on Activity { quantity user { name } } } }`
    const answer = await askWith<object>(world, secret, document)
    expect([answer.data, codesOf(answer)]).toEqual([{ node: { quantity: '1', user: null } }, ['FORBIDDEN']])
  })

  it.each([null, { voidActivity: null }])('is told where nothing was changed: %j', (data) => {
    const refused = new GraphQLError('', { path: ['voidActivity'], extensions: { code: 'FORBIDDEN' } })
    expect(withoutUnreadable({ data, errors: [refused] })).toEqual({ data, errors: [refused] })
  })
})
