import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { NEIGHBOUR, NEIGHBOURS } from './sizes.mjs'

const SOURCES = [new URL('./', import.meta.url), new URL('../../../server/migrations/', import.meta.url)]

/** Another one where the data would come out otherwise: by its size, its SQL, the schema, or the month it ends in. */
export function fingerprint(size) {
  const month = new Date().toISOString().slice(0, 7)
  const hash = createHash('sha256').update(JSON.stringify([size, NEIGHBOUR, NEIGHBOURS, month]))
  for (const folder of SOURCES) {
    for (const file of readdirSync(folder).sort()) {
      if (/\.(sql|ts)$/.test(file)) hash.update(file).update(readFileSync(new URL(file, folder)))
    }
  }
  return `${month} ${hash.digest('hex').slice(0, 16)}`
}
