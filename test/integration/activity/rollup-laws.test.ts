import fc from 'fast-check'
import { reconcile } from '../../../server/features/activity/reconcile.loaders.js'
import { startWorld, type World } from '../../support/world.js'
import { dateOf, DAYS, histories, kept, live, model, place } from './random-history.js'

const HISTORIES = 150

let world: World

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

it(`${HISTORIES} random histories come to what the model says, and every node reconciles`, async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const acme = await place(world)
      await live(acme, history)
      expect(await kept(acme)).toEqual(model(acme, history))
      const days = { from: dateOf(0), to: dateOf(DAYS) }
      for (const node of [acme.id, ...acme.parents, ...acme.teams])
        expect((await reconcile(acme.build.ctx, node, days))!.agrees).toBe(true)
    }),
    { numRuns: HISTORIES, seed: 20260305 },
  )
}, 240_000)
