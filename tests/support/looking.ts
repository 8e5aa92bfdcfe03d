/** What a test sees and touches on a page. */
import type { Locator, Page } from 'playwright-core'
import { expect, onTestFailed } from 'vitest'
import { axeProblems, type Visitor } from './browser.ts'

export const WAIT = { timeout: 20_000 }

export async function accessible(page: Page, screen: string): Promise<void> {
  expect(await axeProblems(page), `accessibility of ${screen}`).toEqual([])
}

export const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor(WAIT)

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()

export const inDialog = (page: Page, name: string | RegExp) =>
  page.getByRole('dialog').getByRole('button', { name }).first()

/** What the page's polite region tells a screen reader. */
export const spoken = (page: Page, text: string) =>
  page.locator('[data-live="polite"]', { hasText: text }).waitFor({ ...WAIT, state: 'attached' })

/** Walks with Tab until the element has the focus, then presses the keys. */
export async function byKeyboard(page: Page, target: Locator, ...keys: string[]): Promise<void> {
  await target.waitFor({ ...WAIT, state: 'attached' })
  const focused = () => target.evaluate((element) => element === document.activeElement)
  for (let press = 0; press < 90 && !(await focused()); press += 1) await page.keyboard.press('Tab')
  expect(await focused(), `${target} has the focus`).toBe(true)
  for (const key of keys) await page.keyboard.press(key)
}

/** What each person saw when it went wrong: to be asked for as the test begins. */
export function shotsOnFailure(test: string, visitors: Readonly<Record<string, Visitor>>): void {
  onTestFailed(async () => {
    for (const [name, { page }] of Object.entries(visitors))
      await page.screenshot({ path: `.cache/reports/${test}-${name}.png` }).catch(() => undefined)
  })
}
