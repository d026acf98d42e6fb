// Sums the tests of several reports of Jest. A report that is missing, or a test file that did not
// even start, counts as a failure. Usage: node .ci/count-tests.mjs <report.json>...
import { existsSync, readFileSync } from 'node:fs'

const NOTHING = { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numRuntimeErrorTestSuites: 0 }

const reports = process.argv.slice(2).map((file) => {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  console.error(`The tests wrote no report ${file}`)
  return NOTHING
})

const sum = (count) => reports.reduce((total, report) => total + count(report), 0)
const passed = sum((report) => report.numPassedTests)
const failed = sum((report) => report.numFailedTests + report.numRuntimeErrorTestSuites)
const skipped = sum((report) => report.numPendingTests)

console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)
