import { existsSync, statSync } from 'node:fs'
import { testsByFolder } from './test/support/folders.mjs'

/** Whoever names no file, but folders or nothing, runs them by folder. */
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))
const isByFolder = named.every((name) => existsSync(name) && statSync(name).isDirectory())

/** Compiled to CommonJS, which needs no experimental flag; what is published as ESM only is compiled along. */
const ESM_ONLY = ['github-slugger', 'jose', 'temporal-polyfill', 'temporal-utils']

export default {
  testEnvironment: 'node',
  testMatch: [isByFolder ? testsByFolder() : '<rootDir>/test/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/sdk/dist/'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '\\.[jt]s$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, useDefineForClassFields: false },
          target: 'es2022',
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${ESM_ONLY.join('|')})/)`],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  setupFiles: ['reflect-metadata', '<rootDir>/test/support/graphql-as-in-production.cjs'],
  maxWorkers: 2,
  testTimeout: 600_000,
}
