import { readFileSync, writeFileSync } from 'node:fs'

/** Of the clock that /proc counts in: USER_HZ is 100 on every Linux that matters. */
const MS_PER_TICK = 10

/** Processor time the process has had so far, its threads included; 0 for one that has gone. */
export function processorMs(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [user, system] = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number)
    return (user + system) * MS_PER_TICK
  } catch {
    return 0
  }
}

/** Of all who work for the database, ourselves apart. Null where PostgreSQL runs on another machine. */
export async function databaseProcessorMs(client) {
  const { rows } = await client.query(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  )
  return new Map(rows.map(({ pid }) => [pid, processorMs(pid)]))
}

/** What was spent between two readings; who came in between counts whole. */
export function spentMs(before, after) {
  let sum = 0
  for (const [pid, ms] of after) sum += ms - (before.get(pid) ?? 0)
  return sum
}

/** From here on `peakMb` tells the peak anew. Without the right to it, the peak since the start. */
export function forgetPeak(pid) {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5')
  } catch {
    // Not ours to forget.
  }
}

export function peakMb(pid) {
  return statusMb(pid, /VmHWM:\s+(\d+) kB/)
}

/** What the process holds at present. */
export function residentMb(pid) {
  return statusMb(pid, /VmRSS:\s+(\d+) kB/)
}

function statusMb(pid, line) {
  const [, kilobytes] = line.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Math.round(Number(kilobytes) / 1024)
}
