/** What a test sees and touches on a page. */
import type { Page } from 'playwright-core'
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

/** What each person saw when it went wrong: to be asked for as the test begins. */
export function shotsOnFailure(test: string, visitors: Readonly<Record<string, Visitor>>): void {
  onTestFailed(async () => {
    for (const [name, { page }] of Object.entries(visitors))
      await page.screenshot({ path: `.cache/reports/${test}-${name}.png` }).catch(() => undefined)
  })
}
