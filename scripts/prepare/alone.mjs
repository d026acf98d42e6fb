import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const PAUSE_MS = 200

/** Runs the work while no other process does; a second one waits and then finds it done. */
export function alone(lockFile, work) {
  mkdirSync(dirname(lockFile), { recursive: true })
  for (let tries = 0; !acquire(lockFile); tries++) {
    if (tries === 5) console.log(`Waiting for another process to finish the same (${lockFile})`)
    pause()
  }
  process.once('exit', () => rmSync(lockFile, { force: true }))
  work()
}

function acquire(lockFile) {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!isAlive(ownerOf(lockFile))) rmSync(lockFile, { force: true })
    return false
  }
}

function ownerOf(lockFile) {
  try {
    // Empty for the moment between the creation of the file and its writing.
    return Number(readFileSync(lockFile, 'utf8')) || process.pid
  } catch {
    return process.pid
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function pause() {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS)
}
