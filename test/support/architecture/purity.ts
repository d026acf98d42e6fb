import ts from 'typescript'
import { nodesIn, type SourceFile } from './source-file.js'

/** What gives another answer tomorrow, or waits for somebody. */
const OUTSIDE = [
  'performance',
  'process',
  'setTimeout',
  'setInterval',
  'fetch',
  'crypto',
  'globalThis',
  'console',
]

/** Reasons why the domain cannot be understood, or tested, on its own. */
export function impurities(files: SourceFile[]): string[] {
  return files
    .filter(({ path }) => path.startsWith('server/domain/'))
    .flatMap((file) => [
      ...foreignImports(file),
      ...[...nodesIn(file.tree)].flatMap((node) => impurity(file, node)),
    ])
}

function foreignImports({ path, imports }: SourceFile): string[] {
  const foreign = imports.filter(({ target }) => !target.startsWith('server/domain/'))
  return foreign.map(({ target }) => `${path} imports ${target}`)
}

function impurity({ path, tree }: SourceFile, node: ts.Node): string[] {
  const reason = reasonOf(node)
  if (!reason) return []
  const { line } = tree.getLineAndCharacterOfPosition(node.getStart())
  return [`${path}:${line + 1} ${reason}`]
}

function reasonOf(node: ts.Node): string | undefined {
  if (node.kind === ts.SyntaxKind.AsyncKeyword || ts.isAwaitExpression(node)) return 'is asynchronous'
  if (ts.isClassLike(node) && node.name?.text !== 'DomainError')
    return `declares the class ${node.name?.text}`
  if (ts.isNewExpression(node)) return reasonOfNew(node)
  if (ts.isPropertyAccessExpression(node)) return reasonOfAccess(node.getText())
  return isOutside(node) ? `uses ${node.getText()}` : undefined
}

function reasonOfNew({ expression, arguments: given }: ts.NewExpression): string | undefined {
  const name = expression.getText()
  if (name === 'Promise') return 'is asynchronous'
  return name === 'Date' && !given?.length ? 'reads the clock' : undefined
}

function reasonOfAccess(text: string): string | undefined {
  if (text === 'Date.now') return 'reads the clock'
  if (text === 'Math.random') return 'is random'
  return text.startsWith('Promise.') ? 'is asynchronous' : undefined
}

/** A global that is used, not a property or a name of our own that happens to be called so. */
function isOutside(node: ts.Node): boolean {
  if (!ts.isIdentifier(node) || !OUTSIDE.includes(node.text)) return false
  const { parent } = node
  return (ts.isPropertyAccessExpression(parent) || ts.isCallExpression(parent)) && parent.expression === node
}
