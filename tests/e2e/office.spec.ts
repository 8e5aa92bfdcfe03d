/** The first day, by keyboard alone: the training manager's account, a class of twelve, a trainer invited by mail. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type Visitor, visit } from '#tests/support/browser.ts'
import { accessible, button, byKeyboard, inDialog, says, WAIT } from '#tests/support/looking.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'
import { type Smtp, startSmtp } from '#tests/support/smtp.ts'

const PASSWORD = 'un train bleu passe'
const TITLE = 'Chorus Pro à Lille'
const LIST = Array.from({ length: 12 }, (_, n) => `Stagiaire ${'ABCDEFGHIJKL'[n]} <s${n}@exemple.fr>`).join(
  '\n',
)

let smtp: Smtp
let server: TestServer
let browser: Browser
const visitors: Visitor[] = []

beforeAll(async () => {
  smtp = await startSmtp()
  const env = { ESTRADE_DEMO: '0', SMTP_URL: smtp.url, MAIL_FROM: 'CCI <formation@exemple.fr>' }
  ;[server, browser] = await Promise.all([startServer({ env }), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await smtp?.close()
})

async function open(url: string, options: Parameters<typeof visit>[2] = {}): Promise<Page> {
  const visitor = await visit(browser, url, options)
  visitors.push(visitor)
  return visitor.page
}

async function type(page: Page, label: string, text: string, ...keys: string[]) {
  await byKeyboard(page, page.getByLabel(label, { exact: true }))
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(text)
  for (const key of keys) await page.keyboard.press(key)
}
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first()

/** The link the server printed when it started. */
async function firstLink(): Promise<string> {
  const printed = () => /\S+#t=\S+/.exec(server.output())?.[0]
  await expect.poll(printed, WAIT).toBeTruthy()
  return printed()!
}

test('from the first start to a trainer who sees the class', async () => {
  const desk = await open(await firstLink())
  await type(desk, 'Prénom et nom', 'Odile Martin')
  await type(desk, 'Adresse e-mail', 'odile@exemple.fr')
  await accessible(desk, 'the first account')
  await type(desk, 'Nouveau mot de passe', PASSWORD, 'Enter')
  await says(desk, 'Aucune classe pour le moment')
  await accessible(desk, 'an office without classes')

  await byKeyboard(desk, link(desk, 'Nouvelle classe'), 'Enter')
  await type(desk, 'Titre de la classe', TITLE)
  await type(desk, 'Réunion à côté d’Estrade (facultatif)', 'https://reunion.exemple.fr/abc')
  await type(desk, 'Stagiaires', LIST)
  await says(desk, '12 personnes lues.')
  await accessible(desk, 'a new class')
  await byKeyboard(desk, button(desk, 'Créer la classe'), 'Enter')
  await button(desk, 'Envoyer 12 convocations').waitFor(WAIT)

  await byKeyboard(desk, link(desk, 'Équipe'), 'Enter')
  await byKeyboard(desk, button(desk, 'Inviter'), 'Enter')
  await type(desk, 'Prénom et nom', 'Marc Blanc')
  await type(desk, 'Adresse e-mail', 'marc@exemple.fr')
  await accessible(desk, 'inviting')
  await byKeyboard(desk, inDialog(desk, 'Créer l’invitation'), 'Enter')
  await says(desk, /Le lien part par e-mail/)
  await accessible(desk, 'the link of an invitation')
  await byKeyboard(desk, inDialog(desk, 'Terminé'), 'Enter')
  await says(desk, 'Invité, pas encore entré')

  // The class is given to him: the list of trainers knows him already.
  await byKeyboard(desk, link(desk, 'Classes'), 'Enter')
  await byKeyboard(desk, link(desk, TITLE), 'Enter')
  await byKeyboard(desk, link(desk, 'Programme'), 'Enter')
  await byKeyboard(desk, desk.getByLabel('Formateur', { exact: true }), 'M', 'a', 'r', 'c')
  await byKeyboard(desk, button(desk, 'Enregistrer'), 'Enter')
  await says(desk, /^Enregistré/)
  await desk.locator('.office-sub', { hasText: 'Marc Blanc' }).waitFor(WAIT)
  await accessible(desk, 'the programme of a class')

  await byKeyboard(desk, link(desk, 'Inscrits'), 'Enter')
  await byKeyboard(desk, button(desk, 'Corriger Stagiaire A'), 'Enter')
  await type(desk, 'Nom complet', 'Alice Stagiaire', 'Enter')
  await says(desk, /Fiche corrigée\s: Alice Stagiaire\./)
  await desk.getByRole('row', { name: /Alice Stagiaire/ }).waitFor(WAIT)
  await accessible(desk, 'the people of a class')

  const [mail] = await smtp.until(1)
  expect([mail!.subject, ...smtp.named]).toEqual(['Votre compte Estrade', 'marc@exemple.fr'])
  const home = await open(/\S+#t=\S+/.exec(mail!.text!)![0], { phone: true, dark: true })
  await says(home, 'Marc Blanc, compte formateur')
  await accessible(home, 'an invitation')
  await type(home, 'Nouveau mot de passe', PASSWORD, 'Enter')
  await link(home, TITLE).waitFor(WAIT)
  await says(home, '12 inscrits')
  await accessible(home, 'the classes of a trainer')
  expect(await home.getByRole('link', { name: 'Équipe' }).count()).toBe(0)

  // A lost code: one gesture, the new one shown at once.
  await byKeyboard(home, link(home, `Codes d’accès de ${TITLE}`), 'Enter')
  const row = home.getByRole('row', { name: /Stagiaire C/ })
  await byKeyboard(home, row.getByRole('button', { name: /^Nouveau mot de passe pour/ }), 'Enter')
  const code = await row.locator('.access-password').textContent(WAIT)
  await accessible(home, 'access codes')

  // It opens the class, its meeting, and the list of where one is signed in.
  const codes = new URLSearchParams({ l: 's2@exemple.fr', p: code! })
  const seat = await open(`${server.url}/entrer#${codes}`, { phone: true, dark: true })
  await seat.waitForURL(/\/salle\//, WAIT)
  await seat.goto(`${server.url}/`)
  await byKeyboard(seat, seat.getByRole('link', { name: /Programme et horaires/ }), 'Enter')
  const meeting = seat.getByRole('link', { name: 'Rejoindre la réunion' })
  await meeting.waitFor(WAIT)
  expect(await meeting.getAttribute('href')).toBe('https://reunion.exemple.fr/abc')
  await byKeyboard(seat, seat.locator('summary', { hasText: 'Mes appareils connectés' }), 'Enter')
  await seat.locator('.devices li').first().waitFor(WAIT)
  await accessible(seat, 'the page of a seat')

  for (const { problems, strangers } of visitors) expect([...problems, ...strangers]).toEqual([])
})
