import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

/** npm run fuzz -- --documents 100000 [--seed n]: the counts per status and the seed are printed. */
const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
  },
})
const counts = Object.entries(values).filter(([, value]) => !/^\d+$/.test(value))
if (counts.length > 0) {
  console.error(
    counts.map(([name, value]) => `--${name}: expected a whole number, got "${value}"`).join('\n'),
  )
  process.exit(2)
}
console.log(`${values.documents} documents, seed ${values.seed}`)
const jest = ['node_modules/jest/bin/jest.js', 'test/e2e/random-documents.test.ts']
const env = { ...process.env, FUZZ_DOCUMENTS: values.documents, FUZZ_SEED: values.seed }
process.exit(spawnSync(process.execPath, jest, { stdio: 'inherit', env }).status ?? 1)
