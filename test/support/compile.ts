import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const ROOT = join(__dirname, '..', '..')

const OPTIONS = {
  ...{
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    lib: ['ES2023', 'DOM', 'DOM.AsyncIterable'],
  },
  ...{ target: 'ES2023', module: 'ESNext', moduleResolution: 'Bundler' },
  paths: {
    '@keymetrics/sdk': [join(ROOT, 'sdk/index.ts')],
    '@keymetrics/sdk/live': [join(ROOT, 'sdk/live.ts')],
  },
}

/** What the compiler says of these files by name, each a module of somebody who has installed the SDK. Empty: nothing. */
export async function complaintsOf(files: Readonly<Record<string, string>>): Promise<string> {
  const project = mkdtempSync(join(tmpdir(), 'calls-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(project, `${name}.ts`), text)
  writeFileSync(
    join(project, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: OPTIONS, include: ['*.ts'] }),
  )
  const compiler = [join(ROOT, 'node_modules/ts7/bin/tsc'), '-p', project]
  const { stdout } = await promisify(execFile)(process.execPath, compiler).catch(
    (error: unknown) => error as { stdout: string },
  )
  rmSync(project, { recursive: true })
  return stdout
}
