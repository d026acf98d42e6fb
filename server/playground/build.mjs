// Bundles the playground into <out>: index.html and assets/, each file also as .br and .gz.
// Usage: node server/playground/build.mjs [out = dist/playground]
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { build } from 'esbuild'

const source = fileURLToPath(new URL('.', import.meta.url))
const out = resolve(process.argv[2] ?? join(source, '../../dist/playground'))
const draft = `${out}.${process.pid}`
const assets = join(draft, 'assets')

const WORKERS = {
  editor: 'monaco-editor/esm/vs/editor/editor.worker.js',
  json: 'monaco-editor/esm/vs/language/json/json.worker.js',
  graphql: 'monaco-graphql/esm/graphql.worker.js',
}

const shared = {
  absWorkingDir: source,
  outdir: assets,
  entryNames: '[name]-[hash]',
  chunkNames: 'chunk-[hash]',
  assetNames: '[name]-[hash]',
  bundle: true,
  minify: true,
  metafile: true,
  legalComments: 'linked',
  logLevel: 'warning',
  target: 'es2022',
  define: { 'process.env.NODE_ENV': '"production"' },
}

/** The files of an entry point, or of a module that is loaded later. */
function outputOf({ metafile }, entryPoint) {
  const outputs = Object.entries(metafile.outputs)
  const [file, output] = outputs.find(([, candidate]) => candidate.entryPoint?.endsWith(entryPoint))
  return { file: basename(file), style: output.cssBundle && basename(output.cssBundle) }
}

async function buildWorkers() {
  const result = await build({ ...shared, entryPoints: WORKERS, format: 'iife' })
  return Object.fromEntries(
    Object.entries(WORKERS).map(([name, path]) => [name, outputOf(result, path).file]),
  )
}

async function buildPage(workerFiles) {
  const result = await build({
    ...shared,
    entryPoints: ['main.tsx', 'icon.svg'],
    format: 'esm',
    splitting: true,
    loader: { '.svg': 'copy', '.ttf': 'file' },
    define: { ...shared.define, WORKER_FILES: JSON.stringify(workerFiles) },
  })
  const main = outputOf(result, 'main.tsx')
  const editor = outputOf(result, 'monaco-graphql/esm/monaco-editor.js')
  // A bundle that is loaded later does not bring its own styles, so the page links the editor's.
  return {
    script: main.file,
    style: main.style,
    editorStyle: editor.style,
    icon: outputOf(result, 'icon.svg').file,
  }
}

/** Addresses are relative to /graphql, so that a proxy may serve both under a prefix of its own. */
async function writePage(files) {
  const template = await readFile(join(source, 'index.html'), 'utf8')
  const page = template.replace(/\{\{(\w+)\}\}/g, (_, name) => `playground/${files[name]}`)
  await writeFile(join(draft, 'index.html'), page)
}

/** Browsers offer brotli over TLS only; gzip is what a developer's own machine is served. */
async function compress(file) {
  const plain = await readFile(file)
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    promisify(gzip)(plain, { level: 9 }),
  ])
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)])
}

await mkdir(assets, { recursive: true })
await writePage(await buildPage(await buildWorkers()))
const compressible = (await readdir(assets)).filter((name) => /\.(js|css|svg)$/.test(name))
await Promise.all(compressible.map((name) => compress(join(assets, name))))
await rm(out, { recursive: true, force: true })
await rename(draft, out)
