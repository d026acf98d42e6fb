/** A page of docs/reference. */
export interface Page {
  readonly file: string
  readonly text: string
}

const HEAD = '<!-- Printed from the code: npm run schema:print. -->'

/** @param parts are paragraphs, headings and tables, in order. */
export function pageOf(file: string, title: string, ...parts: readonly string[]): Page {
  return { file, text: `${[HEAD, `# ${title}`, ...parts].join('\n\n')}\n` }
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))].map(line).join('\n')
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ')
}

/** A text of the code as Markdown: what looks like a tag is none. */
export function prose(text: string): string {
  return text.replace(/<(?!br>)/g, '&lt;')
}

export function code(text: string): string {
  return `\`${text}\``
}
