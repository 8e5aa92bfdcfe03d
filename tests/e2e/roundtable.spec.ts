/**
 * The tour de table in a real browser: the opening one with four people (one on a phone), all of it from the keyboard;
 * then the closing one, during which the trainer's computer dies and their phone takes over with the same state.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RoundtableEveryone, RoundtableTrainer } from '#shared/activities/roundtable/definition.ts'
import type { StageLinkAnswer } from '#shared/api.ts'
import { launchBrowser, type Visitor, visit } from '#tests/support/browser.ts'
import { api, joinAs, type Person } from '#tests/support/client.ts'
import { accessible, says, shotsOnFailure, WAIT } from '#tests/support/looking.ts'
import { openAs } from '#tests/support/pages.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'
import { build } from '../../scripts/build.mjs'

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

const hasTheFloor = (page: Page) => page.getByText('À vous', { exact: true }).waitFor(WAIT)

const roundOf = (person: Person, id: string) =>
  person.view()!.everyone.activities[id] as unknown as RoundtableEveryone & { phase: string }
const trainerOf = (person: Person, id: string) =>
  person.view()!.trainer!.activities[id] as unknown as RoundtableTrainer

/** The next key, pressed once the console says it will do this. */
async function next(page: Page, words: string | RegExp) {
  const key = page.getByRole('navigation', { name: 'Actions' }).getByRole('button', { name: words })
  await key.and(page.locator(':not([aria-busy])')).waitFor(WAIT)
  await page.keyboard.press('PageDown')
}

test('an opening and a closing tour de table, and a phone that takes over', async () => {
  shotsOnFailure('roundtable', visitors)
  const { url, access } = server
  const classId = access.class.id
  const four = access.participants.slice(0, 4)
  const [onPhone, onDesk] = four as [(typeof four)[0], (typeof four)[0]]
  const quiet = { networkErrors: false }

  const observer = await joinAs(url, access.trainer, classId)
  const trainer = await openAs(browser, url, access.trainer, classId, quiet)
  visitors.trainer = trainer
  visitors.phone = await openAs(browser, url, onPhone, classId, { phone: true, ...quiet })
  visitors.desk = await openAs(browser, url, onDesk, classId, quiet)
  const [phonePage, deskPage] = [visitors.phone.page, visitors.desk.page]
  const people = await Promise.all(four.map((who) => joinAs(url, who, classId)))
  const [phoneId, deskId, thirdId, fourthId] = people.map((one) => one.personId) as [
    string,
    string,
    string,
    string,
  ]
  const names = new Map(four.map((who, i) => [people[i]!.personId, who.name]))
  const stored = (what: string, when: () => boolean) => observer.until(when, what)

  await observer.must('class.start')
  const link = await api(observer.login, `/api/classes/${classId}/stage-link`, { body: {} })
  visitors.stage = await visit(browser, ((await link.json()) as StageLinkAnswer).url, quiet)

  // The opening one: shown, in an order drawn and then chosen, so that this test knows it; the rest is absent.
  const opening = 'tour-ouverture'
  await observer.must('stage.show', { activityId: opening })
  await says(phonePage, 'Le tour de table va commencer')
  await says(phonePage, 'Ma pire aventure de facturation, en une phrase.')
  await next(trainer.page, /commencer le tour de table/)
  await stored('the opening', () => roundOf(observer, opening).phase === 'open')
  expect([...roundOf(observer, opening).order].sort()).toEqual(
    Object.keys(observer.view()!.trainer!.people)
      .filter((id) => observer.view()!.trainer!.people[id]!.role === 'participant')
      .sort(),
  )
  for (const personId of roundOf(observer, opening).order.filter((id) => !names.has(id)))
    await observer.must('activity.do', { type: 'absent', personId, absent: true }, opening)
  await observer.must(
    'activity.do',
    { type: 'arrange', order: [phoneId, deskId, thirdId, fourthId] },
    opening,
  )

  // « À vous » on the phone; the others see who speaks and who is next.
  await next(trainer.page, `Suite : donner la parole à ${names.get(phoneId)}`)
  await hasTheFloor(phonePage)
  await says(deskPage, `${names.get(phoneId)} parle`)
  await says(deskPage, 'Ensuite : vous')
  expect(observer.view()!.everyone.floor.speaker).toBe(phoneId)
  await accessible(phonePage, 'my turn, on a phone')
  await accessible(deskPage, 'somebody else’s turn')
  await accessible(trainer.page, 'console during a turn')
  await accessible(visitors.stage.page, 'stage during a turn')
  const wall = await visitors.stage.page.locator('body').textContent()
  for (const { name } of access.participants) expect(wall).not.toContain(name)

  // The speaker writes a line on the phone, without scrolling to it; the trainer's field has it.
  const field = phonePage.getByLabel('Votre phrase pour le compte rendu')
  const box = await field.boundingBox()
  expect(box!.y + box!.height).toBeLessThanOrEqual(740)
  await field.fill('Déposer seule ma première facture')
  await phonePage.getByRole('button', { name: 'Enregistrer' }).tap()
  await says(phonePage, /Enregistré à/)
  const line = trainer.page.getByLabel(/La ligne gardée pour le compte rendu/)
  await expect.poll(() => line.inputValue(), WAIT).toBe('Déposer seule ma première facture')

  // By keyboard alone: the desk's turn, its line by the trainer, thirty seconds more, the clock stopped.
  await next(trainer.page, `Suite : donner la parole à ${names.get(deskId)}`)
  await hasTheFloor(deskPage)
  await line.focus()
  await trainer.page.keyboard.type('Comprendre les rejets')
  await trainer.page.keyboard.press('Enter')
  await stored('the line', () => trainerOf(observer, opening).lines[deskId]?.text === 'Comprendre les rejets')
  await expect
    .poll(() => deskPage.getByLabel('Votre phrase pour le compte rendu').inputValue(), WAIT)
    .toBe('Comprendre les rejets')
  await trainer.page.getByRole('button', { name: '30 secondes de plus' }).press('Enter')
  await stored('more time', () => roundOf(observer, opening).turn?.limit === 75_000)
  await trainer.page.getByRole('button', { name: 'Pause', exact: true }).press('Enter')
  await stored('the clock stopped', () => roundOf(observer, opening).turn?.pausedLeft !== undefined)
  await says(deskPage, /minuteur arrêté/)

  // The desk passes, from its keyboard: its turn comes back at the end.
  await deskPage.getByRole('button', { name: 'Je passe' }).press('Enter')
  await says(deskPage, 'Vous avez passé : votre tour reviendra à la fin.')
  for (const personId of [thirdId, fourthId, deskId]) {
    await next(trainer.page, `Suite : donner la parole à ${names.get(personId)}`)
    await stored('the next turn', () => roundOf(observer, opening).speaker === personId)
  }
  await next(trainer.page, /clore le tour de table/)
  await stored('the close', () => roundOf(observer, opening).phase === 'closed')
  expect(roundOf(observer, opening).answeredCount).toBe(4)
  expect(observer.view()!.everyone.floor.speaker).toBeUndefined()
  await says(phonePage, 'Tour de table terminé')
  await accessible(trainer.page, 'console after a tour de table')

  // The closing one; in its middle the trainer's computer dies.
  const closing = 'tour-cloture'
  await observer.must('stage.show', { activityId: closing })
  await observer.must(
    'activity.do',
    { type: 'arrange', order: [deskId, phoneId, thirdId, fourthId] },
    closing,
  )
  await next(trainer.page, /commencer le tour de table/)
  await next(trainer.page, `Suite : donner la parole à ${names.get(deskId)}`)
  await says(deskPage, 'La première chose que je fais demain dans Chorus Pro.')
  await line.fill('Vérifier l’IBAN')
  // Leaves the field: no key of the console fires while one types.
  await line.press('Enter')
  await stored('the line', () => trainerOf(observer, closing).lines[deskId]?.text === 'Vérifier l’IBAN')
  await next(trainer.page, `Suite : donner la parole à ${names.get(phoneId)}`)
  await hasTheFloor(phonePage)
  const before = structuredClone(observer.view()!)
  await trainer.close()
  delete visitors.trainer

  // Their phone: signed in, on the same turn, with the same lines, within ten seconds.
  const since = performance.now()
  visitors.remote = await openAs(browser, url, access.trainer, classId, { phone: true, ...quiet })
  const remote = visitors.remote.page
  await remote.getByRole('heading', { name: names.get(phoneId)! }).waitFor(WAIT)
  await remote
    .getByRole('navigation', { name: 'Actions' })
    .getByRole('button', { name: `Suite : donner la parole à ${names.get(thirdId)}` })
    .waitFor(WAIT)
  const took = performance.now() - since
  console.log(`take-over by the phone: ${Math.round(took)} ms`)
  expect(took).toBeLessThan(10_000)
  await says(remote, 'Vérifier l’IBAN')
  await accessible(remote, 'console on a phone, during a turn')
  // What the class is has not moved.
  expect(observer.view()!.everyone.activities[closing]).toEqual(before.everyone.activities[closing])
  expect(observer.view()!.trainer!.plan.at).toBe(before.trainer!.plan.at)
  await remote.getByRole('button', { name: 'Personnes' }).tap()
  await remote.getByRole('list', { name: 'Ordre de parole' }).waitFor(WAIT)
  await remote.getByRole('button', { name: 'Scène' }).tap()

  // It drives the rest.
  await remote.getByRole('button', { name: `Suite : donner la parole à ${names.get(thirdId)}` }).tap()
  await stored('the third turn', () => roundOf(observer, closing).speaker === thirdId)
  await says(deskPage, `${names.get(thirdId)} parle`)
  await remote.getByRole('button', { name: 'Passe son tour' }).tap()
  await stored('the turn put off', () => roundOf(observer, closing).people[thirdId] === 'skipped')
  expect(trainerOf(observer, closing).lines[deskId]?.text).toBe('Vérifier l’IBAN')

  for (const one of [observer, ...people]) one.close()
  for (const [name, { problems, strangers }] of Object.entries(visitors)) {
    expect(problems, `problems of ${name}`).toEqual([])
    expect(strangers, `requests of ${name} to other hosts`).toEqual([])
  }
})
