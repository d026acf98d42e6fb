import 'reflect-metadata'
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { buildSchema } from 'type-graphql'
import { DataSource } from 'typeorm'
import { DailySum, Formula, Metric, OrgNode, Rule, Target } from './entities.js'
import { createLoaders } from './loaders.js'
import { EffectiveKeyMetricResolver, OrgNodeResolver, type Context } from './resolvers.js'

const { DATABASE_URL, BENCH_COMPANY: companyId = '' } = process.env

const db = await new DataSource({
  type: 'postgres',
  url: DATABASE_URL,
  poolSize: 10,
  entities: [OrgNode, Metric, Rule, Formula, DailySum, Target],
}).initialize()

const schema = await buildSchema({
  resolvers: [OrgNodeResolver, EffectiveKeyMetricResolver],
  validate: false,
})
const server = new ApolloServer<Context>({ schema })
const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async () => ({ companyId, loaders: createLoaders(db) }),
})
process.stdout.write(`${url}\n`)
