import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { hasCode } from '../../has-code.js'
import { exitOf, giveTo, spawnAs, type Account } from './account.js'
import { findBinaries, type Binaries } from './binaries.js'
import { isAlive } from './postmaster.js'

/** A folder with the data of one PostgreSQL, the password of its superuser and its log. */
export interface Cluster {
  dataDir: string
  password: string
  logFile: string
  binaries: Binaries
  account: Account
}

/**
 * Characters are ordered by code point and know their upper and lower case, the same on every
 * machine: this provider is part of PostgreSQL, where the others ask a library of the system.
 */
const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
const UTC = ['--set=timezone=UTC', '--set=log_timezone=UTC']

/** Opens the cluster in the folder; when there is none it is created first. */
export async function openCluster(dir: string, account: Account, wish: Creation): Promise<Cluster> {
  const binaries = findBinaries()
  removeAbandonedDrafts(dir)
  if (!isInitialised(dir)) await createCluster(dir, { binaries, account, ...wish })
  giveTo(account, dir)
  const password = readFileSync(join(dir, 'password'), 'utf8').trim()
  return { dataDir: join(dir, 'data'), logFile: join(dir, 'postgres.log'), password, binaries, account }
}

interface Creation {
  /** False skips the wait for the disk. */
  durable: boolean
  announce(): void
}

type Tools = Pick<Cluster, 'binaries' | 'account'>

function isInitialised(dir: string): boolean {
  return existsSync(join(dir, 'data', 'PG_VERSION'))
}

/** Works on a draft and renames it when whole: an interrupted start leaves no half-made cluster. */
async function createCluster(dir: string, wish: Creation & Tools): Promise<void> {
  wish.announce()
  const draft = `${dir}.init-${process.pid}-${randomBytes(4).toString('hex')}`
  try {
    mkdirSync(draft, { recursive: true, mode: 0o700 })
    writeFileSync(join(draft, 'password'), randomBytes(24).toString('hex'), { mode: 0o600 })
    giveTo(wish.account, draft)
    await runInitdb(draft, wish)
    publish(draft, dir)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

async function runInitdb(draft: string, { binaries, account, durable }: Creation & Tools): Promise<void> {
  const login = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${join(draft, 'password')}`]
  const place = [`--pgdata=${join(draft, 'data')}`, ...(durable ? [] : ['--no-sync'])]
  const child = spawnAs(account, binaries.initdb, [...place, ...login, ...LOCALE, ...UTC], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr?.on('data', (text: Buffer) => (said += text.toString()))
  if ((await exitOf(child)) === 0) return
  const hint =
    account.uid === undefined ? '' : `\nRoot runs it as user ${account.uid} here, who must reach the folder.`
  throw new Error(
    `Could not create a PostgreSQL database in ${dirname(draft)}:\n${said || 'initdb did not run.'}${hint}`,
  )
}

/** Another process may have been faster: then its cluster is the one to use. */
function publish(draft: string, dir: string): void {
  try {
    renameSync(draft, dir)
  } catch (cause) {
    if (!hasCode(cause, 'ENOTEMPTY', 'EEXIST', 'EPERM')) throw cause
    if (isInitialised(dir)) return
    const advice = 'Empty it, or choose another DATA_DIR.'
    throw new Error(`${dir} holds files but no PostgreSQL database. ${advice}`, { cause })
  }
}

/** Removes what processes killed during their first start left beside the folder. */
function removeAbandonedDrafts(dir: string): void {
  const parent = dirname(dir)
  const start = `${basename(dir)}.init-`
  const drafts = existsSync(parent) ? readdirSync(parent).filter((name) => name.startsWith(start)) : []
  const abandoned = drafts.filter((name) => !isAlive(Number.parseInt(name.slice(start.length), 10)))
  for (const name of abandoned) removeIfPossible(join(parent, name))
}

/** An orphaned initdb may still be writing there; then the next start removes the rest. */
function removeIfPossible(draft: string): void {
  try {
    rmSync(draft, { recursive: true, force: true })
  } catch (error) {
    if (!hasCode(error, 'ENOTEMPTY')) throw error
  }
}
