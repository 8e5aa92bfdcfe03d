/**
 * Two QCM in a real browser, with a trainer and a participant at the keyboard alone, one on a phone, and one whose
 * network is gone for ten minutes, the server having been killed meanwhile. Every screen is checked for accessibility
 * in every state.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DemoAccess } from '#server/demo.ts'
import type { McqEveryone, McqTrainer } from '#shared/activities/mcq/definition.ts'
import type { StageLinkAnswer } from '#shared/api.ts'
import { axeProblems, launchBrowser, type Visitor, visit } from '#tests/support/browser.ts'
import { api, joinAs, type Person, signIn } from '#tests/support/client.ts'
import { byKeyboard, says, shotsOnFailure, WAIT } from '#tests/support/looking.ts'
import { openAs } from '#tests/support/pages.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'
import { build } from '../../scripts/build.mjs'

type Seat = DemoAccess['participants'][number]

const POSITIONING = 'positionnement'
const SECTION = 'qcm-s1'
const TEN_MINUTES = 600_000

let server: TestServer
let browser: Awaited<ReturnType<typeof launchBrowser>>
const visitors: Record<string, Visitor> = {}

beforeAll(async () => {
  await build({ quiet: true })
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const option = (page: Page, id: string) => page.locator(`label[data-option="${id}"]`).first()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** The plan beside the console is the lesson's to check: its slides take longer than all the rest. */
async function accessible(state: string, ...pages: Page[]) {
  const found = await Promise.all(pages.map((page) => axeProblems(page, { exclude: ['.plan'] })))
  expect(found.flat(), `accessibility: ${state}`).toEqual([])
}

/** One press of the clicker for each thing that the console says the key will do. */
async function next(trainer: Page, observer: Person, ...expected: RegExp[]) {
  const key = 'button[aria-keyshortcuts*="PageDown"]:not([aria-busy]):not([aria-disabled])'
  for (const said of expected) {
    await trainer.locator(key, { hasText: said }).waitFor(WAIT)
    const seq = observer.seq()
    await trainer.keyboard.press('PageDown')
    await observer.until(() => observer.seq() > seq, `after ${said}`)
  }
}

/** Goes to a line of the plan by its title. */
async function goTo(trainer: Page, observer: Person, title: string, activityId: string) {
  await trainer.keyboard.press('g')
  await trainer.getByRole('dialog').getByRole('textbox').waitFor(WAIT)
  await trainer.keyboard.type(title)
  await trainer.keyboard.press('Enter')
  await observer.until(({ everyone: { stage } }) => 'activityId' in stage && stage.activityId === activityId)
}

const mcq = (person: Person, activityId: string) => {
  const { everyone, trainer } = person.view()!
  return {
    everyone: everyone.activities[activityId] as unknown as McqEveryone,
    trainer: trainer?.activities[activityId] as unknown as McqTrainer,
  }
}

test('a positioning QCM, then the QCM of a section', async () => {
  shotsOnFailure('qcm', visitors)
  const { url, access } = server
  const classId = access.class.id
  const [deskSeat, phoneSeat, awaySeat] = access.participants as [Seat, Seat, Seat, ...Seat[]]
  const observer = await joinAs(url, access.trainer, classId)
  const quiet = { networkErrors: false }
  visitors.trainer = await openAs(browser, url, access.trainer, classId, quiet)
  visitors.desk = await openAs(browser, url, deskSeat, classId, quiet)
  visitors.phone = await openAs(browser, url, phoneSeat, classId, { ...quiet, phone: true })
  visitors.away = await openAs(browser, url, awaySeat, classId, quiet)
  type Four = [Page, Page, Page, Page]
  const [trainer, desk, phone, away] = Object.values(visitors).map(({ page }) => page) as Four

  // Positioning, at each one's pace.
  await next(trainer, observer, /Commencer la classe/)
  await says(trainer, /^Diapositive 1 sur/)
  await goTo(trainer, observer, 'cinq questions', POSITIONING)
  await says(phone, /à votre rythme/)
  await accessible('about to open, at one’s own pace', trainer, phone)
  await next(trainer, observer, /ouvrir le QCM/)

  await option(phone, 'a').waitFor(WAIT)
  await accessible('a question of one’s own sheet', phone, desk)
  for (const last of [false, false, false, false, true]) {
    await option(phone, 'b').tap()
    await says(phone, /Enregistré à/)
    const turn = button(phone, last ? 'Relire' : 'Suivante')
    const { y, height } = (await turn.boundingBox())!
    expect(y + height).toBeLessThanOrEqual(740)
    await turn.tap()
  }
  await says(phone, 'Relire avant de rendre')
  await accessible('before handing in', phone)
  await button(phone, 'Rendre le QCM').tap()
  await accessible('handing in, asked twice', phone)
  await button(phone, 'Rendre').tap()
  await says(phone, /QCM rendu à/)
  await accessible('handed in', phone)

  for (const last of [false, false, false, false, true]) {
    await byKeyboard(desk, option(desk, 'a').locator('input'), 'Space')
    await says(desk, /Enregistré à/)
    await byKeyboard(desk, button(desk, last ? 'Relire' : 'Suivante'), 'Enter')
  }
  await byKeyboard(desk, button(desk, 'Rendre le QCM'), 'Enter')
  await byKeyboard(desk, desk.getByRole('dialog').getByRole('button', { name: 'Rendre' }), 'Enter')
  await says(desk, /QCM rendu à/)

  // The network is gone for ten minutes: every answer is kept, the sheet too, whatever becomes of the server.
  await option(away, 'a').click()
  await says(away, /Enregistré à/)
  await away.clock.install()
  await visitors.away.context.setOffline(true)
  await says(away, /Réseau coupé/)
  await button(away, 'Suivante').click()
  await option(away, 'b').click()
  await says(away, 'En attente du réseau')
  await accessible('a sheet without network', away)
  await server.kill()
  await away.clock.fastForward(TEN_MINUTES)
  await server.restart()
  for (const last of [false, false, true]) {
    await button(away, 'Suivante').click()
    await option(away, 'c').click()
    await says(away, 'En attente du réseau')
    if (last) await button(away, 'Relire').click()
  }
  await button(away, 'Rendre le QCM').click()
  await button(away, 'Rendre').click()
  await says(away, 'En attente du réseau')
  await accessible('handed in without network', away)
  await visitors.away.context.setOffline(false)
  await away.clock.fastForward(10_000)
  await says(away, /QCM rendu à/)
  const { sheets } = mcq(observer, POSITIONING).trainer
  const { personId } = await signIn(url, awaySeat.login, awaySeat.password)
  const kept = Object.values(sheets[personId]!.answers)
  expect(kept.map(({ choice, late }) => [choice.join(), late])).toEqual(
    ['a', 'b', 'c', 'c', 'c'].map((choice) => [choice, undefined]),
  )
  expect(Object.values(sheets).filter(({ submittedAt }) => submittedAt)).toHaveLength(3)

  await accessible('everybody has handed in', trainer)
  await next(trainer, observer, /clore le QCM/)
  await accessible('closed, at one’s own pace', trainer, phone)
  await next(trainer, observer, /montrer la correction/)
  for (const page of [desk, phone, away]) await says(page, 'Votre score')
  await accessible('corrected, at one’s own pace', trainer, phone, desk)

  // The QCM of a section, one question at a time.
  const link = await api(observer.login, `/api/classes/${classId}/stage-link`, { body: {} })
  visitors.stage = await visit(browser, ((await link.json()) as StageLinkAnswer).url, quiet)
  const stage = visitors.stage.page
  await goTo(trainer, observer, 'étape 1 qcm', SECTION)
  await says(phone, 'La question va s’ouvrir')
  await accessible('a question about to open', trainer, phone, stage)
  await next(trainer, observer, /ouvrir la question/)
  const { question } = mcq(observer, SECTION).everyone
  const right = mcq(observer, SECTION).trainer.definition.questions[0]!.options.find((one) => one.right)!.id
  const wrong = question!.order.find((id) => id !== right)!

  await option(phone, right).waitFor(WAIT)
  const box = (await option(phone, question!.order.at(-1)!).boundingBox())!
  expect(box.y + box.height).toBeLessThanOrEqual(740)
  await accessible('an open question', trainer, phone, desk, stage)
  await option(phone, right).tap()
  await byKeyboard(desk, option(desk, 'a').locator('input'), 'Space')
  for (let press = 0; press < question!.order.indexOf(wrong); press += 1)
    await desk.keyboard.press('ArrowDown')
  for (const page of [phone, desk]) await says(page, /Enregistré à/)
  await observer.until(() => mcq(observer, SECTION).everyone.answeredCount === 2, 'two answers')

  await next(trainer, observer, /clore la question/)
  await says(phone, 'Le vote est clos')
  await accessible('a closed question', trainer, phone, stage)
  expect(await phone.getByText('Bonne réponse').count()).toBe(0)
  await next(trainer, observer, /montrer la bonne réponse/)
  await says(phone, 'Bonne réponse')
  await says(desk, 'Pas tout à fait')
  await accessible('a corrected question', trainer, phone, desk, stage)
  await next(trainer, observer, /montrer l’explication/)
  await says(phone, 'Explication')
  await accessible('an explained question', trainer, phone, desk, stage)

  // On to the end; who was away answers what was missed, for themselves.
  for (const n of [2, 3, 4]) {
    await next(trainer, observer, new RegExp(`question ${n} sur 4`))
    await option(phone, 'a').waitFor(WAIT)
    await next(trainer, observer, /ouvrir la question/)
    await option(phone, 'a').tap()
    await says(phone, /Enregistré à/)
    await next(trainer, observer, /clore la question/, /montrer la bonne réponse/, /montrer l’explication/)
  }
  await accessible('the end of the series', trainer, phone)
  await says(away, 'À rattraper')
  await accessible('a question to catch up', away)
  await option(away, 'a').click()
  await button(away, 'Envoyer').click()
  await says(away, 'rattrapé')
  await observer.until(() => mcq(observer, SECTION).trainer.answers[personId]?.caughtUp === true, 'caught up')

  observer.close()
  for (const [name, { problems, strangers }] of Object.entries(visitors)) {
    expect(problems, `problems of ${name}`).toEqual([])
    expect(strangers, `requests of ${name} to other hosts`).toEqual([])
  }
})
