import type { Import, SourceFile } from './source-file.js'

/** Each folder knows itself and what stands before it. */
const LAYERS = [['domain'], ['platform'], ['features'], ['seed'], ['app'], ['import'], ['main.ts', 'cli']]

/** Each slice knows itself and the slices before it. A new slice takes its place here. */
export const SLICES = [
  'org',
  'calendar',
  'people',
  'api-key',
  'metric',
  'key-metric',
  'activity',
  'target',
  'progress',
  'live',
  'celebration',
  'diagnosis',
  'impact',
  'page',
  'audit',
  'schedule',
]

/** Folders beside the layers. The SQL of a migration outlives the code it once served; the playground runs elsewhere. */
const ISLANDS = ['migrations', 'playground']

/** What the platform may run of the domain: the errors it reports and the permissions it asks for. */
const DOMAIN_OF_PLATFORM = ['server/domain/errors.ts', 'server/domain/policy.ts', 'server/domain/viewer.ts']

export function importsAgainstTheDirection(files: SourceFile[]): string[] {
  return everyImport(files.map(withoutSharedShapes), 'server/').flatMap(([path, target]) => {
    const [from, to] = [layerOf(path), layerOf(target)]
    if (from === undefined) return [`${path}: a folder the law does not know`]
    if (isIsland(path) && folderOf(path) !== folderOf(target)) return [`${path} imports ${target}`]
    return to !== undefined && (isIsland(target) || to <= from) ? [] : [`${path} imports ${target}`]
  })
}

export function importsOfALaterSlice(files: SourceFile[]): string[] {
  return everyImport(files, 'server/features/').flatMap(([path, target]) => {
    if (!target.startsWith('server/features/')) return []
    const [from, to] = [sliceOf(path), sliceOf(target)]
    if (from < 0) return [`${path}: a slice without a place in the order (SLICES)`]
    return to <= from ? [] : [`${path} imports ${target}`]
  })
}

export function importsOfAForeignResolver(files: SourceFile[]): string[] {
  return everyImport(files, '')
    .filter(([path, target]) => target.endsWith('.resolver.ts') && !path.startsWith('server/app/'))
    .filter(([path, target]) => folderOf(path, 3) !== folderOf(target, 3))
    .map(([path, target]) => `${path} imports ${target}`)
}

export function importsFromServerInSdk(files: SourceFile[]): string[] {
  return everyImport(files, 'sdk/')
    .filter(([, target]) => !target.startsWith('sdk/'))
    .map(([path, target]) => `${path} imports ${target}`)
}

/** A technique may speak of the domain's shapes; its rules are called by the features. */
export function domainRulesInPlatform(files: SourceFile[]): string[] {
  const isRule = ({ target, isTypeOnly }: Import) => !isTypeOnly && !DOMAIN_OF_PLATFORM.includes(target)
  return files
    .filter(({ path }) => path.startsWith('server/platform/'))
    .flatMap(({ path, imports }) =>
      imports
        .filter((imported) => imported.target.startsWith('server/domain/') && isRule(imported))
        .map(({ target }) => `${path} imports more than types of ${target}`),
    )
}

/** The playground and its server agree on the shapes they exchange: types of the platform, which leave no code. */
function withoutSharedShapes(file: SourceFile): SourceFile {
  if (!file.path.startsWith('server/playground/')) return file
  const isShape = ({ target, isTypeOnly }: Import) => isTypeOnly && target.startsWith('server/platform/')
  return { ...file, imports: file.imports.filter((imported) => !isShape(imported)) }
}

function everyImport(files: SourceFile[], folder: string): [path: string, target: string][] {
  const relative = ({ isRelative }: Import) => isRelative
  return files
    .filter(({ path }) => path.startsWith(folder))
    .flatMap(({ path, imports }) =>
      imports.filter(relative).map(({ target }): [string, string] => [path, target]),
    )
}

function layerOf(path: string): number | undefined {
  if (isIsland(path)) return LAYERS.length
  const layer = LAYERS.findIndex(
    (names) => path.startsWith('server/') && names.includes(path.split('/')[1] ?? ''),
  )
  return layer < 0 ? undefined : layer
}

function isIsland(path: string): boolean {
  return path.startsWith('server/') && ISLANDS.includes(path.split('/')[1] ?? '')
}

function sliceOf(path: string): number {
  return SLICES.indexOf(path.split('/')[2] ?? '')
}

function folderOf(path: string, depth = 2): string {
  return path.split('/').slice(0, depth).join('/')
}
