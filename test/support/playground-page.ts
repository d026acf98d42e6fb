import type { BrowserContext, Page } from 'playwright-core'
import type { PlaygroundExample, PlaygroundSession } from '../../server/platform/http/playground.js'
import { runDocument } from './run-document.js'

export const fetchSession = async (url: string) =>
  (await (await fetch(`${url}/playground/session.json`)).json()) as PlaygroundSession
export const editorOf = (page: Page) => page.locator('.graphiql-query-editor .monaco-editor').first()
export const answerOf = (page: Page) => page.locator('.graphiql-response .view-lines')
export const variablesOf = (page: Page) => page.locator('.graphiql-editor-tool .monaco-editor').first()

/** The page, with that example alone or with the first ones, once the schema is there. */
export async function openPlayground(
  context: BrowserContext,
  url: string,
  example?: PlaygroundExample,
): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(50_000)
  const { document: query = '', variables = '' } = example ?? {}
  await page.goto(`${url}/graphql?${example ? String(new URLSearchParams({ query, variables })) : ''}`)
  await isReady(page)
  return page
}

export async function isReady(page: Page): Promise<void> {
  await editorOf(page).waitFor()
  await page.locator('.km-dot-up').waitFor({ state: 'attached' })
}

/** Whether it holds within five seconds. The page's own policy forbids Playwright to wait there. */
export async function isSoon(page: Page, condition: string): Promise<boolean> {
  for (let step = 0; step < 50; step++) {
    if (await page.evaluate<boolean>(condition)) return true
    await page.waitForTimeout(100)
  }
  return false
}

/** Chooses an example as one does who looks for it by name. */
export async function choose(page: Page, name: string): Promise<void> {
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
export async function runChange(page: Page, name: string): Promise<unknown[]> {
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

/** The change as whoever reads the examples anew makes it, outside of the page. */
export async function changeElsewhere(url: string, name: string): Promise<void> {
  const { people, examples } = await fetchSession(url)
  const { document, variables } = examples.find((example) => example.name === name)!
  const { data } = await runDocument<object>(url, {
    ...{ token: people[0]!.token, document, variables: JSON.parse(variables!) as object },
  })
  expect(Object.values(data)).toMatchObject([{ userErrors: [] }])
}
