/** One message of a text/event-stream. */
export interface Message {
  readonly event: string
  readonly text: string
}

/** The messages of a stream, wherever the network cut it; `heard` is called whenever anything comes. */
export async function* messagesIn(
  body: ReadableStream<Uint8Array>,
  heard: () => void,
): AsyncGenerator<Message, void> {
  const decoder = new TextDecoder()
  const reader = body.getReader()
  try {
    for (let rest = ''; ;) {
      const { done, value } = await reader.read()
      if (done) return
      heard()
      const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n')
      rest = blocks.pop()!
      for (const block of blocks) yield messageOf(block)
    }
  } finally {
    void reader.cancel().catch(() => {})
  }
}

function messageOf(block: string): Message {
  const valuesOf = (field: string) =>
    block.split('\n').flatMap((line) => (line.startsWith(field) ? [line.slice(field.length).trim()] : []))
  return { event: valuesOf('event:').join(''), text: valuesOf('data:').join('\n') }
}
