import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

/** npm run reorganise -- --changes 100000 [--seed n]: what was made and refused, and the seed, are printed. */
const { values } = parseArgs({
  options: {
    changes: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
  },
})
const wrong = Object.entries(values).filter(([, value]) => !/^\d+$/.test(value))
if (wrong.length > 0) {
  console.error(wrong.map(([name, value]) => `--${name}: expected a whole number, got "${value}"`).join('\n'))
  process.exit(2)
}
console.log(`${values.changes} changes, seed ${values.seed}`)
const jest = ['node_modules/jest/bin/jest.js', 'test/integration/org/random-reorganisation.test.ts']
const env = { ...process.env, REORGANISATION_COUNT: values.changes, REORGANISATION_SEED: values.seed }
process.exit(spawnSync(process.execPath, jest, { stdio: 'inherit', env }).status ?? 1)
