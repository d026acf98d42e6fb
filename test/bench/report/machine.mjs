import { execFileSync } from 'node:child_process'
import { cpus, loadavg, release, totalmem } from 'node:os'

/** On what it was measured, of what, and how busy the machine was with other things. */
export async function machine(client) {
  const { rows } = await client.query(
    `SELECT version() AS postgres, current_setting('shared_buffers') AS "sharedBuffers"`,
  )
  return {
    ...rows[0],
    node: process.version,
    processor: `${cpus().length} × ${cpus()[0].model}`,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${release()}`,
    commit: execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim(),
    loadAverage: loadavg().map((load) => Number(load.toFixed(1))),
  }
}
