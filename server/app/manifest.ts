import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Manifest } from '../platform/graphql/trusted-documents.js'
import { PACKAGE_ROOT } from './package-root.js'

/** The documents of the SDK: of this version, and of those that were released before. */
export async function readManifest(): Promise<Manifest> {
  const sdk = join(PACKAGE_ROOT, 'sdk')
  const entries = await readdir(join(sdk, 'compat'), { withFileTypes: true })
  const released = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(sdk, 'compat', name))
  const files = [join(sdk, 'generated'), ...released].map((folder) => join(folder, 'documents.json'))
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  return new Map(texts.flatMap((text) => Object.entries(JSON.parse(text) as Record<string, string>)))
}
