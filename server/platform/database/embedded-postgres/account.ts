import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** How to run a program that refuses to run as root. `uid` and `gid` are set when it must be another user. */
export interface Account {
  prefix: readonly string[]
  uid?: number
  gid?: number
}

const AS_NOBODY_IN_A_NAMESPACE = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--']

/**
 * Root, the usual user of a container, runs PostgreSQL in a user namespace, where it looks like
 * nobody while its files stay root's; no user has to be added and any folder can be reached.
 * Where namespaces are not permitted, an existing system user takes over.
 */
export async function unprivilegedAccount(): Promise<Account> {
  if (process.getuid?.() !== 0) return { prefix: [] }
  return (await mayUseNamespaces()) ? { prefix: AS_NOBODY_IN_A_NAMESPACE } : systemAccount()
}

export function spawnAs(
  { prefix, uid, gid }: Account,
  program: string,
  args: string[],
  options: SpawnOptions,
) {
  const [command = program, ...rest] = [...prefix, program, ...args]
  return spawn(command, rest, { ...options, uid, gid })
}

/** The exit code; null when the program could not be run or was killed. */
export async function exitOf(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'exit').catch(() => [null])) as [number | null]
  return code
}

/** Gives a folder and all in it to the account's user. */
export function giveTo({ uid = process.getuid?.(), gid = process.getgid?.() }: Account, path: string): void {
  if (uid === undefined || gid === undefined || statSync(path).uid === uid) return
  for (const name of readdirSync(path, { recursive: true })) chownSync(join(path, String(name)), uid, gid)
  chownSync(path, uid, gid)
}

async function mayUseNamespaces(): Promise<boolean> {
  return (await exitOf(spawnAs({ prefix: AS_NOBODY_IN_A_NAMESPACE }, 'true', [], { stdio: 'ignore' }))) === 0
}

function systemAccount(): Account {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const [, , uid, gid] =
    users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody') ?? []
  if (uid !== undefined && gid !== undefined) return { prefix: [], uid: Number(uid), gid: Number(gid) }
  throw new Error(
    'PostgreSQL cannot run as root and no other user was found. Set DATABASE_URL, or start as a user.',
  )
}
