import { mkdirSync, writeFileSync } from 'node:fs'

/** Keeps the figures under results/<name>.json; without a name they are printed only. */
export function save(name, results) {
  if (name === undefined) return
  const folder = new URL('../results/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  const file = new URL(`${name}.json`, folder)
  writeFileSync(file, JSON.stringify({ at: new Date().toISOString(), ...results }, null, 1) + '\n')
  console.error(`Written to ${file.pathname}`)
}
