/**
 * live.cockpit_lag_ms: from a key event in a participant's page to the trainer's DOM showing what it typed, while
 * twelve people type in their forms; and what the server's process uses of one core meanwhile. One Chromium, one clock.
 */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { launchBrowser } from '#tests/support/browser.ts'
import { joinAs } from '#tests/support/client.ts'
import { openAs } from '#tests/support/pages.ts'
import { pause, startServer } from '#tests/support/server.ts'
import { round, summary } from './stats.ts'

const ACTIVITY = 'ms1'
const FIELD = 'engagement'
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789abcdefghjkm'
/** Between two keys: a person who types at a good pace. */
const KEY_MS = 170
const TICKS_PER_SECOND = 100

type Marks = { at: number[] }

/** Notes when each key that adds a letter goes down. */
const watchKeys = (page: Page) =>
  page.evaluate(() => {
    const marks: Marks = { at: [] }
    Object.assign(window, { marks })
    window.addEventListener(
      'keydown',
      ({ key }) => {
        if (key.length === 1) marks.at.push(performance.timeOrigin + performance.now())
      },
      { capture: true },
    )
  })

/** Notes when the field of the open copy first shows so many letters. */
const watchField = (page: Page, field: string) =>
  page.evaluate((id) => {
    const marks: Marks = { at: [] }
    Object.assign(window, { marks })
    const look = () => {
      const text = document.querySelector(`.copy [data-field="${id}"] .v`)?.textContent ?? ''
      const letters = /^[A-Za-z0-9]*$/.test(text) ? text.length : 0
      while (marks.at.length < letters) marks.at.push(performance.timeOrigin + performance.now())
    }
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
  }, field)

const marksOf = (page: Page) => page.evaluate(() => (window as unknown as { marks: Marks }).marks.at)

/** Seconds of processor used so far by a process; undefined where there is no /proc. */
function cpuSeconds(pid: number): number | undefined {
  try {
    const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
    const fields = after.split(' ')
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
  } catch {
    return undefined
  }
}

export async function cockpitBench(say: (line: string) => void, people = 12, watched = 4) {
  const server = await startServer()
  const browser = await launchBrowser()
  try {
    const { access, url } = server
    const driver = await joinAs(url, access.trainer, access.class.id)
    await driver.must('class.start')
    await driver.must('stage.show', { activityId: ACTIVITY })
    await driver.must('activity.open', {}, ACTIVITY)
    const inputs = []
    for (const who of access.participants.slice(0, people)) {
      const { page } = await openAs(browser, url, who, access.class.id, {
        viewport: { width: 1000, height: 700 },
      })
      const input = page.locator(`[data-field="${FIELD}"] input`).first()
      await input.waitFor({ state: 'attached', timeout: 60_000 })
      if (!(await input.isVisible())) await page.locator('[id$="-tab-form"]').click()
      await watchKeys(page)
      inputs.push({ page, input, who })
    }
    await Promise.all(inputs.map(({ input }) => input.fill('x')))
    const begun = (view: NonNullable<ReturnType<typeof driver.view>>) =>
      Object.keys((view.trainer?.activities[ACTIVITY]?.copies ?? {}) as object).length >= people
    await driver.until(begun, 'every copy begun', 30_000)
    const console_ = await openAs(browser, url, access.trainer, access.class.id, {
      viewport: { width: 1440, height: 900 },
    })
    await console_.page
      .locator('.cockpit .tile')
      .nth(people - 1)
      .waitFor({ timeout: 60_000 })

    const times: number[] = []
    const usage: number[] = []
    for (const { page, who } of inputs.slice(0, watched)) {
      say(`cockpit: ${people} people type, ${who.name} is looked at…`)
      await Promise.all(inputs.map(({ input }) => input.fill('')))
      await console_.page.getByRole('button', { name: new RegExp(`^${who.name},`) }).click()
      await pause(2_500)
      await watchField(console_.page, FIELD)
      const before = (await marksOf(page)).length
      const cpu = cpuSeconds(server.pid())
      const startedAt = performance.now()
      await Promise.all(inputs.map(({ input }) => input.pressSequentially(LETTERS, { delay: KEY_MS })))
      const seconds = (performance.now() - startedAt) / 1000
      const used = cpuSeconds(server.pid())
      if (cpu !== undefined && used !== undefined) usage.push((100 * (used - cpu)) / seconds)
      await pause(1_000)
      const pressed = (await marksOf(page)).slice(before)
      const shown = await marksOf(console_.page)
      if (pressed.length !== LETTERS.length || shown.length !== LETTERS.length)
        throw new Error(`${pressed.length} keys pressed, ${shown.length} letters shown, of ${LETTERS.length}`)
      for (const [i, at] of shown.entries()) times.push(at - pressed[i]!)
    }
    driver.close()
    return {
      cockpit_lag_ms: summary(times),
      cockpit_server_percent_of_a_core: usage.length > 0 ? round(Math.max(...usage)) : 'unknown here',
    }
  } finally {
    await browser.close()
    await server.stop()
  }
}
