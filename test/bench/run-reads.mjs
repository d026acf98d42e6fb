import pg from 'pg'
import { check } from './check.mjs'
import { measureAll } from './measure-all.mjs'
import { machine } from './report/machine.mjs'
import { medians, readTables } from './report/reads.mjs'
import { save } from './report/save.mjs'

/** Every contender under every question, once all of them have given the same answers. */
export async function benchReads(_postgres, dataset, { contenders, questions, saveAs, ...asked }) {
  const { connections, rounds, seconds } = asked
  const plan = { connections, rounds, seconds }
  const checked = await check(contenders, questions, dataset)
  console.error(`All give the same answers: ${questions.map(({ name }) => name).join(', ')}.`)
  const client = new pg.Client({ connectionString: dataset.url })
  await client.connect()
  try {
    const runs = await measureAll(contenders, questions, { checked, dataset, client, ...plan })
    const on = await machine(client)
    console.log(
      `Size ${dataset.size}, ${new Date().toISOString()}, ${on.processor}, load ${on.loadAverage[0]}\n`,
    )
    console.log(readTables(questions, runs, checked).join('\n\n'))
    save(saveAs, {
      kind: 'reads',
      size: dataset.size,
      machine: on,
      plan,
      checked,
      medians: medians(runs),
      runs,
    })
  } finally {
    await client.end()
  }
}
