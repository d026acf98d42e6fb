/**
 * A configuration for graphql-codegen with which your own documents get types that `km.run` understands:
 * `export default keyMetrics({ documents: 'src/**\/*.ts' })`. Needs @graphql-codegen/cli; writes into `output`.
 */
exports.keyMetrics = function keyMetrics({ documents, output = 'src/key-metrics/' }) {
  return {
    schema: [require.resolve('./dist/schema.graphql'), require.resolve('./dist/others.graphql')],
    documents,
    importExtension: '.js',
    generates: {
      [output]: {
        preset: 'client',
        presetConfig: { fragmentMasking: false },
        config: {
          documentMode: 'string',
          enumType: 'string-literal',
          futureProofEnums: true,
          scalars: { ID: 'string', Date: 'string', DateTime: 'string', Decimal: 'string' },
          strictScalars: true,
          useTypeImports: true,
        },
        hooks: {
          beforeOneFileWrite: (_path, code) => code.replaceAll(`'%future added value'`, '(string & {})'),
        },
      },
    },
  }
}
