import type { ApolloServerPlugin } from '@apollo/server'
import type { GraphQLError } from 'graphql'
import { LRUCache } from 'lru-cache'
import type { TrustedDocuments } from '../config.js'
import type { Context } from '../context.js'
import type { Log } from '../log.js'
import { refuseDocument } from './limits/document-limits.js'
import { requestError } from './request-error.js'

/** The texts of known documents, each under its SHA-256. */
export type Manifest = ReadonlyMap<string, string>

/** Holds documents to those that are known, as far as `setting` says; `tell` hears of each that is not. */
export function trustedDocuments(
  setting: TrustedDocuments,
  known: Manifest,
  log: Log,
  tell: () => void,
): ApolloServerPlugin<Context> {
  if (setting === 'off') return {}
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveSource: async ({ queryHash: sha256, contextValue: { requestId } }) => {
          if (known.has(sha256)) return
          tell()
          log.info({ requestId, sha256, setting }, 'a document that is not trusted')
        },
        // What was validated once is not again; but here that is only what is trusted.
        validationDidStart: async (request) => {
          const { queryHash: sha256 } = request
          if (setting === 'require' && !known.has(sha256)) refuseDocument(request, [notTrusted(sha256)])
        },
      }),
  }
}

function notTrusted(sha256: string): GraphQLError {
  return requestError(
    'DOCUMENT_NOT_TRUSTED',
    `This server answers known documents only, and ${sha256} is none. Use an operation of the SDK, or ask the operator.`,
  )
}

const LEARNED_CHARACTERS = 5_000_000

/**
 * The documents that a request may name by `extensions.persistedQuery.sha256Hash` instead of sending them: those that are
 * known, and for as long as there is room what was sent before with its hash.
 */
export function documentsByHash(known: Manifest) {
  const learned = new LRUCache<string, string>({
    maxSize: LEARNED_CHARACTERS,
    sizeCalculation: (text) => text.length,
  })
  const hashOf = (key: string) => key.replace(/^apq:/, '')
  return {
    get: async (key: string) => known.get(hashOf(key)) ?? learned.get(hashOf(key)),
    set: async (key: string, text: string) => void learned.set(hashOf(key), text),
    delete: async (key: string) => learned.delete(hashOf(key)),
  }
}
