/** Getting real people into real pages: signing in as they do, then landing in their class. */
import type { Browser } from 'playwright-core'
import { type Visitor, visit } from './browser.ts'

type Options = NonNullable<Parameters<typeof visit>[2]>

/** Signs in by personal link, then waits for the class's screen. */
export async function openAs(
  browser: Browser,
  url: string,
  who: { login: string; password: string },
  classId: string,
  options: Options = {},
): Promise<Visitor> {
  // The personal link: the fragment never reaches the server.
  const visitor = await visit(
    browser,
    `${url}/entrer#l=${encodeURIComponent(who.login)}&p=${encodeURIComponent(who.password)}`,
    options,
  )
  await visitor.page.waitForURL((address) => address.pathname !== '/entrer', { timeout: 20_000 })
  // Trainers have several classes: they land on the list.
  if (!visitor.page.url().includes(classId)) {
    await visitor.page.locator(`a[href*="/${classId}"]`).first().click({ timeout: 20_000 })
    await visitor.page.waitForURL((address) => address.pathname.includes(classId), { timeout: 20_000 })
  }
  return visitor
}
