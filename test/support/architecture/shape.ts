import ts from 'typescript'
import { nodesIn, type SourceFile } from './source-file.js'

const MOST_LINES = 250
const NAMELESS = /(^|[-./])(helpers?|utils?|managers?|services?)(?=[-./])/

export function barrels(files: SourceFile[]): string[] {
  return files
    .map(({ path }) => path)
    .filter((path) => /\/index\.tsx?$/.test(path) && path !== 'sdk/index.ts')
}

export function defaultExports(files: SourceFile[]): string[] {
  return files.filter(({ tree }) => [...nodesIn(tree)].some(isDefaultExport)).map(({ path }) => path)
}

export function filesTooLong(files: SourceFile[]): string[] {
  return files
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ path, lines }) => `${path} has ${lines} lines`)
}

/** Names that say where code was put and not what it is. */
export function namelessFiles(files: SourceFile[]): string[] {
  return files.map(({ path }) => path).filter((path) => NAMELESS.test(path))
}

/** The length that this share of the files does not exceed. */
export function linesAt(share: number, files: SourceFile[]): number {
  const lengths = files.map(({ lines }) => lines).sort((a, b) => a - b)
  return lengths[Math.ceil(share * lengths.length) - 1] ?? 0
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node) || ts.isExportSpecifier(node))
    return ts.isExportAssignment(node) || named(node)
  return ts.canHaveModifiers(node) && hasDefault(ts.getModifiers(node))
}

function named({ name }: ts.ExportSpecifier): boolean {
  return name.text === 'default'
}

function hasDefault(modifiers: readonly ts.Modifier[] | undefined): boolean {
  return Boolean(modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword))
}
