/**
 * A real lesson in a real browser: a trainer at the keyboard, a participant at a desk who loses the network,
 * one on a phone, one who comes late; a refresh, a crash of the server, results, the end. Every screen met
 * on the way is checked for accessibility; no page may break its content security policy or call elsewhere.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DemoAccess } from '#server/demo.ts'
import type { StageLinkAnswer } from '#shared/api.ts'
import { launchBrowser, type Visitor, visit } from '#tests/support/browser.ts'
import { api, joinAs, type Person } from '#tests/support/client.ts'
import { accessible, says, shotsOnFailure, WAIT } from '#tests/support/looking.ts'
import { openAs } from '#tests/support/pages.ts'
import { pause, startServer, type TestServer } from '#tests/support/server.ts'
import { build } from '../../scripts/build.mjs'

type Who = DemoAccess['participants'][number]

let server: TestServer
let browser: Awaited<ReturnType<typeof launchBrowser>>
let access: DemoAccess
const visitors: Record<string, Visitor> = {}

beforeAll(async () => {
  await build({ quiet: true })
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  access = server.access
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** The option of the open question, as a finger or a mouse would choose it. */
const option = (page: Page, id: string) => page.locator(`label[data-option="${id}"]`)
const isChosen = (page: Page, id: string) => option(page, id).locator('input').isChecked()
const slideOn = (page: Page, n: number) =>
  page.locator(`main [data-slide="${n}"]:not([aria-hidden])`).first().waitFor(WAIT)

/** Presses the clicker until the class is where `reached` says, once the console is ready for each press. */
async function nextUntil(trainer: Page, observer: Person, reached: (person: Person) => boolean) {
  const ready = trainer.locator('button[aria-keyshortcuts*="PageDown"]:not([aria-busy]):not([aria-disabled])')
  for (let press = 0; press < 40 && !reached(observer); press += 1) {
    const seq = observer.seq()
    await ready.waitFor(WAIT)
    await trainer.keyboard.press('PageDown')
    await observer.until(() => observer.seq() > seq, 'the plan moves')
    await pause(100)
  }
  expect(reached(observer)).toBe(true)
}

const phaseOf = (person: Person, activityId: string) => person.view()?.everyone.activities[activityId]?.phase

test('a lesson, from the lobby to the end', async () => {
  shotsOnFailure('lesson', visitors)
  const { url } = server
  const classId = access.class.id
  const [desk, phone, late] = access.participants as [Who, Who, Who, ...Who[]]

  // The trainer signs in by hand and lands on the console.
  const trainer = await visit(browser, url, { networkErrors: false })
  visitors.trainer = trainer
  await trainer.page.locator('input[name="login"]').waitFor(WAIT)
  await accessible(trainer.page, 'sign-in')
  await trainer.page.locator('input[name="login"]').fill(access.trainer.login)
  await trainer.page.locator('input[name="password"]').fill(access.trainer.password)
  await trainer.page.keyboard.press('Enter')
  const goToClass = trainer.page.locator(`a[href*="/console/${classId}"]`).first()
  await Promise.race([trainer.page.waitForURL(/\/console\//, WAIT), goToClass.waitFor(WAIT)])
  if (!trainer.page.url().includes('/console/')) {
    await accessible(trainer.page, 'my classes')
    await goToClass.click()
    await trainer.page.waitForURL(/\/console\//, WAIT)
  }
  await says(trainer.page, 'Commencer la classe')
  await accessible(trainer.page, 'console before the start')
  /** The same trainer on a second device, which only looks. */
  const observer = await joinAs(url, access.trainer, classId)

  // The class page that a code or a QR opens.
  const lost = await visit(browser, `${url}/c/${access.class.code}`)
  visitors.lost = lost
  await lost.page.locator('input[name="login"]').waitFor(WAIT)
  await accessible(lost.page, 'class page')
  await lost.close()

  visitors.desk = await openAs(browser, url, desk, classId, { networkErrors: false })
  visitors.phone = await openAs(browser, url, phone, classId, { phone: true, networkErrors: false })
  const [deskPage, phonePage] = [visitors.desk.page, visitors.phone.page]
  await says(deskPage, 'La classe commence bientôt')
  await says(phonePage, 'La classe commence bientôt')
  expect(phonePage.url()).not.toContain('#')
  await accessible(phonePage, 'lobby on a phone')

  // By keyboard alone: start, then walk to the first question.
  await nextUntil(trainer.page, observer, (one) => one.view()?.everyone.phase === 'live')
  await slideOn(deskPage, 1)
  await slideOn(phonePage, 1)
  await accessible(deskPage, 'room with a slide')
  await accessible(phonePage, 'room with a slide on a phone')
  await accessible(trainer.page, 'console with a slide')
  const firstPoll = 'p1'
  await nextUntil(trainer.page, observer, (one) => phaseOf(one, firstPoll) === 'open')

  // A phone answers without scrolling, in one tap.
  await option(phonePage, 'd').waitFor(WAIT)
  const box = await option(phonePage, 'd').boundingBox()
  expect(box!.y + box!.height).toBeLessThanOrEqual(740)
  await accessible(phonePage, 'question on a phone')
  await accessible(deskPage, 'question')
  await accessible(trainer.page, 'console with an open vote')
  await option(phonePage, 'b').tap()
  await says(phonePage, /Enregistré à/)

  // The desk loses the network, answers all the same, and the answer leaves by itself.
  await option(deskPage, 'a').waitFor(WAIT)
  await visitors.desk.context.setOffline(true)
  await says(deskPage, /Réseau coupé/)
  await option(deskPage, 'c').click()
  await says(deskPage, 'En attente du réseau')
  await accessible(deskPage, 'room without network')
  await visitors.desk.context.setOffline(false)
  await says(deskPage, /Enregistré à/)

  // One comes late, straight into the open question.
  visitors.late = await openAs(browser, url, late, classId, { networkErrors: false })
  const latePage = visitors.late.page
  await option(latePage, 'a').click()
  await says(latePage, /Enregistré à/)

  // A refresh, then a crash of the server: the same seat, the same answer.
  await deskPage.reload()
  await says(deskPage, /Enregistré à/)
  expect(await isChosen(deskPage, 'c')).toBe(true)
  await server.kill()
  await says(phonePage, /Réseau coupé/)
  await server.restart()
  for (const page of [deskPage, phonePage, latePage]) {
    await page.locator('[data-line="connected"]').first().waitFor({ timeout: 30_000, state: 'attached' })
  }
  expect(await isChosen(phonePage, 'b')).toBe(true)
  await option(phonePage, 'c').tap()
  await observer.until((view) => {
    const answers = view.trainer?.activities[firstPoll]?.answers ?? {}
    return JSON.stringify(Object.values(answers)).split('"c"').length === 3
  }, 'two answers « c »')
  expect(Object.keys(observer.view()?.trainer?.activities[firstPoll]?.answers ?? {})).toHaveLength(3)

  // Close, reveal: results on every screen, and on the stage without any name.
  await says(trainer.page, /clore le vote/)
  await nextUntil(trainer.page, observer, (one) => phaseOf(one, firstPoll) === 'revealed')
  await says(phonePage, 'Résultats')
  await accessible(phonePage, 'results on a phone')
  await accessible(trainer.page, 'console with results')
  const link = await api(observer.login, `/api/classes/${classId}/stage-link`, { body: {} })
  visitors.stage = await visit(browser, ((await link.json()) as StageLinkAnswer).url, {
    networkErrors: false,
  })
  await visitors.stage.page.locator('[data-option], .poll, main').first().waitFor(WAIT)
  await accessible(visitors.stage.page, 'stage with results')
  const stageText = await visitors.stage.page.locator('body').innerText()
  for (const { name } of access.participants) expect(stageText).not.toContain(name)

  // Back to slides; the phone looks back, then returns to the live point.
  await nextUntil(trainer.page, observer, (one) => {
    const stage = one.view()?.everyone.stage
    return stage !== undefined && 'slide' in stage && stage.slide > 1
  })
  const live = observer.view()!.everyone.stage as { slide: number }
  await slideOn(phonePage, live.slide)
  await slideOn(visitors.stage.page, live.slide)
  await accessible(visitors.stage.page, 'stage with a slide')
  await phonePage.getByRole('button', { name: 'Diapositive précédente' }).click()
  await slideOn(phonePage, live.slide - 1)
  await accessible(phonePage, 'looking back on a phone')
  await phonePage.getByRole('button', { name: 'Revenir au direct' }).click()
  await slideOn(phonePage, live.slide)

  // The office, meanwhile.
  const office = await visit(
    browser,
    `${url}/entrer#l=${encodeURIComponent(access.trainer.login)}&p=${encodeURIComponent(access.trainer.password)}`,
  )
  visitors.office = office
  await office.page.waitForURL((address) => !address.pathname.includes('/entrer'), WAIT)
  await office.page.goto(`${url}/bureau`)
  await office.page.getByRole('heading').first().waitFor(WAIT)
  await accessible(office.page, 'office')

  // The end, asked twice.
  await trainer.page.getByRole('button', { name: 'Menu de la classe' }).click()
  await trainer.page.getByRole('button', { name: 'Terminer la classe…' }).click()
  await accessible(trainer.page, 'end dialog')
  await trainer.page.getByRole('dialog').getByRole('button', { name: 'Terminer la classe' }).click()
  await says(trainer.page, 'La classe est terminée')
  await observer.until((view) => view.everyone.phase === 'ended', 'the end')
  for (const page of [deskPage, phonePage, latePage]) await says(page, /terminée/)
  await accessible(phonePage, 'end on a phone')
  await accessible(trainer.page, 'console at the end')

  observer.close()
  for (const [name, { problems, strangers }] of Object.entries(visitors)) {
    expect(problems, `problems of ${name}`).toEqual([])
    expect(strangers, `requests of ${name} to other hosts`).toEqual([])
  }
})
