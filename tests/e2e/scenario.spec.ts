/**
 * Two mises en situation by three people and their trainer in a real browser: one with the keyboard alone, one on a
 * phone whose invoice comes back and is corrected, one who loses the page while typing. The trainer is in the cockpit,
 * with the keyboard alone in the first. Every state met is checked for accessibility; no page may break its content
 * security policy or call elsewhere.
 */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type Visitor } from '#tests/support/browser.ts'
import { joinAs, type Person } from '#tests/support/client.ts'
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

const field = (page: Page, id: string) => page.locator(`[data-field="${id}"]`)
const control = (page: Page, id: string) => field(page, id).locator('input, select, textarea').first()
const key = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

/** Walks with the Tab key until `target` has the focus. */
async function tabTo(page: Page, target: Locator, what: string) {
  const focused = () => target.evaluate((element) => element === document.activeElement)
  for (let press = 0; press < 120; press += 1) {
    if (await focused()) return
    await page.keyboard.press('Tab')
  }
  expect(await focused(), `${what} is reached with the Tab key`).toBe(true)
}

async function typeIn(page: Page, values: Record<string, string>) {
  for (const [id, text] of Object.entries(values)) {
    await tabTo(page, control(page, id), id)
    await page.keyboard.type(text)
  }
}

/** The cockpit's own parts: a person's tile, the copy that is open, a field of it. */
const tile = (page: Page, name: string) => key(page, new RegExp(`^${name}, .*Ouvrir la copie`))
const copyOf = (page: Page, name: string) => page.getByRole('complementary', { name: `Copie : ${name}` })

/** Presses what a keyboard reaches: Tab up to it, then Enter. */
async function pressKey(page: Page, target: Locator, what: string) {
  await target.waitFor(WAIT)
  await tabTo(page, target, what)
  await page.keyboard.press('Enter')
}

async function openExercise(trainer: Person, ms: string) {
  await trainer.must('stage.show', { activityId: ms })
  await trainer.must('activity.open', {}, ms)
}

const RIGHT = {
  cadre: 'A1',
  'type-de-facture': 'Facture',
  destinataire: '21000421400016',
  service: 'SCOL',
  engagement: 'BC-2026-00417',
  numero: 'FA-2026-0417',
  'date-facture': '16112026',
  ht: '2148',
  'tva-55': '95,70',
  'tva-20': '81,60',
  ttc: '2325,30',
  iban: 'FR7699999000420001234560113',
  mode: 'Virement',
}

test('an invoice sent, one that comes back and is corrected, one page lost while typing', async () => {
  shotsOnFailure('scenario', visitors)
  const { url, access } = server
  const classId = access.class.id
  const [one, two, three] = access.participants
  const trainer = await joinAs(url, access.trainer, classId)
  await trainer.must('class.start')
  await openExercise(trainer, 'ms1')
  const keyboard = await openAs(browser, url, one!, classId)
  const phone = await openAs(browser, url, two!, classId, { phone: true })
  const third = await openAs(browser, url, three!, classId)
  const cockpit = await openAs(browser, url, access.trainer, classId)
  Object.assign(visitors, { keyboard, phone, third, cockpit })
  const watch = cockpit.page

  // With the keyboard alone, from the first field to the last gesture.
  const desk = keyboard.page
  await control(desk, 'cadre').waitFor(WAIT)
  await accessible(desk, 'the form and a document')
  await tile(watch, one!.name).waitFor(WAIT)
  await accessible(watch, 'the cockpit')
  const { cadre, ...rest } = RIGHT
  await typeIn(desk, { cadre })
  // Over the shoulder: what is being typed stands in the trainer's copy before its field is left.
  await pressKey(watch, tile(watch, one!.name), 'the tile of who types')
  const seen = copyOf(watch, one!.name)
  await seen.waitFor(WAIT)
  await tabTo(desk, control(desk, 'destinataire'), 'destinataire')
  await desk.keyboard.type(rest.destinataire.slice(0, 6))
  await seen.locator('[data-field="destinataire"].now', { hasText: '210' }).waitFor(WAIT)
  await accessible(watch, 'a copy over the shoulder')
  await desk.keyboard.press('ControlOrMeta+A')
  await typeIn(desk, rest)
  for (const box of await field(desk, 'pieces').locator('input').all()) {
    await tabTo(desk, box, 'a piece')
    await desk.keyboard.press('Space')
  }
  await tabTo(desk, key(desk, 'Valider et envoyer'), 'the last gesture')
  await desk.keyboard.press('Enter')
  await says(desk, /Votre travail part/)
  await accessible(desk, 'the confirmation')
  await tabTo(desk, key(desk, 'Confirmer l’envoi'), 'the confirmation')
  await desk.keyboard.press('Enter')
  await says(desk, /jusqu’au 17 décembre 2026 pour payer/)
  await says(desk, /Réussi/)
  await accessible(desk, 'a copy that was sent')

  // On a phone: a closed service comes back « À recycler », and only the address may be changed.
  const hand = phone.page
  await hand.getByRole('tab', { name: 'Formulaire' }).tap()
  await accessible(hand, 'the form on a phone')
  for (const [id, text] of Object.entries({ ...RIGHT, service: 'CULT-03' })) {
    const at = control(hand, id)
    if ((await at.evaluate((element) => element.tagName)) === 'SELECT') {
      const value =
        id === 'service' ? text : await at.locator('option', { hasText: text }).first().getAttribute('value')
      await at.selectOption(value ?? text)
    } else await at.fill(text)
  }
  for (const box of await field(hand, 'pieces').locator('label').all()) await box.tap()
  await key(hand, 'Valider et envoyer').tap()
  await key(hand, 'Confirmer l’envoi').tap()
  await says(hand, 'À recycler')
  await says(hand, /Adresse de facturation erronée/)
  expect(await control(hand, 'ht').count()).toBe(0)
  await accessible(hand, 'an invoice that came back')

  // The trainer, keyboard alone: a word on the field, the copy sent back with another, accepted once put right.
  await watch.keyboard.press('Escape')
  await pressKey(watch, tile(watch, two!.name), 'the tile of what came back')
  const copy = copyOf(watch, two!.name)
  await pressKey(watch, copy.getByRole('button', { name: /^Commenter « Code service/ }), 'the comment')
  await watch.keyboard.type('Quel service a commandé ?')
  await watch.keyboard.press('Enter')
  await says(hand, 'Quel service a commandé ?')
  await pressKey(watch, copy.getByRole('button', { name: 'Ajouter un mot' }), 'the note')
  await watch.keyboard.type('Relisez le bon de commande.')
  await accessible(watch, 'a copy with a comment and a note')
  await pressKey(watch, copy.getByRole('button', { name: 'Renvoyer avec 1 commentaire' }), 'sending back')
  await says(hand, /Votre formateur vous l’a renvoyé/)
  await says(hand, 'Relisez le bon de commande.')
  await accessible(hand, 'a copy sent back')
  await control(hand, 'service').selectOption('SCOL-01')
  await key(hand, 'Valider et envoyer').tap()
  await key(hand, 'Confirmer l’envoi').tap()
  await says(hand, 'Mise à disposition du destinataire')
  await copy.getByText(/Rendu à/).waitFor(WAIT)
  await pressKey(watch, copy.getByRole('button', { name: 'Ajouter un mot' }), 'the note')
  await watch.keyboard.type('Bien corrigé.')
  await pressKey(watch, copy.getByRole('button', { name: 'Accepter' }), 'accepting')
  await says(hand, 'Bien corrigé.')
  await copy.getByRole('button', { name: 'Copie acceptée' }).waitFor(WAIT)

  // The model answer for all, asked twice, comes beside each one's own.
  await pressKey(watch, key(watch, 'Corrigé'), 'the model answer')
  expect(await desk.getByText('Le corrigé', { exact: true }).count()).toBe(0)
  await pressKey(watch, key(watch, 'Donner le corrigé à tous'), 'the confirmation')
  for (const page of [desk, hand]) await page.getByText('Le corrigé', { exact: true }).waitFor(WAIT)
  await key(watch, 'Corrigé donné à tous').waitFor(WAIT)
  await accessible(desk, 'the model answer beside one’s own')
  await accessible(watch, 'the cockpit once the model answer is given')

  // A page that goes while somebody types gives everything back.
  const lost = third.page
  await control(lost, 'engagement').fill('BC-2026-00417')
  await control(lost, 'ttc').fill('2 32')
  await lost.reload()
  await expect.poll(() => control(lost, 'ttc').inputValue(), WAIT).toMatch(/^2.?32/)
  expect(await control(lost, 'engagement').inputValue()).toBe('BC-2026-00417')

  // Another one that came back: the address is put right, and nothing else.
  await openExercise(trainer, 'ms2')
  await control(lost, 'diagnostic').waitFor(WAIT)
  expect(await control(lost, 'numero').count()).toBe(0)
  // « Je bloque » on a field: its tile says so, its copy opens, the help comes under the field.
  await control(lost, 'service').focus()
  await key(lost, 'Je bloque').click()
  const stuck = watch.locator('.tile.stuck')
  await stuck.waitFor(WAIT)
  // Those who need help come first, wherever the pointer rests.
  await expect.poll(() => watch.locator('.tile').first().getAttribute('class'), WAIT).toContain('stuck')
  await accessible(watch, 'a cockpit where somebody is stuck')
  await stuck.click()
  const theirs = copyOf(watch, three!.name)
  await theirs.getByRole('button', { name: /^Commenter « Code service/ }).click()
  await watch.keyboard.type('Qui a reçu l’appareil ?')
  await theirs.getByRole('button', { name: 'Commenter', exact: true }).last().click()
  await says(lost, 'Qui a reçu l’appareil ?')
  await control(lost, 'diagnostic').selectOption('Erreur d’acheminement')
  await control(lost, 'service').selectOption('TECHBIO')
  await key(lost, 'Valider et envoyer').click()
  await key(lost, 'Confirmer l’envoi').click()
  await says(lost, /La facture est arrivée au service biomédical/)
  await says(lost, /Réussi/)

  for (const [name, { problems, strangers }] of Object.entries(visitors))
    expect({ name, problems, strangers }).toEqual({ name, problems: [], strangers: [] })
}, 120_000)
