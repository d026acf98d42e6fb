import { source, type AxeResults } from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { PlaygroundExample, PlaygroundSession } from '../../server/platform/http/playground.js'
import { describeInBrowser, openOfflineBrowser } from '../support/browser.js'
import {
  answerOf,
  changeElsewhere,
  editorOf,
  fetchSession,
  openPlayground,
} from '../support/playground-page.js'
import { startPlayground, type RunningPlayground } from '../support/playground-server.js'

let playground: RunningPlayground
let session: PlaygroundSession

beforeAll(async () => {
  playground = await startPlayground()
  session = await fetchSession(playground.url)
})

afterAll(() => playground?.stop())

const exampleOf = (name: string) => session.examples.find((example) => example.name === name)!
const costOf = (page: Page) => page.getByRole('group', { name: 'Cost of this document' })

describeInBrowser('the playground', () => {
  let browser: Browser
  const asked: string[] = []
  const faults: string[] = []

  beforeAll(async () => {
    browser = await openOfflineBrowser()
  })
  afterAll(() => browser?.close())

  async function open(example?: PlaygroundExample, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
    context.on('request', (request) => asked.push(request.url()))
    context.on('weberror', (error) => faults.push(String(error.error())))
    context.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    return openPlayground(context, playground.url, example)
  }

  describe.each([1280, 400])('%d pixels wide', (width) => {
    it.each(['light', 'dark'] as const)('is readable to everybody and fits, %s', async (colorScheme) => {
      const page = await open(undefined, { viewport: { width, height: 800 }, colorScheme })
      await page.keyboard.press('Control+Enter')
      await answerOf(page).getByText('"data"').waitFor()
      expect(await seriousFindings(page)).toEqual([])
      const ofPage = '[document.documentElement.scrollWidth, document.documentElement.scrollHeight]'
      expect(await page.evaluate(ofPage)).toEqual([width, 800])
      for (const name of ['Execute query (Ctrl-Enter)', 'Copy as SDK call', 'Variables']) {
        const box = await page.getByRole('button', { name, exact: true }).boundingBox()
        expect([name, box!.x + box!.width <= width, box!.y + box!.height <= 800]).toEqual([name, true, true])
      }
      await page.context().close()
    })
  })

  it('is used with the keyboard alone: ask as somebody, open an example, run it, leave the editor, where Tab indents', async () => {
    const page = await open()
    await tabTo(page, 'Ask as')
    await page.keyboard.press('Enter')
    await page.keyboard.type('o')
    expect(await seriousFindings(page)).toEqual([])
    await page.keyboard.press('Enter')
    await tabTo(page, 'Find an example')
    await page.keyboard.type('Who am I')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await editorOf(page).getByText('GetViewer').waitFor()
    await page.keyboard.press('Control+Enter')
    await answerOf(page).getByText('"Olga Oslo"').waitFor()
    expect(await page.getByRole('status').allInnerTexts()).toContainEqual(
      expect.stringContaining('as Olga Oslo'),
    )
    await editorOf(page).click()
    expect(await page.evaluate('document.activeElement.closest(".monaco-editor") !== null')).toBe(true)
    await page.keyboard.press('Escape')
    expect(await page.evaluate('document.activeElement.closest(".monaco-editor") === null')).toBe(true)
    await page.context().close()
  })

  it('tells the cost as one types and which limit is passed, and copies a call of the SDK', async () => {
    const page = await open(exampleOf('GetTeam'), { permissions: ['clipboard-read', 'clipboard-write'] })
    await costOf(page).getByText('depth 5 of 12').waitFor()
    await page.getByRole('button', { name: 'Copy as SDK call' }).click()
    await page.getByText('Copied the call of the SDK.').waitFor()
    const { id } = JSON.parse(exampleOf('GetTeam').variables!) as { id: string }
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      `import { getTeam } from '@keymetrics/sdk'\n\nconst team = await getTeam(km, { id: '${id}' })\n`,
    )
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(TOO_DEAR)})`)
    await editorOf(page).click()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+v')
    const told =
      'The operation costs 255032; at most 20000 are allowed. Ask for smaller pages or fewer lists within lists.'
    await costOf(page).getByText(told).waitFor()
    await page.context().close()
  })

  it('shows what a subscription tells, as it happens', async () => {
    const page = await open(exampleOf('OnProgressChanged'))
    await page.keyboard.press('Control+Enter')
    await answerOf(page).getByText('"isFirst": true').waitFor()
    await changeElsewhere(playground.url, 'HideKeyMetric')
    await answerOf(page).getByText('"isFirst": false').waitFor()
    await page.context().close()
  })

  it('says that a subscription was cut', async () => {
    const page = await open(exampleOf('OnProgressChanged'))
    const cut = { contentType: 'text/event-stream', body: 'event: next\ndata: {"data":"so far"}\n\n' }
    await page.route('**/graphql', (route) => route.fulfill(cut))
    await page.keyboard.press('Control+Enter')
    await page
      .getByRole('status')
      .getByText(/^Cut after .*: run it again$/)
      .waitFor()
    await answerOf(page).getByText('"so far"').waitFor()
    await page.context().close()
  })

  it('asked for nothing outside of its own origin, and had no fault', () => {
    expect(asked.length).toBeGreaterThan(40)
    expect(
      asked.filter((address) => !/^(data|blob):/.test(address) && !address.startsWith(playground.url)),
    ).toEqual([])
    expect(faults).toEqual([])
  })
})

const TOO_DEAR =
  '{ company { departments { teams { members(first: 100) { nodes { memberships(first: 100) { nodes { team { id } } } } } } } } }'

/** What axe-core finds that keeps somebody from using the page. */
async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(source)
  const { violations } = await page.evaluate<AxeResults>('axe.run()')
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/** Goes on with Tab until the element of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const focused = `(() => { const e = document.activeElement; return e.ariaLabel ?? (e.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent).join(' ') })()`
  for (let step = 0; step < 200; step++) {
    await page.keyboard.press('Tab')
    if (String(await page.evaluate(focused)).startsWith(name)) return
  }
  throw new Error(`Tab does not lead to ${name}.`)
}
