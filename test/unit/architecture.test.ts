import { importCycles } from '../support/architecture/cycles.js'
import {
  domainRulesInPlatform,
  importsAgainstTheDirection,
  importsFromServerInSdk,
  importsOfAForeignResolver,
  importsOfALaterSlice,
} from '../support/architecture/direction.js'
import { impurities } from '../support/architecture/purity.js'
import {
  barrels,
  defaultExports,
  filesTooLong,
  linesAt,
  namelessFiles,
} from '../support/architecture/shape.js'
import { readSourceFiles, sourceFile, type SourceFile } from '../support/architecture/source-file.js'

const files = readSourceFiles('server', 'sdk')

describe('the law of the house', () => {
  it('reads the files it judges', () => {
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['server/domain/errors.ts', 'server/platform/config.ts', 'sdk/index.ts']),
    )
  })

  it('the domain knows nothing but itself: no library, no promise, no clock, no chance, no class but its error', () => {
    expect(impurities(files)).toEqual([])
  })

  it('a folder imports itself and what stands before it: domain, platform, features, app, entry points', () => {
    expect(importsAgainstTheDirection(files)).toEqual([])
  })

  it('the platform takes types, errors and permissions from the domain, and no other rules', () => {
    expect(domainRulesInPlatform(files)).toEqual([])
  })

  it('a slice never knows a later slice', () => {
    expect(importsOfALaterSlice(files)).toEqual([])
  })

  it('nobody imports the resolver of another slice', () => {
    expect(importsOfAForeignResolver(files)).toEqual([])
  })

  it('the SDK imports nothing from the server', () => {
    expect(importsFromServerInSdk(files)).toEqual([])
  })

  it('no file imports itself by a detour, not even for a type', () => {
    expect(importCycles(files)).toEqual([])
  })

  it('the SDK alone has a barrel', () => {
    expect(barrels(files)).toEqual([])
  })

  it('what is exported has a name', () => {
    expect(defaultExports(files)).toEqual([])
  })

  it('files are short: none above 250 lines, nine of ten within 150, half of them within 60', () => {
    expect(filesTooLong(files)).toEqual([])
    expect(linesAt(0.9, files)).toBeLessThanOrEqual(150)
    expect(linesAt(0.5, files)).toBeLessThanOrEqual(60)
  })

  it('no file is called helper, util, manager or service', () => {
    expect(namelessFiles(files)).toEqual([])
  })
})

describe('the law catches', () => {
  const planted = (sources: Record<string, string>): SourceFile[] =>
    Object.entries(sources).map(([path, text]) => sourceFile(path, text))

  it.each([
    [`import { z } from 'zod'`, 'server/domain/pace.ts imports zod'],
    [`import type { Log } from '../platform/log.js'`, 'server/domain/pace.ts imports server/platform/log.ts'],
    [`export * from '../app/schema.js'`, 'server/domain/pace.ts imports server/app/schema.ts'],
    [`type Db = import('typeorm').DataSource`, 'server/domain/pace.ts imports typeorm'],
    ['const pace = async () => 1', 'server/domain/pace.ts:1 is asynchronous'],
    ['const pace = () => Promise.resolve(1)', 'server/domain/pace.ts:1 is asynchronous'],
    ['const now = () => Date.now()', 'server/domain/pace.ts:1 reads the clock'],
    ['const now = () => new Date()', 'server/domain/pace.ts:1 reads the clock'],
    ['const now = () => performance.now()', 'server/domain/pace.ts:1 uses performance'],
    ['const die = () => Math.random()', 'server/domain/pace.ts:1 is random'],
    ['const zone = process.env.TZ', 'server/domain/pace.ts:1 uses process'],
    ['class Pace {}', 'server/domain/pace.ts:1 declares the class Pace'],
  ])('in the domain: %s', (text, violation) => {
    expect(impurities(planted({ 'server/domain/pace.ts': text }))).toEqual([violation])
  })

  it('nothing in a domain that is pure', () => {
    const text = `import { DomainError } from './errors.js'
      export class DomainError extends Error {}
      export const dayOf = (instant: string) => new Date(instant).toISOString()`
    expect(impurities(planted({ 'server/domain/calendar.ts': text }))).toEqual([])
  })

  it.each([
    ['server/platform/log.ts', '../features/org/org.loaders.js', 'server/features/org/org.loaders.ts'],
    ['server/features/org/org.loaders.ts', '../../app/schema.js', 'server/app/schema.ts'],
    ['server/app/schema.ts', '../main.js', 'server/main.ts'],
    ['server/app/schema.ts', '../../sdk/index.js', 'sdk/index.ts'],
    ['server/migrations/1-create-metric.ts', '../domain/metric.js', 'server/domain/metric.ts'],
    ['server/playground/main.ts', '../platform/log.js', 'server/platform/log.ts'],
  ])('%s importing %s', (path, specifier, target) => {
    const files = planted({ [path]: `import { thing } from '${specifier}'` })
    expect(importsAgainstTheDirection(files)).toEqual([`${path} imports ${target}`])
  })

  it('a rule of the domain called by the platform, but not its types, errors and permissions', () => {
    const files = planted({
      'server/platform/a.ts': `import { effectiveKeyMetrics } from '../domain/resolution.js'`,
      'server/platform/b.ts': `import type { Role } from '../domain/resolution.js'
        import { type Rule } from '../domain/resolution.js'
        import { assertCan } from '../domain/policy.js'
        import { DomainError } from '../domain/errors.js'`,
    })
    expect(domainRulesInPlatform(files)).toEqual([
      'server/platform/a.ts imports more than types of server/domain/resolution.ts',
    ])
  })

  it('a slice that knows a later one, and a slice without a place in the order', () => {
    const files = planted({
      'server/features/metric/metric.loaders.ts': `import { a } from '../key-metric/key-metric.loaders.js'`,
      'server/features/key-metric/key-metric.loaders.ts': `import { a } from '../metric/metric.loaders.js'`,
      'server/features/weather/weather.loaders.ts': `import { a } from '../org/org.loaders.js'`,
    })
    expect(importsOfALaterSlice(files)).toEqual([
      'server/features/metric/metric.loaders.ts imports server/features/key-metric/key-metric.loaders.ts',
      'server/features/weather/weather.loaders.ts: a slice without a place in the order (SLICES)',
    ])
  })

  it('the resolver of another slice, but not the list of resolvers in app', () => {
    const files = planted({
      'server/features/metric/metric.type.ts': `import { OrgResolver } from '../org/org.resolver.js'`,
      'server/app/schema.ts': `import { OrgResolver } from '../features/org/org.resolver.js'`,
    })
    expect(importsOfAForeignResolver(files)).toEqual([
      'server/features/metric/metric.type.ts imports server/features/org/org.resolver.ts',
    ])
  })

  it('a type of the server in the SDK', () => {
    const files = planted({ 'sdk/client.ts': `import type { Config } from '../server/platform/config.js'` })
    expect(importsFromServerInSdk(files)).toEqual(['sdk/client.ts imports server/platform/config.ts'])
  })

  it('a cycle of types over three files', () => {
    const files = planted({
      'a.ts': `import type { B } from './b.js'`,
      'b.ts': `import { type C } from './c.js'`,
      'c.ts': `export type { A } from './a.js'`,
      'd.ts': `import './a.js'`,
    })
    expect(importCycles(files)).toEqual(['a.ts > b.ts > c.ts > a.ts'])
  })

  it('barrels, default exports, long files and names that say nothing', () => {
    const files = planted({
      'server/app/index.ts': `export default 1`,
      'server/app/date-utils.ts': `export default function now() {}`,
      'server/app/services/mail.ts': `const mail = 1; export { mail as default }`,
      'server/app/self-service.ts': 'export const line = 1\n'.repeat(251),
      'sdk/index.ts': `export * from './client.js'`,
    })
    expect(barrels(files)).toEqual(['server/app/index.ts'])
    expect(defaultExports(files)).toEqual([
      'server/app/index.ts',
      'server/app/date-utils.ts',
      'server/app/services/mail.ts',
    ])
    expect(filesTooLong(files)).toEqual(['server/app/self-service.ts has 251 lines'])
    expect(namelessFiles(files)).toEqual([
      'server/app/date-utils.ts',
      'server/app/services/mail.ts',
      'server/app/self-service.ts',
    ])
  })
})
