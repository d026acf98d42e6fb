import { activityCompany, viewer } from '../../support/activity-company.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(activityCompany)

it('a change of somebody out of sight is refused by the same statements as of somebody who never was', async () => {
  const ask = async (userId: string) => {
    const input = { userId, name: 'X', expectedVersion: 1 }
    const { userErrors, statements } = await world.mutate(viewer(acme, 'mia'), 'updateUser', input)
    return { userErrors, statements: statements.length }
  }
  await ask(acme.admin.userId) // from then on the tree is at hand
  const unseen = await ask(viewer(acme, 'lon').userId)
  expect(unseen.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['userId'] }])
  expect(await ask('5b0a7f2e-52b0-4f0e-9d55-0d7a6c7a1b2c')).toEqual(unseen)
})
