import { source, type AxeResults } from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { PlaygroundExample, PlaygroundSession } from '../../server/platform/http/playground.js'
import { describeInBrowser, openOfflineBrowser } from '../support/browser.js'
import { startPlayground, type RunningPlayground } from '../support/playground-server.js'
import { runDocument } from '../support/run-document.js'

let playground: RunningPlayground
let session: PlaygroundSession

beforeAll(async () => {
  playground = await startPlayground()
  session = await fetchSession()
})

afterAll(() => playground?.stop())

const fetchSession = async () =>
  (await (await fetch(`${playground.url}/playground/session.json`)).json()) as PlaygroundSession
const exampleOf = (name: string) => session.examples.find((example) => example.name === name)!
const editorOf = (page: Page) => page.locator('.graphiql-query-editor .monaco-editor').first()
const answerOf = (page: Page) => page.locator('.graphiql-response .view-lines')
const variablesOf = (page: Page) => page.locator('.graphiql-editor-tool .monaco-editor').first()
const costOf = (page: Page) => page.getByRole('group', { name: 'Cost of this document' })

describeInBrowser('the playground', () => {
  let browser: Browser
  const asked: string[] = []
  const faults: string[] = []

  beforeAll(async () => {
    browser = await openOfflineBrowser()
  })
  afterAll(() => browser?.close())

  /** The change as whoever reads the examples anew makes it, outside of the page. */
  async function changeElsewhere(name: string): Promise<void> {
    const { people, examples } = await fetchSession()
    const { document, variables } = examples.find((example) => example.name === name)!
    const { data } = await runDocument<object>(playground.url, {
      ...{ token: people[0]!.token, document, variables: JSON.parse(variables!) as object },
    })
    expect(Object.values(data)).toMatchObject([{ userErrors: [] }])
  }

  async function open(example?: PlaygroundExample, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
    context.on('request', (request) => asked.push(request.url()))
    const page = await context.newPage()
    page.setDefaultTimeout(50_000)
    page.on('pageerror', (error) => faults.push(String(error)))
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    const { document: query = '', variables = '' } = example ?? {}
    await page.goto(
      `${playground.url}/graphql?${example ? String(new URLSearchParams({ query, variables })) : ''}`,
    )
    await editorOf(page).waitFor()
    await page.locator('.km-dot-up').waitFor({ state: 'attached' })
    return page
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

  it.each([1280, 390])('shows the tab that is active among many, %d pixels wide', async (width) => {
    const page = await open(undefined, { viewport: { width, height: 800 } })
    for (const name of ['GetViewer', 'GetTeam', 'GetDepartment', 'ListMembers']) {
      await choose(page, name)
      expect(await page.locator('.graphiql-tab-active').innerText()).toBe(name)
      expect([name, await isSoon(page, IS_ACTIVE_TAB_SEEN)]).toEqual([name, true])
    }
    await page.context().close()
  })

  it('offers changes one after the other, each at the version of now, also after a reload', async () => {
    const page = await open()
    const changes = ['OverrideKeyMetric', 'HideKeyMetric', 'AddKeyMetric', 'OverrideKeyMetric']
    for (const name of changes) expect([name, await runChange(page, name)]).toEqual([name, []])
    await page.waitForTimeout(KEPT_AFTER_MS)
    await changeElsewhere('HideKeyMetric')
    await page.reload()
    await editorOf(page).waitFor()
    await page.locator('.km-dot-up').waitFor({ state: 'attached' })
    for (const name of ['AddKeyMetric', 'OverrideKeyMetric'])
      expect([name, await runChange(page, name)]).toEqual([name, []])
    await page.context().close()
  })

  it('leaves variables alone that somebody has edited', async () => {
    const page = await open()
    await choose(page, 'HideKeyMetric')
    await page.getByRole('button', { name: 'Variables', exact: true }).click()
    await variablesOf(page).click()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('{ "input": "mine"')
    expect(await runChange(page, 'AddKeyMetric')).toEqual([])
    await choose(page, 'HideKeyMetric')
    await variablesOf(page).getByText('"mine"').waitFor()
    await page.context().close()
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
    await changeElsewhere('HideKeyMetric')
    await answerOf(page).getByText('"isFirst": false').waitFor()
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

/** The editor keeps its tabs half a second after they have changed. */
const KEPT_AFTER_MS = 1_000

const TOO_DEAR =
  '{ company { departments { teams { members(first: 100) { nodes { memberships(first: 100) { nodes { team { id } } } } } } } } }'

const IS_ACTIVE_TAB_SEEN = `(() => {
  const [row, tab] = ['.graphiql-tabs', '.graphiql-tab-active'].map((of) => document.querySelector(of).getBoundingClientRect())
  return tab.left >= row.left - 1 && tab.right <= row.right + 1
})()`

/** Whether it holds within five seconds. The page's own policy forbids Playwright to wait there. */
async function isSoon(page: Page, condition: string): Promise<boolean> {
  for (let step = 0; step < 50; step++) {
    if (await page.evaluate<boolean>(condition)) return true
    await page.waitForTimeout(100)
  }
  return false
}

/** Chooses an example as one does who looks for it by name. */
async function choose(page: Page, name: string): Promise<void> {
  const find = page.getByRole('searchbox', { name: 'Find an example' })
  if (!(await find.isVisible())) await page.getByRole('button', { name: 'Show Examples' }).click()
  await find.fill(name)
  await page
    .getByRole('button', { name: new RegExp(`^${name}\\b`) })
    .first()
    .click()
  await editorOf(page).getByText(name).first().waitFor()
}

/** Runs an example that changes something, and tells the errors of whoever asked. */
async function runChange(page: Page, name: string): Promise<unknown[]> {
  await choose(page, name)
  const answered = page.waitForResponse((response) =>
    Boolean(
      response.request().postData()?.includes(`mutation ${name}`) && response.url().endsWith('/graphql'),
    ),
  )
  const offeredAnew = page.waitForResponse((response) => response.url().includes('session.json'))
  await page.keyboard.press('Control+Enter')
  const { data } = (await (await answered).json()) as { data: Record<string, { userErrors: unknown[] }> }
  await offeredAnew
  return Object.values(data).flatMap(({ userErrors }) => userErrors)
}

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
