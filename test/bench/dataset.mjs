// Builds a data set in a database of its own, unless it is there already, and says where it is.
// Usage: node test/bench/dataset.mjs --size S|M|L [--again]
import { parseArgs } from 'node:util'
import { buildDataset } from './dataset/build-dataset.mjs'
import { sizeNamed } from './dataset/sizes.mjs'
import { findPostgres } from './dataset/find-postgres.mjs'

const { values } = parseArgs({
  options: { size: { type: 'string', default: 'S' }, again: { type: 'boolean', default: false } },
})

const postgres = await findPostgres()
try {
  const dataset = await buildDataset(postgres.url, sizeNamed(values.size), { again: values.again })
  console.log(JSON.stringify(dataset, null, 2))
} finally {
  await postgres.stop()
}
