import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { buildSchema, isEnumType, parse, validate } from 'graphql'
import type { MarkdownPage } from './markdown-page.js'

const ROOT = join(__dirname, '../../..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

/** Links to files, pages and headings that are not there. */
export function brokenLinks(pages: readonly MarkdownPage[]): string[] {
  const anchorsOf = new Map(pages.map(({ path, anchors }) => [path, anchors]))
  return pages.flatMap(({ path, links }) =>
    links
      .filter((link) => !/^https?:/.test(link))
      .flatMap((link) => {
        const [file = '', anchor] = decodeURI(link).split('#')
        const target = file === '' ? path : normalize(join(dirname(path), file))
        const isThere = existsSync(join(ROOT, target))
        const leads = isThere && (anchor === undefined || anchorsOf.get(target)?.has(anchor))
        return leads ? [] : [`${path}: ${link}`]
      }),
  )
}

/** Documents that do not fit the schema. */
export function wrongDocuments(pages: readonly MarkdownPage[]): string[] {
  const schema = buildSchema(read('schema.graphql'))
  return pages.flatMap(({ samples }) =>
    samples
      .filter(({ language }) => language === 'graphql')
      .flatMap(({ page, line, text }) =>
        validate(schema, parse(text)).map(({ message }) => `${page}:${line}: ${message}`),
      ),
  )
}

/** What no part of the system is called: codes, settings, fields, functions, and commands of `npm run`. */
export function unknownNames(pages: readonly MarkdownPage[], known: ReadonlySet<string>): string[] {
  const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts)
  const isUnknown = (name: string) =>
    /^([A-Z]{4,}|[A-Z][A-Z0-9]*(_[A-Z0-9]+)+|[a-z]+([A-Z]\w*)+)$/.test(name) && !known.has(name)
  return pages.flatMap(({ path, codes, samples }) => {
    const shell = samples.filter(({ language }) => language === 'sh').map(({ text }) => text)
    const commands = [...codes, ...shell].flatMap((text) => [
      ...text.matchAll(/npm run (?:--silent )?([\w:]+)/g),
    ])
    return [
      ...codes.flatMap((text) => text.match(/\w+/g) ?? []).filter(isUnknown),
      ...commands.map(([, script]) => script!).filter((script) => !scripts.includes(script)),
    ].map((name) => `${path}: ${name}`)
  })
}

const METHODS = 'GET POST'

/** Every name that the schema, the SDK, the settings, the worked example and the samples themselves give. */
export function namesOfTheSystem(pages: readonly MarkdownPage[]): Set<string> {
  const sdk = readdirSync(join(ROOT, 'sdk'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /^(?!dist|compat|node_modules)\S+\.(ts|cts|graphql)$/.test(path))
    .map((path) => read(join('sdk', path)))
  const samples = pages.flatMap((page) =>
    page.samples.filter(({ language }) => language === 'ts').map(({ text }) => text),
  )
  const others = ['schema.graphql', '.env.example', 'server/seed/worked-example.ts'].map(read)
  const texts = [METHODS, ...others, ...sdk, ...samples]
  return new Set(texts.flatMap((text) => text.match(/\w+/g) ?? []))
}

/** Codes of the schema that a page leaves out. */
export function codesLeftOut({ codes }: MarkdownPage, ...enums: readonly string[]): string[] {
  const schema = buildSchema(read('schema.graphql'))
  return enums.flatMap((name) => {
    const type = schema.getType(name)
    return isEnumType(type)
      ? type
          .getValues()
          .map((value) => value.name)
          .filter((code) => !codes.includes(code))
      : [name]
  })
}

/** Large figures that neither the limits nor the settings know. */
export function unknownFigures(pages: readonly MarkdownPage[], texts: readonly string[]): string[] {
  return pages.flatMap(({ path, text }) => {
    const prose = text.replace(/^```.*?^```/gms, '')
    const figures = prose.match(/\b\d{1,3}(,\d{3})+\b/g) ?? []
    return figures
      .filter(
        (figure) =>
          !texts.some((known) => known.includes(figure) || known.includes(figure.replaceAll(',', ''))),
      )
      .map((figure) => `${path}: ${figure}`)
  })
}
