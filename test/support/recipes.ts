import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(__dirname, '../..')
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')

/** What stands between `// #region name` and `// #endregion`, from the left margin; by name. */
export function regionsOf(file: string): Map<string, string> {
  const found = read(file).matchAll(/^( *)\/\/ #region (\S+)\n(.*?)^ *\/\/ #endregion$/gms)
  return new Map(Array.from(found, ([, margin, name, code]) => [name!, outdented(code!, margin!)]))
}

const outdented = (code: string, margin: string) => code.replaceAll(new RegExp(`^${margin}`, 'gm'), '').trim()

export interface Sample {
  readonly code: string
  /** What it takes from where; imports belong to the sample, but stand elsewhere in a test. */
  readonly imports: readonly { readonly names: readonly string[]; readonly from: string }[]
}

/** The samples in TypeScript of a page. */
export function samplesOf(page: string): Sample[] {
  return Array.from(read(page).matchAll(/^```ts\n(.*?)^```$/gms), ([, text]) => {
    const imports = Array.from(text!.matchAll(/^import \{ (.*?) \} from '(.*)'$/gm), ([, names, from]) => ({
      names: names!.split(', '),
      from: from!,
    }))
    return { code: text!.replaceAll(/^import .*\n/gm, '').trim(), imports }
  })
}

/** Ends what has a signal once it was called so often. */
export function stopAfter(times: number): { readonly stop: () => void; readonly signal: AbortSignal } {
  const ending = new AbortController()
  let called = 0
  return { stop: () => void (++called === times && ending.abort()), signal: ending.signal }
}
