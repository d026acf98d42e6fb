import type { Browser, Page } from 'playwright-core'
import { describeInBrowser, openOfflineBrowser } from '../support/browser.js'
import {
  answerOf,
  changeElsewhere,
  choose,
  isReady,
  isSoon,
  openPlayground,
  runChange,
  variablesOf,
} from '../support/playground-page.js'
import { seedNeighbour, startPlayground, type RunningPlayground } from '../support/playground-server.js'

let playground: RunningPlayground

beforeAll(async () => {
  playground = await startPlayground()
})

afterAll(() => playground?.stop())

describeInBrowser('a tab of the playground', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await openOfflineBrowser()
  })
  afterAll(() => browser?.close())

  const open = async (width = 1280): Promise<Page> =>
    openPlayground(await browser.newContext({ viewport: { width, height: 800 } }), playground.url)

  it.each([1280, 390])('that is active is seen among many, %d pixels wide', async (width) => {
    const page = await open(width)
    for (const name of ['GetViewer', 'GetTeam', 'GetDepartment', 'ListMembers']) {
      await choose(page, name)
      expect(await page.locator('.graphiql-tab-active').innerText()).toBe(name)
      expect([name, await isSoon(page, IS_ACTIVE_TAB_SEEN)]).toEqual([name, true])
    }
    await page.context().close()
  })

  it('offers one change after the other, each at the version of now, also after a reload', async () => {
    const page = await open()
    const changes = ['OverrideKeyMetric', 'HideKeyMetric', 'AddKeyMetric', 'OverrideKeyMetric']
    for (const name of changes) expect([name, await runChange(page, name)]).toEqual([name, []])
    await page.waitForTimeout(KEPT_AFTER_MS)
    await changeElsewhere(playground.url, 'HideKeyMetric')
    await page.reload()
    await isReady(page)
    for (const name of ['AddKeyMetric', 'OverrideKeyMetric'])
      expect([name, await runChange(page, name)]).toEqual([name, []])
    await page.context().close()
  })

  it('offers what there is in the company of whoever asks', async () => {
    const { team } = await seedNeighbour(playground.database)
    const page = await open()
    await choose(page, 'GetTeam')
    await page.getByRole('combobox', { name: 'Ask as' }).click()
    await page.getByRole('option', { name: 'Nora Next' }).click()
    await page.getByRole('button', { name: 'Variables', exact: true }).click()
    await variablesOf(page).getByText(team).waitFor()
    await page.keyboard.press('Control+Enter')
    await answerOf(page).getByText('"NEXT DOOR"').first().waitFor()
    await choose(page, 'LinkPerson')
    await variablesOf(page).getByText('"reference": "…"').waitFor()
    await page.reload()
    await isReady(page)
    await choose(page, 'GetTeam')
    await variablesOf(page).getByText(team).waitFor()
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
})

/** The editor keeps its tabs half a second after they have changed. */
const KEPT_AFTER_MS = 1_000

const IS_ACTIVE_TAB_SEEN = `(() => {
  const [row, tab] = ['.graphiql-tabs', '.graphiql-tab-active'].map((of) => document.querySelector(of).getBoundingClientRect())
  return tab.left >= row.left - 1 && tab.right <= row.right + 1
})()`
