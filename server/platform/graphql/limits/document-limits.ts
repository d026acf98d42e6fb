import type { ApolloServerPlugin } from '@apollo/server'
import { Kind, type ASTVisitor, type DocumentNode, type GraphQLError, type ValidationContext } from 'graphql'
import { requestError } from '../request-error.js'
import { measure, type Size } from './measure.js'

interface Limit {
  readonly most: number
  readonly of: string
  readonly instead: string
}

/** What a document may be. Introspection as tools send it is 15 levels deep, lists within lists apart. */
export const DOCUMENT_LIMITS: Readonly<Record<keyof Size, Limit>> = {
  depth: {
    most: 12,
    of: 'levels of fields',
    instead: 'Read what lies deeper by its id, in another request.',
  },
  schemaDepth: { most: 20, of: 'levels of the schema', instead: 'Read the types one by one with __type.' },
  nesting: {
    most: 40,
    of: 'levels of fields and fragments',
    instead: 'Leave out fragments within fragments.',
  },
  aliases: { most: 50, of: 'aliases', instead: 'Read several things at once with nodes(ids:).' },
  rootFields: { most: 20, of: 'fields at the top', instead: 'Send several requests.' },
  directives: { most: 50, of: 'directives', instead: 'Leave out what is not needed.' },
  selections: { most: 2_000, of: 'fields and fragments', instead: 'Send several requests.' },
  valueDepth: {
    most: 12,
    of: 'levels of lists and objects in a value',
    instead: 'No argument needs as many.',
  },
}

const refused = new WeakMap<DocumentNode, readonly GraphQLError[]>()

/**
 * Spares a document its validation, which can take long: it is exchanged for an empty one, of which `refusedDocumentRule`
 * says why. A plugin itself cannot refuse at this point.
 */
export function refuseDocument(request: object, errors: readonly GraphQLError[]): void {
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] }
  refused.set(document, errors)
  Object.assign(request, { document })
}

/** Measures each document before it is validated. */
export const documentLimits: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      validationDidStart: (request) => {
        const errors = excessesOf(measure(request.document))
        if (errors.length > 0) refuseDocument(request, errors)
        return Promise.resolve()
      },
    }),
}

export function refusedDocumentRule(context: ValidationContext): ASTVisitor {
  for (const error of refused.get(context.getDocument()) ?? []) context.reportError(error)
  return {}
}

export function excessesOf(size: Size): GraphQLError[] {
  const limits = Object.entries(DOCUMENT_LIMITS) as [keyof Size, Limit][]
  return limits
    .filter(([name, { most }]) => size[name] > most)
    .map(([name, { most, of, instead }]) =>
      limitExceeded(`The document has ${size[name]} ${of}`, most, instead),
    )
}

/** @param what says what came, for example "The document has 13 levels". */
export function limitExceeded(what: string, most: number, instead: string): GraphQLError {
  return requestError('LIMIT_EXCEEDED', `${what}; at most ${most} are allowed. ${instead}`)
}
