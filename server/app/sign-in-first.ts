import type { ApolloServerPlugin } from '@apollo/server'
import { Kind, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql'
import type { Context } from '../platform/context.js'
import { AnonymousContext, signInFirst } from './context.js'

/** What is there for who has no credential yet. */
const OPEN_TO_ALL = ['acceptInvitation']

/**
 * Who has not signed in may read the schema itself and accept an invitation, and is refused everything else before any
 * of it runs.
 */
export const signInFirstPlugin: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ contextValue, operation, document }) => {
        if (!operation || !(contextValue instanceof AnonymousContext)) return Promise.resolve()
        const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
        const names = rootFields(operation.selectionSet, fragments)
        return names.every((name) => name.startsWith('__') || OPEN_TO_ALL.includes(name))
          ? Promise.resolve()
          : Promise.reject(signInFirst())
      },
    }),
}

function rootFields(
  { selections }: SelectionSetNode,
  fragments: readonly FragmentDefinitionNode[],
): readonly string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFields(selection.selectionSet, fragments)
    const fragment = fragments.find(({ name }) => name.value === selection.name.value)
    return fragment ? rootFields(fragment.selectionSet, fragments) : []
  })
}
