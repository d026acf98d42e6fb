import { answersIn, readEvents } from '../../server/playground/event-stream.js'

async function eventsOf(...chunks: (string | Uint8Array)[]) {
  const bytes = chunks.map((chunk) => (typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk))
  const events = []
  for await (const event of readEvents(new Blob(bytes).stream())) events.push(event)
  return events
}

async function eventsOfChunks(...chunks: Uint8Array[]) {
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    },
  })
  const events = []
  for await (const event of readEvents(stream)) events.push(event)
  return events
}

describe('the events of a subscription', () => {
  it('come one by one, the last one being "complete"', async () => {
    expect(await eventsOf('event: next\ndata: {"data":1}\n\nevent: complete\ndata:\n\n')).toEqual([
      { event: 'next', data: '{"data":1}' },
      { event: 'complete', data: '' },
    ])
  })

  it('are whole wherever the network cuts the bytes, even inside a letter', async () => {
    const bytes = new TextEncoder().encode('event: next\r\ndata: "Bjørn"\r\n\r\n')
    const single = [...bytes].map((byte) => Uint8Array.of(byte))
    expect(await eventsOfChunks(...single)).toEqual([{ event: 'next', data: '"Bjørn"' }])
  })

  it('join several lines of data and skip comments', async () => {
    expect(await eventsOf(': still here\n\nevent: next\ndata: {\ndata: }\n\n')).toEqual([
      { event: 'next', data: '{\n}' },
    ])
  })
})

describe('a stream', () => {
  const EVENT = 'event: next\ndata: {"data":1}\n\n'
  type Controller = ReadableStreamDefaultController<Uint8Array>

  it.each<[string, string, (controller: Controller) => void, boolean]>([
    ['with "complete" is whole', 'event: complete\ndata:\n\n', (controller) => controller.close(), true],
    ['that ends without was cut', '', (controller) => controller.close(), false],
    ['that breaks was cut', '', (controller) => controller.error(new TypeError('network error')), false],
  ])('%s', async (_, last, end, isComplete) => {
    const chunks = [EVENT, last].filter(Boolean).map((text) => new TextEncoder().encode(text))
    const pull = (controller: Controller) => {
      const chunk = chunks.shift()
      return chunk ? controller.enqueue(chunk) : end(controller)
    }
    const answers = answersIn(new ReadableStream<Uint8Array>({ pull }))
    expect(await answers.next()).toEqual({ done: false, value: { data: 1 } })
    expect(await answers.next()).toEqual({ done: true, value: isComplete })
  })
})
