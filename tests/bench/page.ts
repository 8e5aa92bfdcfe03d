/**
 * page.slide_to_paint_ms: from the trainer's key press to the second animation frame after the slide has
 * changed, in each of twelve pages (separate contexts, one Chromium) on the same clock.
 */
import type { Page } from 'playwright-core'
import { launchBrowser } from '#tests/support/browser.ts'
import { openAs } from '#tests/support/pages.ts'
import { pause, startServer } from '#tests/support/server.ts'
import { summary } from './stats.ts'

type Marks = { shown: Record<string, number>; pressed: number[] }

/** Clock shared by all pages of one browser: ms since 1970 with sub-millisecond steps. */
const watchSlides = (page: Page) =>
  page.evaluate(() => {
    const marks: Marks = { shown: {}, pressed: [] }
    Object.assign(window, { marks })
    const clock = () => performance.timeOrigin + performance.now()
    window.addEventListener('keydown', () => marks.pressed.push(clock()), { capture: true })
    const current = () =>
      document.querySelector('[data-slide]:not([aria-hidden])')?.getAttribute('data-slide')
    let last = current()
    const look = () => {
      const now = current()
      if (!now || now === last) return
      last = now
      requestAnimationFrame(() => requestAnimationFrame(() => (marks.shown[now] ??= clock())))
    }
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['data-slide', 'aria-hidden'],
    })
  })

const marksOf = (page: Page) => page.evaluate(() => (window as unknown as { marks: Marks }).marks)

export async function pageBench(say: (line: string) => void, pages = 12, presses = 20) {
  const server = await startServer()
  const browser = await launchBrowser()
  try {
    const { access, url } = server
    const trainer = await openAs(browser, url, access.trainer, access.class.id)
    await trainer.page
      .getByRole('button', { name: /Démarrer|Commencer/ })
      .first()
      .click()
    const rooms = []
    for (const who of access.participants.slice(0, pages)) {
      rooms.push(await openAs(browser, url, who, access.class.id, { viewport: { width: 960, height: 600 } }))
    }
    await Promise.all(
      rooms.map(({ page }) => page.locator('[data-slide]:not([aria-hidden])').first().waitFor()),
    )
    await watchSlides(trainer.page)
    await Promise.all(rooms.map(({ page }) => watchSlides(page)))
    say(`page: ${presses} key presses, ${pages} pages…`)
    const times: number[] = []
    for (let press = 0; press < presses; press += 1) {
      const before = await Promise.all(rooms.map(({ page }) => marksOf(page)))
      await trainer.page.keyboard.press('PageDown')
      await pause(700)
      const { pressed } = await marksOf(trainer.page)
      const after = await Promise.all(rooms.map(({ page }) => marksOf(page)))
      const pressedAt = pressed.at(-1)
      for (const [index, marks] of after.entries()) {
        const fresh = Object.keys(marks.shown).find((slide) => !(slide in before[index]!.shown))
        // Steps of the plan that are no slide (a fragment, a poll) move nothing here.
        if (fresh !== undefined && pressedAt !== undefined) times.push(marks.shown[fresh]! - pressedAt)
      }
    }
    return { slide_to_paint_ms: summary(times), pages, presses }
  } finally {
    await browser.close()
    await server.stop()
  }
}
