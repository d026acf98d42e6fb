import graphql from '@graphql-eslint/eslint-plugin'
import { defineConfig } from 'eslint/config'
import { deprecation } from './scripts/lint/deprecation.mjs'
import { except } from './scripts/lint/except.mjs'

const { 'flat/schema-all': all, 'flat/schema-relay': relay } = graphql.configs
const [severity, naming] = all.rules['@graphql-eslint/naming-convention']

/** Every rule of the sets schema-all and relay, and each exception with its reason. */
export default defineConfig({
  files: ['**/*.graphql'],
  languageOptions: {
    parser: graphql.parser,
    parserOptions: { graphQLConfig: { schema: process.env.LINTED_SCHEMA ?? 'schema.graphql' } },
  },
  plugins: {
    '@graphql-eslint': graphql,
    'key-metrics': {
      rules: {
        deprecation,
        // No field returns it: it is what `extensions.code` of an error can be, which clients must know.
        'no-unreachable-types': except(graphql.rules['no-unreachable-types'], ['ErrorCode']),
        // Somebody whom the company does not know yet is told by source and name, and has no id until linked.
        // A stay, a row, a rank and what is left of a deleted node are values of what they hang under.
        'relay-edge-types': except(graphql.rules['relay-edge-types'], [
          ...['DeletedNodeEdge', 'LeaderboardEntryEdge', 'MembershipEdge', 'OverviewNodeEdge'],
          ...['TeamMemberEdge', 'UnlinkedPersonEdge'],
        ]),
      },
    },
  },
  rules: {
    ...all.rules,
    ...relay.rules,
    'key-metrics/deprecation': 'error',
    'key-metrics/no-unreachable-types': 'error',
    '@graphql-eslint/no-unreachable-types': 'off',
    // It wants an argument that `@deprecated` of the specification has not. Ours reads the reason, and asks for more.
    '@graphql-eslint/require-deprecation-date': 'off',
    // The schema is printed in the order of graphql-js, which `schema:check` keeps; ESLint puts `_` elsewhere.
    '@graphql-eslint/alphabetize': 'off',
    // "Activity type" is what sales people say of calls and meetings; the type is of activities, not of GraphQL.
    '@graphql-eslint/naming-convention': [
      severity,
      {
        ...naming,
        'ObjectTypeDefinition,ObjectTypeExtension': {
          ...naming['ObjectTypeDefinition,ObjectTypeExtension'],
          ignorePattern: 'ActivityType$',
        },
      },
    ],
    // What has an identity of its own is a Node and has an id. The others are values of what they hang under.
    '@graphql-eslint/strict-id-in-types': 'off',
    // Structure is bounded and read whole, as plain lists; and a connection has `nodes` for whoever needs no cursor.
    'key-metrics/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false }],
    '@graphql-eslint/relay-edge-types': 'off',
    // Lists are read forwards. What is last is asked for by the order of the list, not by reading it from behind.
    '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
    // There are changes, and they are mutations.
    '@graphql-eslint/no-root-type': 'off',
    // A payload is always there, since it says why a change was refused; and a list may be empty, but is one.
    '@graphql-eslint/require-nullable-result-in-root': 'off',
  },
})
