import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const sdk = fileURLToPath(new URL('..', import.meta.url))
const schema = process.env.SDK_SCHEMA ?? `${sdk}../schema.graphql`
const tsc = (project) =>
  execFileSync(process.execPath, [`${sdk}../node_modules/ts7/bin/tsc`, '-p', sdk + project], {
    stdio: 'inherit',
  })

rmSync(`${sdk}dist`, { recursive: true, force: true })
mkdirSync(`${sdk}dist/cjs`, { recursive: true })
writeFileSync(`${sdk}dist/cjs/package.json`, '{ "type": "commonjs" }\n')
tsc('tsconfig.json')
tsc('tsconfig.cjs.json')
copyFileSync(schema, `${sdk}dist/schema.graphql`)
