import fc from 'fast-check'
import { decimal } from '../../../server/domain/decimal.js'
import { placesOf } from '../../../server/domain/ranking.js'
import { d } from './exact-numbers.js'

const values = (amounts: Readonly<Record<string, string | null>>) =>
  new Map(Object.entries(amounts).map(([id, amount]) => [id, amount === null ? null : d(amount)]))

describe('the places by value', () => {
  it('begin with the largest, equals sharing one and leaving out those after it', () => {
    const places = placesOf(values({ ann: '7', bob: '9.5', cid: '9.50', dag: '-1', eve: '7' }), 'INCREASE')
    expect(Object.fromEntries(places)).toEqual({ bob: 1, cid: 1, ann: 3, eve: 3, dag: 5 })
  })

  it('begin with the smallest where less is better', () => {
    const places = placesOf(values({ ann: '7', bob: '9.5', dag: '-1' }), 'DECREASE')
    expect(Object.fromEntries(places)).toEqual({ dag: 1, ann: 2, bob: 3 })
  })

  it('are not given to what has no value', () => {
    expect(Object.fromEntries(placesOf(values({ ann: null, bob: '0' }), 'INCREASE'))).toEqual({ bob: 1 })
  })

  it('are one more than there are better ones, for any values', () => {
    const amounts = fc.array(fc.integer({ min: -3, max: 3 }))
    fc.assert(
      fc.property(amounts, fc.constantFrom('INCREASE', 'DECREASE'), (given, direction) => {
        const places = placesOf(
          new Map(given.map((one, index) => [`${index}`, decimal(`${one}`)])),
          direction,
        )
        const isBetter = (a: number, b: number) => (direction === 'INCREASE' ? a > b : a < b)
        given.forEach((own, index) => {
          expect(places.get(`${index}`)).toBe(1 + given.filter((other) => isBetter(other, own)).length)
        })
      }),
    )
  })
})
