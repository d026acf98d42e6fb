const BARE_KEY = /^[A-Za-z_$][\w$]*$/

/** A value of JSON as a literal of TypeScript. */
export function literal(value: unknown, indent = ''): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = `${indent}  `
  if (Array.isArray(value))
    return block(
      '[]',
      value.map((item) => literal(item, inner)),
      indent,
    )
  return block(
    '{}',
    Object.entries(value).map(([key, member]) => `${keyOf(key)}: ${literal(member, inner)}`),
    indent,
  )
}

export function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

/** A text of several lines, as it stands. */
export function template(text: string): string {
  return `\`${text.replace(/[\\`]|\$(?=\{)/g, '\\$&')}\``
}

export function keyOf(name: string): string {
  return BARE_KEY.test(name) ? name : quoted(name)
}

/** Longer than this, every member gets a line of its own. */
const ONE_LINE = 72

/** @param brackets around the members, the opening one first. @param between two members that are on one line. */
export function block(
  brackets: '{}' | '[]',
  members: readonly string[],
  indent: string,
  between: ',' | ';' = ',',
): string {
  if (members.length === 0) return brackets
  const space = brackets === '{}' ? ' ' : ''
  const line = `${brackets[0]}${space}${members.join(`${between} `)}${space}${brackets[1]}`
  if (line.length <= ONE_LINE && !line.includes('\n')) return line
  const end = between === ',' ? ',' : ''
  const body = members.map((member) => `${indent}  ${member}${end}\n`).join('')
  return `${brackets[0]}\n${body}${indent}${brackets[1]}`
}
