import { readFileSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import ts from 'typescript'

export interface Import {
  /** A path inside the repository when it is relative, else the name of the package. */
  target: string
  isRelative: boolean
  isTypeOnly: boolean
}

export interface SourceFile {
  path: string
  lines: number
  tree: ts.SourceFile
  imports: Import[]
}

/** What is written by hand below these folders. */
export function readSourceFiles(...folders: string[]): SourceFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !/\/(dist|generated|node_modules)\//.test(path))
    .map((path) => sourceFile(path, readFileSync(path, 'utf8')))
}

export function sourceFile(path: string, text: string): SourceFile {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true)
  return { path, tree, lines: text.trimEnd().split('\n').length, imports: importsOf(path, tree) }
}

export function* nodesIn(node: ts.Node): Generator<ts.Node> {
  yield node
  const children: ts.Node[] = []
  ts.forEachChild(node, (child) => void children.push(child))
  for (const child of children) yield* nodesIn(child)
}

function importsOf(path: string, tree: ts.SourceFile): Import[] {
  return [...nodesIn(tree)].flatMap((node) => {
    const from = moduleNamedBy(node)
    return from ? [{ ...locate(path, from.name), isTypeOnly: from.isTypeOnly }] : []
  })
}

/** Every way to name a module: import, export from, import(), and import('…') as a type. */
function moduleNamedBy(node: ts.Node): { name: string; isTypeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node)) return named(node.moduleSpecifier, isTypeOnlyImport(node.importClause))
  if (ts.isExportDeclaration(node)) return named(node.moduleSpecifier, node.isTypeOnly)
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return named(node.argument.literal, true)
  const isDynamic = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
  return isDynamic ? named(node.arguments[0], false) : undefined
}

function named(specifier: ts.Node | undefined, isTypeOnly: boolean) {
  return specifier && ts.isStringLiteralLike(specifier) ? { name: specifier.text, isTypeOnly } : undefined
}

function isTypeOnlyImport(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false
  const names = clause.namedBindings
  const areTypes = names && ts.isNamedImports(names) && names.elements.every((element) => element.isTypeOnly)
  return clause.isTypeOnly || (!clause.name && Boolean(areTypes))
}

function locate(path: string, specifier: string): Omit<Import, 'isTypeOnly'> {
  if (!specifier.startsWith('.')) return { target: specifier, isRelative: false }
  const target = posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts')
  return { target, isRelative: true }
}
