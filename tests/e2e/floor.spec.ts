/**
 * Speaking turns in a real browser: hands, the queue, a turn and its timer, the pace, a question in private and on
 * the stage, a word in private. Keyboard alone for the trainer's turns, a phone, a desk.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StageLinkAnswer } from '#shared/api.ts'
import { launchBrowser, type Visitor, visit } from '#tests/support/browser.ts'
import { api, joinAs, type Person } from '#tests/support/client.ts'
import { type Demo, startDemo } from '#tests/support/demo.ts'
import { accessible, button, inDialog, says, shotsOnFailure, spoken, WAIT } from '#tests/support/looking.ts'
import { openAs } from '#tests/support/pages.ts'
import { build } from '../../scripts/build.mjs'

let demo: Demo
let browser: Awaited<ReturnType<typeof launchBrowser>>
const visitors: Record<string, Visitor> = {}

beforeAll(async () => {
  await build({ quiet: true })
  ;[demo, browser] = await Promise.all([startDemo(), launchBrowser()])
})

afterAll(async () => {
  await browser?.close()
  await demo?.close()
})

/** The page as opened, with a count of the notes that it plays. */
async function open(
  who: { login: string; password: string },
  name: string,
  options: { phone?: boolean } = {},
) {
  const visitor = await openAs(browser, demo.url, who, demo.access.class.id, options)
  visitors[name] = visitor
  await visitor.page.evaluate(() => {
    const start = OscillatorNode.prototype.start
    const heard = window as unknown as { notes: number }
    heard.notes = 0
    OscillatorNode.prototype.start = function (...at) {
      heard.notes += 1
      start.apply(this, at)
    }
  })
  return visitor.page
}

const notes = (page: Page) => page.evaluate(() => (window as unknown as { notes: number }).notes)
const floorOf = (person: Person) => person.view()!.everyone.floor

test('hands, turns and signals', async () => {
  shotsOnFailure('floor', visitors)
  const { url, access } = demo
  const classId = access.class.id
  const [bernard, corinne, lucja, nadia] = access.participants as [
    (typeof access.participants)[number],
    (typeof access.participants)[number],
    (typeof access.participants)[number],
    (typeof access.participants)[number],
  ]
  /** The trainer and two participants on devices without a screen. */
  const observer = await joinAs(url, access.trainer, classId)
  const [third, fourth] = [await joinAs(url, lucja, classId), await joinAs(url, nadia, classId)]
  const trainer = await open(access.trainer, 'trainer')
  const phone = await open(bernard, 'phone', { phone: true })
  const desk = await open(corinne, 'desk')
  // Before the start no hand can be raised.
  await says(phone, 'La classe commence bientôt')
  expect(await button(phone, /^Main/).isDisabled()).toBe(true)
  await trainer.keyboard.press('PageDown')
  await observer.until((view) => view.everyone.phase === 'live', 'the class starts')

  // One tap on a phone, one key at a desk; a third from elsewhere. All see the same queue.
  await button(phone, /^Main/).tap()
  await observer.until((view) => view.everyone.floor.hands.length === 1, 'a hand')
  await says(phone, 'Main levée, vous êtes en tête.')
  await spoken(phone, 'Vous êtes en tête de la file')
  await spoken(trainer, 'Main levée : Bernard Chauvin')
  expect(await notes(trainer)).toBe(1)
  await desk.keyboard.press('h')
  await observer.until((view) => view.everyone.floor.hands.length === 2, 'two hands')
  await says(desk, /Main levée, vous êtes/)
  await third.must('floor.ask')
  await button(phone, /^File/).tap()
  const queue = phone.getByRole('dialog').locator('.queue li')
  await queue.nth(2).waitFor(WAIT)
  expect(
    (await queue.allTextContents()).map((line) => line.replace(/^\d/, '').split(/attend| \(/)[0]),
  ).toEqual(['Bernard Chauvin', 'Corinne Estèbe', 'Łucja Nowak'])
  await phone.keyboard.press('Escape')

  // The trainer, by keyboard alone: H opens the queue, Enter gives the floor to the first.
  await trainer.keyboard.press('h')
  await trainer.getByRole('dialog').getByLabel('Durée de chaque tour').selectOption('60')
  await accessible(trainer, 'speaking turns')
  await inDialog(trainer, /^Parole, Bernard/).focus()
  await trainer.keyboard.press('Enter')
  const turned = await observer.until((view) => view.everyone.floor.speaker !== undefined, 'a turn')
  expect(turned.everyone.floor.turn!.endsAt! - turned.everyone.floor.turn!.since).toBe(60_000)
  await says(phone, 'À vous la parole')
  await spoken(phone, 'vous avez la parole')
  expect(await notes(phone)).toBe(2)
  await says(desk, 'Bernard Chauvin a la parole.')
  await says(trainer, 'A la parole')
  await accessible(phone, 'own turn on a phone')
  await accessible(trainer, 'console with a turn')

  // Half a minute more, without cutting the turn in two; the speaker ends it.
  const { since } = floorOf(observer).turn!
  await button(trainer, 'Donner 30 secondes de plus').click()
  await observer.until(({ everyone }) => everyone.floor.turn!.endsAt! >= since + 85_000, 'half a minute more')
  expect(floorOf(observer).turn!.since).toBe(since)
  await button(phone, 'J’ai terminé').tap()
  await observer.until((view) => view.everyone.floor.speaker === undefined, 'the turn is over')
  await trainer.locator('.people .turn').waitFor({ ...WAIT, state: 'detached' })
  await button(phone, /^Main/).tap()
  await observer.until((view) => view.everyone.floor.hands.length === 3, 'three hands again')

  // Those not heard yet come first; one hand goes down by its own key, one by the trainer.
  await trainer.keyboard.press('h')
  await trainer.getByLabel('Pas encore entendus d’abord').click()
  await observer.until((view) => view.everyone.floor.order === 'quiet', 'the quiet first')
  const bernardId = floorOf(observer).hands[2]!
  expect(observer.view()!.trainer!.spoken[bernardId]).toBeGreaterThan(0)
  await inDialog(trainer, 'Baisser la main de Łucja Nowak').click()
  await trainer.keyboard.press('Escape')
  await desk.keyboard.press('h')
  await observer.until((view) => view.everyone.floor.hands.join() === bernardId, 'one hand left')

  // Pace and a reaction: added up, the reaction without a name.
  await button(phone, 'Rythme').tap()
  await accessible(phone, 'pace on a phone')
  await inDialog(phone, 'Bravo').tap()
  await says(trainer, /1 bravo/)
  await inDialog(phone, 'Je suis perdu').tap()
  await fourth.must('pace.say', { pace: 'fast' })
  await says(trainer, '1 perdu, 1 trop vite')
  await says(trainer, /ne suit plus/)
  await spoken(phone, 'Dit à votre formateur')
  await button(trainer, 'Effacer les rythmes signalés').click()
  await observer.until((view) => Object.keys(view.trainer!.pace).length === 0, 'the pace is cleared')

  // A question in private, shown to all without a name, answered in private.
  const asked = 'Le code service est-il obligatoire ?'
  await button(desk, 'Messages').click()
  await desk.getByLabel('Votre question').fill(asked)
  await accessible(desk, 'messages')
  await inDialog(desk, 'Envoyer la question').click()
  await observer.until((view) => view.trainer!.talk.questions.k1 !== undefined, 'the question')
  await desk.keyboard.press('Escape')
  expect(JSON.stringify(fourth.view())).not.toContain(asked)
  await trainer.locator('.questions-blk li button').click()
  await inDialog(trainer, 'Montrer à tous').click()
  await says(phone, asked)
  const link = await api(observer.login, `/api/classes/${classId}/stage-link`, { body: {} })
  visitors.stage = await visit(browser, ((await link.json()) as StageLinkAnswer).url)
  await says(visitors.stage.page, asked)
  await accessible(visitors.stage.page, 'stage with a question')
  expect(await visitors.stage.page.locator('body').textContent()).not.toContain('Corinne')
  await inDialog(trainer, 'Répondre').click()
  await trainer.keyboard.type('Quand le client l’exige.')
  await accessible(trainer, 'questions')
  await inDialog(trainer, 'Envoyer').click()
  await says(desk, 'Quand le client l’exige.')
  await observer.until((view) => view.trainer!.talk.questions.k1?.settled === true, 'the question is settled')
  await trainer.keyboard.press('Escape')
  await button(desk, 'Lire').click()
  await desk.getByRole('dialog').getByText('Quand le client l’exige.').waitFor(WAIT)
  await desk.keyboard.press('Escape')

  // A word in private, read on a phone, and kept.
  await trainer.locator('.who .nm', { hasText: 'Bernard' }).click()
  await trainer.getByLabel('Un mot pour Bernard Chauvin').fill('Belle question tout à l’heure.')
  await inDialog(trainer, 'Envoyer').click()
  await says(phone, 'Belle question tout à l’heure.')
  await accessible(phone, 'a word and a question on a phone')
  await phone.locator('.spk.word').getByRole('button', { name: 'Fermer' }).tap()
  await phone.locator('.spk.word').waitFor({ ...WAIT, state: 'detached' })
  await button(phone, 'Messages').tap()
  await phone.getByRole('dialog').getByText('Belle question tout à l’heure.').waitFor(WAIT)
  await phone.keyboard.press('Escape')
  await trainer.keyboard.press('Escape')

  // The sound can be turned off.
  await button(phone, 'Plus').tap()
  const played = await notes(phone)
  await inDialog(phone, /^Son quand/).tap()
  await observer.must('floor.grant', { personId: bernardId })
  await says(phone, 'À vous la parole')
  expect(await notes(phone)).toBe(played)

  for (const one of [observer, third, fourth]) one.close()
  for (const [name, { problems, strangers }] of Object.entries(visitors)) {
    expect(problems, `problems of ${name}`).toEqual([])
    expect(strangers, `requests of ${name} to other hosts`).toEqual([])
  }
})
