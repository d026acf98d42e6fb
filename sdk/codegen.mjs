import { fileURLToPath } from 'node:url'

/**
 * A configuration for graphql-codegen with which your own documents get types that `km.run` understands:
 * `export default keyMetrics({ documents: 'src/**\/*.ts' })`. Needs @graphql-codegen/cli; writes into `output`.
 */
export function keyMetrics({ documents, output = 'src/key-metrics/' }) {
  return {
    schema: fileURLToPath(new URL('./dist/schema.graphql', import.meta.url)),
    documents,
    importExtension: '.js',
    generates: {
      [output]: {
        preset: 'client',
        presetConfig: { fragmentMasking: false },
        config: {
          documentMode: 'string',
          enumType: 'string-literal',
          scalars: { ID: 'string', Date: 'string', DateTime: 'string', Decimal: 'string' },
          useTypeImports: true,
        },
      },
    },
  }
}
