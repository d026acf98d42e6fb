import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'

/** Stands in a text for bytes that are put there afterwards. Nobody outside ever sees it, so nobody can write it. */
const PLACE = randomBytes(16).toString('hex')
/** What is larger is sent in pieces of about this size: to put it together would hold everybody else. */
const PIECE = 4 * 1024 ** 2

let taking: Buffer[] | null = null

/** JSON that is ready to be sent. Whoever does not know it finds what it says. */
export class Words {
  constructor(readonly bytes: Buffer) {}

  toJSON(): unknown {
    if (taking === null) return JSON.parse(this.bytes.toString()) as unknown
    taking.push(this.bytes)
    return PLACE
  }
}

/** An answer as it is sent, with the words in it in their places. */
export function writeAnswer(answer: object): string | Buffer | Readable {
  const { text, taken } = withPlaces(answer)
  if (taken.length === 0) return text
  const between = text.split(`"${PLACE}"`).map((part) => Buffer.from(part))
  const parts = between.flatMap((part, index) => [part, ...taken.slice(index, index + 1)])
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  return length > PIECE ? Readable.from(inPieces(parts), { objectMode: false }) : Buffer.concat(parts)
}

function withPlaces(answer: object): { text: string; taken: readonly Buffer[] } {
  const taken: Buffer[] = []
  taking = taken
  try {
    return { text: `${JSON.stringify(answer)}\n`, taken }
  } finally {
    taking = null
  }
}

function* inPieces(parts: readonly Buffer[]): Generator<Buffer> {
  let [piece, length]: [Buffer[], number] = [[], 0]
  for (const part of parts) {
    piece.push(part)
    length += part.length
    if (length < PIECE) continue
    yield Buffer.concat(piece)
    ;[piece, length] = [[], 0]
  }
  yield Buffer.concat(piece)
}
