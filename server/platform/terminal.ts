/** A line for the person at the terminal. What the server has to say of itself goes to the log. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Ends the process with what went wrong, in one message and without a stack, which helps nobody at a terminal. */
export function failWith(error: unknown): never {
  process.stderr.write(`\n${told(error)}\n`)
  process.exit(1)
}

function told(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code, port } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken. Choose another one: PORT=${(port ?? 4000) + 1} npm start`
  if (error instanceof AggregateError) return error.errors.map(told).join('\n')
  return error.message || String(code ?? error)
}
