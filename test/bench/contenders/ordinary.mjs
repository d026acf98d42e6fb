import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { startServer } from '../measure/server-process.mjs'
import { graphqlRequest, withoutErrors } from './ours.mjs'

const SOURCE = fileURLToPath(new URL('../peers/ordinary/server.ts', import.meta.url))
const BUILT = fileURLToPath(new URL('../../../dist/bench/ordinary.mjs', import.meta.url))

/** The very packages that we use, put together as their documentation does it. */
export const ordinary = {
  name: 'Apollo, type-graphql, TypeORM, DataLoader',
  start: async ({ url, company }) => {
    await build({
      entryPoints: [SOURCE],
      outfile: BUILT,
      bundle: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
      target: 'node20',
      tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
    })
    const env = { DATABASE_URL: url, BENCH_COMPANY: company, NODE_ENV: 'production' }
    return startServer('ordinary', { args: [BUILT], env })
  },
  request: async ({ document }, dataset) => ({ ...graphqlRequest(document(dataset)), path: '/' }),
  answer: ({ data, errors }) => withoutErrors(data, errors),
}
