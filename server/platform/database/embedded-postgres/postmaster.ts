import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { hasCode } from '../../has-code.js'

/** The process of PostgreSQL that serves a data folder, as it describes itself in `postmaster.pid`. */
export interface Postmaster {
  pid: number
  port: number
  ready: boolean
}

/** Line numbers in `postmaster.pid`, fixed since PostgreSQL 10. */
const [PID, PORT, STATUS] = [0, 3, 7]

/** The living postmaster of the folder, whoever started it. */
export function findPostmaster(dataDir: string): Postmaster | undefined {
  const lines = readLines(join(dataDir, 'postmaster.pid'))
  const pid = Number(lines[PID])
  if (!pid || !isAlive(pid) || !servesFolder(pid, dataDir)) return undefined
  return { pid, port: Number(lines[PORT]), ready: lines[STATUS]?.trim() === 'ready' }
}

/**
 * PostgreSQL refuses to start while the process named in the file is alive, even if that number
 * now belongs to another program, as after the restart of a container.
 */
export function removeStalePidFile(dataDir: string): void {
  const file = join(dataDir, 'postmaster.pid')
  const pid = Number(readLines(file)[PID])
  if (pid && isAlive(pid) && !servesFolder(pid, dataDir)) rmSync(file, { force: true })
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

/** A postmaster works inside its folder. Where that cannot be seen it is taken on trust. */
function servesFolder(pid: number, dataDir: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir)
  } catch {
    return true
  }
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return []
    throw error
  }
}
