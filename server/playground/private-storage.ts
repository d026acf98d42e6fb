import type { GraphiQLProps } from 'graphiql'

type EditorStorage = NonNullable<GraphiQLProps['storage']>

const OWN_KEYS = 'graphiql:'

/** localStorage for the editor, except that typed request headers (they may hold a token) are never kept. */
export function privateStorage(storage: Storage): EditorStorage {
  const ownKeys = () => Object.keys(storage).filter((key) => key.startsWith(OWN_KEYS))
  return {
    getItem: (key) => storage.getItem(key),
    setItem: (key, value) => storage.setItem(key, withoutHeaders(value)),
    removeItem: (key) => storage.removeItem(key),
    clear: () => ownKeys().forEach((key) => storage.removeItem(key)),
    get length() {
      return ownKeys().length
    },
  }
}

function withoutHeaders(value: string): string {
  if (!value.includes('"headers":"')) return value
  const isTyped = (key: string, member: unknown) => key === 'headers' && typeof member === 'string'
  return JSON.stringify(JSON.parse(value), (key, member: unknown) =>
    isTyped(key, member) ? undefined : member,
  )
}
