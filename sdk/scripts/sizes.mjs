import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))
const QUERY = '`query GetTeam($id: ID!) { team(id: $id) { id name effectiveKeyMetrics { label } } }`'

/** What a bundle of this module weighs in a browser, minified and compressed. */
export function weigh(source, resolveDir = root) {
  const { outputFiles } = buildSync({
    stdin: { contents: source, resolveDir },
    bundle: true,
    minify: true,
    platform: 'browser',
    external: ['crypto'],
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  return gzipSync(outputFiles[0].contents, { level: 9 }).length
}

/** What other clients weigh in a module that reads one thing by its id; those that are generated, from our schema. */
export function weighOthers() {
  return {
    'graphql-request': weigh(`import { GraphQLClient } from 'graphql-request'
      export const getTeam = (url, id) => new GraphQLClient(url).request(${QUERY}, { id })`),
    urql: weigh(`import { Client, fetchExchange } from '@urql/core'
      export const getTeam = (url, id) => new Client({ url, exchanges: [fetchExchange] }).query(${QUERY}, { id })`),
    genql: weighGenql(),
    'Linear SDK': weigh(`import { LinearClient } from '@linear/sdk'
      export const getTeam = (apiKey, id) => new LinearClient({ apiKey }).team(id)`),
  }
}

function weighGenql() {
  const folder = mkdtempSync(join(tmpdir(), 'genql-'))
  const cli = join(root, 'node_modules/@genql/cli/dist/cli.js')
  const args = ['--schema', join(root, 'schema.graphql'), '--output', join(folder, 'genql'), '--esm']
  execFileSync(process.execPath, [cli, ...args], { stdio: 'ignore' })
  const bytes = weigh(
    `import { createClient } from './genql/index.ts'
    export const getTeam = (url, id) =>
      createClient({ url }).query({ team: { __args: { id }, id: true, name: true, effectiveKeyMetrics: { label: true } } })`,
    folder,
  )
  rmSync(folder, { recursive: true })
  return bytes
}
