import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const WRITTEN = join(ROOT, '.data/tests-by-folder')
/** So that a run can be shared out evenly. */
const MOST = 10

/**
 * Writes for each folder of tests, in parts if it is large, a file that runs all of them one after another, and tells where
 * these are. Jest loads everything anew for each file it runs; that, and that nothing is warm by then, is a third of the
 * time of most files. Each test file is a `describe` of its name, within which its hooks stay.
 */
export function testsByFolder() {
  const parts = [...byFolder()].flatMap(([folder, files]) =>
    partsOf(files).map((part, at) => [folder, part, at]),
  )
  const written = parts.map(([folder, part, at]) =>
    write(`${folder}${at === 0 ? '' : `-${at + 1}`}.cjs`, part),
  )
  for (const name of readdirSync(WRITTEN, { recursive: true }))
    if (name.endsWith('.cjs') && !written.includes(join(WRITTEN, name)))
      rmSync(join(WRITTEN, name), { force: true })
  return `${WRITTEN}/**/*.cjs`
}

function byFolder() {
  const files = readdirSync(join(ROOT, 'test'), { recursive: true }).filter((name) =>
    name.endsWith('.test.ts'),
  )
  const folders = new Map()
  for (const file of files.sort()) folders.set(dirname(file), [...(folders.get(dirname(file)) ?? []), file])
  return folders
}

function partsOf(files) {
  const count = Math.ceil(files.length / MOST)
  return Array.from({ length: count }, (_, part) => files.filter((_, at) => at % count === part))
}

function write(name, files) {
  const path = join(WRITTEN, 'test', name)
  mkdirSync(dirname(path), { recursive: true })
  const lines = files.map(
    (file) => `describe('test/${file}', () => void require('${join(ROOT, 'test', file)}'))\n`,
  )
  writeFileSync(path, lines.join(''))
  return path
}
