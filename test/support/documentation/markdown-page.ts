import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import GithubSlugger from 'github-slugger'
import MarkdownIt, { type Token } from 'markdown-it'

const ROOT = join(__dirname, '../../..')
const BESIDE = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'sdk/README.md',
  'sdk/RECIPES.md',
  'sdk/CHANGELOG.md',
]

/** A fenced block, with the first words of its fence: what it is in, and what it is about. */
export interface Sample {
  readonly page: string
  /** Of the page: the line of the fence. */
  readonly line: number
  readonly language: string
  /** The second word: a company, or the name of a file. */
  readonly about: string
  readonly text: string
  /** The block that comes right after it: what it answers or prints. */
  readonly shown?: { readonly language: string; readonly text: string }
}

export interface MarkdownPage {
  readonly path: string
  readonly text: string
  readonly samples: readonly Sample[]
  /** Where it leads, as it is written. */
  readonly links: readonly string[]
  /** What a link can lead to, as a forge makes it of a heading. */
  readonly anchors: ReadonlySet<string>
  /** What stands in backticks. */
  readonly codes: readonly string[]
  /** Rows of all tables, cell by cell. */
  readonly rows: readonly (readonly string[])[]
}

/** The pages for users, and those beside them that link and are linked to. */
export function readMarkdownPages(): MarkdownPage[] {
  const docs = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
  const paths = docs.filter((path) => path.endsWith('.md')).map((path) => join('docs', path))
  return [...paths, ...BESIDE]
    .sort()
    .map((path) => markdownPage(path, readFileSync(join(ROOT, path), 'utf8')))
}

export function markdownPage(path: string, text: string): MarkdownPage {
  const tokens = new MarkdownIt().parse(text, {})
  const inline = tokens.flatMap(({ children }) => children ?? [])
  return {
    ...{ path, text },
    samples: samplesIn(path, tokens),
    links: inline.filter(({ type }) => type === 'link_open').map((token) => String(token.attrGet('href'))),
    anchors: anchorsIn(tokens),
    codes: inline.filter(({ type }) => type === 'code_inline').map(({ content }) => content),
    rows: text
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .map((line) =>
        line
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim()),
      ),
  }
}

function samplesIn(page: string, tokens: readonly Token[]): Sample[] {
  return tokens.flatMap((token, index) => {
    if (token.type !== 'fence') return []
    const [language = '', about = ''] = token.info.split(' ')
    const next = tokens[index + 1]
    const shown = next?.type === 'fence' ? { language: next.info, text: next.content } : undefined
    return [{ page, line: token.map![0] + 1, language, about, text: token.content, shown }]
  })
}

function anchorsIn(tokens: readonly Token[]): Set<string> {
  const slugger = new GithubSlugger()
  const headings = tokens.flatMap((token, index) =>
    token.type === 'heading_open'
      ? [tokens[index + 1]!.children!.map(({ content }) => content).join('')]
      : [],
  )
  return new Set(headings.map((heading) => slugger.slug(heading)))
}
