import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'

/** Stands in a text for bytes that are put there afterwards. Nobody outside ever sees it, so nobody can write it. */
const PLACE = randomBytes(16).toString('hex')
/** What is larger is sent in pieces: to put it together would hold everybody else. */
const AT_ONCE = 4 * 1024 ** 2
/** As much as a socket takes before it has to be waited for. */
const PIECE = 16 * 1024

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
  return length > AT_ONCE ? Readable.from(inPieces(parts), { objectMode: false }) : Buffer.concat(parts)
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

/** What is as large as a piece is not copied: the copies of a hundred megabytes would have to be collected. */
function* inPieces(parts: readonly Buffer[]): Generator<Buffer> {
  let [piece, length]: [Buffer[], number] = [[], 0]
  for (const part of parts) {
    if (length > 0 && length + part.length > PIECE) {
      yield joined(piece)
      ;[piece, length] = [[], 0]
    }
    piece.push(part)
    length += part.length
  }
  yield joined(piece)
}

function joined(piece: readonly Buffer[]): Buffer {
  return piece.length === 1 ? piece[0]! : Buffer.concat(piece)
}
