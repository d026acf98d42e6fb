import { spawnSync } from 'node:child_process'
import { prepareTestDatabases } from './test-databases.mjs'

/** `npm test` has done this already; `npx jest` has not. A type error is shown but stops no test. */
function compileServer() {
  spawnSync(process.execPath, ['scripts/prepare.mjs'], { stdio: ['ignore', 'inherit', 'inherit'] })
}

export default async function setup() {
  compileServer()
  const databases = await prepareTestDatabases()
  // Workers inherit the environment, and the teardown runs in this process.
  Object.assign(process.env, databases.environment)
  globalThis.testDatabases = databases
}
