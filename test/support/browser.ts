import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const program = [process.env.CHROMIUM ?? '', ...PROGRAMS].find((file) => existsSync(file))

const NOT_HERE = `These tests did not run: there is no Chromium at ${PROGRAMS.join(', ')}. Install one, on Debian with "apt-get install chromium", or say where it is: CHROMIUM=/path npm test`

/** Tests in a real browser. Where there is none they say aloud that they did not run, and in CI they fail. */
export function describeInBrowser(title: string, tests: () => void): void {
  if (program !== undefined) return describe(title, tests)
  describe.skip(title, tests)
  it(`${title}: needs Chromium`, () => {
    if (process.env.CI) throw new Error(NOT_HERE)
    process.stderr.write(`\n${NOT_HERE}\n`)
  })
}

/** A browser with the network cable pulled: it finds this machine, and nothing else. */
export function openOfflineBrowser(): Promise<Browser> {
  const args = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', '--disable-background-networking']
  return chromium.launch({ executablePath: program, args })
}
