import { Readable } from 'node:stream'
import { Words, writeAnswer } from '../../server/platform/graphql/execution/words.js'

const KIB = 1024
const MIB = KIB * KIB

/** A list of one text of about so many bytes, in letters of two bytes each. */
const listOf = (bytes: number) => [`"ä" ${'ö'.repeat(bytes / 2)}`]
const wordsOf = (value: unknown) => new Words(Buffer.from(JSON.stringify(value)))
const answerOf = <T>(lists: readonly T[]) => ({ data: { nodes: lists.map((list, id) => ({ id, list })) } })

async function written(answer: object): Promise<{ pieces: Buffer[]; text: string }> {
  const body = writeAnswer(answer)
  const pieces: Buffer[] = []
  if (body instanceof Readable) for await (const piece of body) pieces.push(piece as Buffer)
  else pieces.push(Buffer.from(body))
  return { pieces, text: Buffer.concat(pieces).toString() }
}

describe('an answer with words in it', () => {
  it.each([
    ['none', []],
    ['one', [4]],
    ['a few small ones', [4, 0, 40]],
    ['small and large ones, more than is sent at once', [20 * KIB, 4, 4, 5 * MIB, 8 * KIB, 9 * KIB, 100]],
    ['thousands of small ones', Array<number>(6_000).fill(KIB)],
  ])('says what its values say: %s', async (_what, sizes) => {
    const lists = sizes.map(listOf)
    const { text } = await written(answerOf(lists.map(wordsOf)))
    expect(text).toBe(`${JSON.stringify(answerOf(lists))}\n`)
  })

  it('sends large words as they are, without a copy, once there is more than is sent at once', async () => {
    const words = Array.from({ length: 300 }, () => wordsOf(listOf(20 * KIB)))
    const { pieces } = await written(answerOf(words))
    for (const { bytes } of words) expect(pieces.filter((piece) => piece === bytes)).toHaveLength(1)
  })

  it('gathers small words, so that a socket is not asked for each', async () => {
    const { pieces, text } = await written(
      answerOf(Array.from({ length: 6_000 }, () => wordsOf(listOf(KIB)))),
    )
    expect(text.length).toBeGreaterThan((4 * MIB) / 2)
    expect(pieces.length).toBeLessThan(600)
  })
})
