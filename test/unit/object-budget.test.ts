import { counted, MAX_OBJECTS, refusalOfObjects } from '../../server/platform/graphql/limits/object-budget.js'

const list = (length: number) => () => Array.from({ length }, (_, index) => index)

const TOO_MANY =
  'The lists of this answer have more than 120,000 objects that would be put together one by one. Ask for a part at a time, such as one department, or for less of each object: what is the same for everybody is not counted.'

it('as many as are allowed are put together, for each request', () => {
  for (const ctx of [{}, {}]) {
    for (const count of [1_000, 0, MAX_OBJECTS - 1_000]) expect(counted(ctx, list(count))).toHaveLength(count)
    expect(refusalOfObjects(ctx)).toBeUndefined()
  }
})

it('more are refused as a whole, and nothing more is made', () => {
  const ctx = {}
  counted(ctx, list(MAX_OBJECTS))
  expect(() => counted(ctx, list(1))).toThrow(TOO_MANY)
  const never = jest.fn(list(0))
  expect(() => counted(ctx, never)).toThrow(TOO_MANY)
  expect(never).not.toHaveBeenCalled()
  expect(refusalOfObjects(ctx)?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED' })
})
