import { code, pageOf, prose, table, type Page } from './markdown.js'

const INTRODUCTION = `Settings are environment variables, or lines of a file \`.env\` beside \`package.json\`. An empty value counts as
absent. The server names every mistake at once and does not start.`

/** What `.env.example` explains: comments, and below them the setting with its value in development. */
export function settingsPage(example: string): Page {
  const rows = example.split(/\n\n+/).flatMap(settingsIn)
  return pageOf('settings.md', 'Settings', INTRODUCTION, table(['Setting', 'If left out', ''], rows))
}

function settingsIn(paragraph: string): string[][] {
  const lines = paragraph.trim().split('\n')
  const words = lines.filter((line) => line.startsWith('#')).map((line) => line.replace(/^# ?/, ''))
  return lines
    .filter((line) => /^[A-Z_]+=/.test(line))
    .map((line) => {
      const [name = '', value = ''] = line.split('=')
      return [code(name), value && code(value), prose(words.join(' '))]
    })
}
