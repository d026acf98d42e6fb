import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { DataSource } from 'typeorm'
import { registerPlayground } from '../platform/http/playground.js'
import type { SignIn } from '../platform/http/sign-in/sign-in.js'
import { demoSignIns } from './demo-sign-ins.js'
import { exampleVariables } from './example-variables.js'
import { PACKAGE_ROOT } from './package-root.js'
import { readExamples } from './playground-examples.js'

interface Options {
  readonly database: DataSource
  readonly signIn: SignIn
}

/** The playground. In production it offers nobody to ask as, and its examples name nothing. */
export function registerApiPlayground(app: FastifyInstance, { database, signIn }: Options): Promise<void> {
  return registerPlayground(app, {
    assetsDir: join(PACKAGE_ROOT, 'dist', 'playground'),
    people: () => demoSignIns(database, signIn),
    examples: async (companyId) => {
      return readExamples(
        join(PACKAGE_ROOT, 'sdk', 'operations'),
        await exampleVariables(database, companyId),
      )
    },
  })
}
