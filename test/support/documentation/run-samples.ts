import { execFile } from 'node:child_process'
import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { partnerProject } from '../packed-sdk.js'
import type { Sample } from './markdown-page.js'

const ROOT = join(__dirname, '../../..')
const run = promisify(execFile)

/** What is not of the SDK, and a sample may import; with the types of what has none itself. */
const OTHERS = ['graphql-ws', 'graphql', 'ws', '@types']

/** A project of a partner with the SDK as it would be published, in which samples are compiled and run. */
export interface SampleProject {
  /** @throws what the compiler says of any of them. */
  compile(samples: readonly Sample[], given: readonly string[]): Promise<void>
  /** What it prints. `given` is what it uses and does not declare. @throws what it throws. */
  run(sample: Sample, url: string, given: Readonly<Record<string, unknown>>): Promise<string>
  remove(): void
}

export function sampleProject(): SampleProject {
  const project = partnerProject()
  for (const name of OTHERS)
    symlinkSync(join(ROOT, 'node_modules', name), join(project, 'node_modules', name))
  return {
    compile: async (samples, given) => {
      for (const sample of samples) writeFileSync(join(project, `${nameOf(sample)}.ts`), sample.text)
      writeFileSync(
        join(project, 'given.d.ts'),
        given.map((name) => `declare const ${name}: string\n`).join(''),
      )
      writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: COMPILER }))
      await run(process.execPath, [join(ROOT, 'node_modules/ts7/bin/tsc'), '-p', project]).catch(tellCompiler)
    },
    run: async (sample, url, given) => {
      const file = join(project, 'out', `${nameOf(sample)}.js`)
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('http://localhost:4000', url))
      const globals = join(project, 'given.js')
      writeFileSync(globals, `Object.assign(globalThis, ${JSON.stringify(given)})`)
      const env = { ...process.env, TOKEN: String(given.token) }
      const { stdout } = await run(process.execPath, ['--import', globals, file], { cwd: dirname(file), env })
      return stdout
    },
    remove: () => rmSync(project, { recursive: true }),
  }
}

const COMPILER = {
  ...{ target: 'ES2023', lib: ['ES2023', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'], module: 'NodeNext' },
  ...{ strict: true, skipLibCheck: true, outDir: 'out', rootDir: '.', moduleDetection: 'force' },
  types: ['node'],
}

function nameOf({ page, line }: Sample): string {
  return `${page.replace(/\W+/g, '-')}-${line}`
}

function tellCompiler({ stdout }: { stdout?: string }): never {
  throw new Error(stdout)
}
