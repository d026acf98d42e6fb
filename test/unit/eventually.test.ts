import { eventually, eventuallyAll, Known, Remembered, type Keys } from '../../server/platform/eventually.js'

describe('what is there already is not waited for', () => {
  it('alone', async () => {
    expect(eventually(1, (value) => value + 1)).toBe(2)
    const later = eventually(Promise.resolve(1), (value) => value + 1)
    expect(later).toBeInstanceOf(Promise)
    expect(await later).toBe(2)
  })

  it('among others only when all are there', async () => {
    expect(eventuallyAll([1, 2])).toEqual([1, 2])
    const later = eventuallyAll([1, Promise.resolve(2)])
    expect(later).toBeInstanceOf(Promise)
    expect(await later).toEqual([1, 2])
  })
})

describe('what is remembered', () => {
  it('is made once for the same keys, in their order', () => {
    const known = new Remembered<string>()
    const made: string[] = []
    const keys: Keys[] = [
      ['a', 1, null],
      ['a', 1, null],
      ['a', 1, undefined],
      ['a', '1', null],
      [1, 'a', null],
    ]
    const found = keys.map((each, index) =>
      known.of(each, () => {
        made.push(String(index))
        return String(index)
      }),
    )
    expect(found).toEqual(['0', '0', '2', '3', '4'])
    expect(made).toHaveLength(4)
  })

  it('is found again whoever was asked for in between', () => {
    const known = new Remembered<string>()
    const of = (keys: Keys) => known.of(keys, () => JSON.stringify(keys))
    const asked: Keys[] = [
      ['a', 1, 'x'],
      ['a', 1, 'y'],
      ['a', 2, 'x'],
      ['b', 1, 'x'],
      ['a', 1, 'x'],
    ]
    for (const keys of [...asked, ...asked]) expect(of(keys)).toBe(JSON.stringify(keys))
    expect(known.of(['a', 1, 'y'], () => 'anew')).toBe('["a",1,"y"]')
  })

  it('of an object is not that of another that looks like it', () => {
    const known = new Remembered<number>()
    let count = 0
    const of = (moment: object) => known.of([moment, 'x'], () => ++count)
    const moment = { version: 1 }
    expect([of(moment), of(moment), of({ version: 1 })]).toEqual([1, 1, 2])
  })

  it('is had at once as soon as it is there, and fails as often as it is asked for', async () => {
    const known = new Remembered<number>()
    const later = known.of(['x', 1], () => Promise.resolve(1))
    expect(later).toBeInstanceOf(Promise)
    await later
    expect(known.of(['x', 1], () => 2)).toBe(1)
    const failing = () => known.of(['y', 1], () => Promise.reject(new Error('gone')))
    await expect(failing()).rejects.toThrow('gone')
    await expect(known.of(['y', 1], () => 2)).rejects.toThrow('gone')
  })
  it('under one key is what was kept there last, whatever comes late', async () => {
    const known = new Known<number>()
    const first = Promise.resolve(1)
    void known.keep('x', first)
    void known.keep('x', 2)
    await first
    expect([known.get('x'), known.get('y')]).toEqual([2, undefined])
  })
})
