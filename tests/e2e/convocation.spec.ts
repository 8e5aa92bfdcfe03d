/** From a pasted list to the seat: enrolment, real mails over SMTP, the personal link, the board, a lost password. */
import type { ParsedMail } from 'mailparser'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type Visitor, visit } from '#tests/support/browser.ts'
import { accessible, WAIT } from '#tests/support/looking.ts'
import { openAs } from '#tests/support/pages.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'
import { type Smtp, startSmtp } from '#tests/support/smtp.ts'

const NAMES = [
  'Bernard Chauvin',
  'Łucja Nowak',
  'Thierry Lacaze',
  'Corinne Estèbe',
  'Nadia Belkacem',
  'Aïcha Diarra',
  'Jean-Luc Fabre',
  'Paulo Ferreira',
  'Marie-Noëlle Guéguen',
  'Sylvie Marchetti',
  'Karim Oualid',
  'Élodie Vasseur',
]
const addressOf = (n: number) => `personne${n + 1}@exemple.fr`
const LIST = NAMES.map((name, n) => `${name} <${addressOf(n)}>`).join('\n')

let smtp: Smtp
let server: TestServer
let browser: Browser
const visitors: Visitor[] = []
const keep = (visitor: Visitor) => {
  visitors.push(visitor)
  return visitor
}

beforeAll(async () => {
  smtp = await startSmtp()
  server = await startServer({ env: { SMTP_URL: smtp.url, MAIL_FROM: 'CCI <formation@exemple.fr>' } })
  browser = await launchBrowser()
})
afterAll(async () => {
  for (const { close } of visitors) await close().catch(() => {})
  await browser?.close()
  await server?.stop()
  await smtp?.close()
})

const linkOf = (mail: ParsedMail) => /\S+\/entrer#\S+/.exec(mail.text ?? '')![0]
const mailTo = (n: number) =>
  smtp.mails.findLast(({ to }) => to && !Array.isArray(to) && to.value[0]?.address === addressOf(n))!

test('twelve people convoked in five gestures; one of them sits in the class', async () => {
  const { page: desk } = keep(
    await visit(
      browser,
      `${server.url}/entrer#${new URLSearchParams({ l: server.access.trainer.login, p: server.access.trainer.password })}`,
      {
        viewport: { width: 1440, height: 900 },
      },
    ),
  )
  await desk.getByRole('link', { name: 'Bureau' }).first().click(WAIT)
  await desk.getByRole('heading', { name: 'Classes', exact: true }).waitFor(WAIT)

  let gestures = 0
  const gesture = async (what: Promise<unknown>) => {
    gestures += 1
    await what
  }
  await gesture(desk.getByRole('link', { name: 'Nouvelle classe' }).first().click(WAIT))
  await gesture(desk.getByLabel('Stagiaires').click(WAIT))
  await gesture(desk.keyboard.insertText(LIST))
  await gesture(desk.getByRole('button', { name: 'Créer la classe' }).click(WAIT))
  await gesture(desk.getByRole('button', { name: 'Envoyer 12 convocations' }).click(WAIT))
  await desk.getByText('12 convocations envoyées.').first().waitFor(WAIT)
  expect(gestures).toBeLessThanOrEqual(5)
  await smtp.until(12)
  expect(new Set(smtp.named).size).toBe(12)
  await accessible(desk, 'board')

  // The mail says what the office reads beforehand.
  await desk.getByRole('link', { name: 'Lire et compléter' }).click(WAIT)
  await desk.getByLabel('Parcours du formateur').fill('Dix ans de comptabilité publique.', WAIT)
  await desk.getByRole('button', { name: 'Enregistrer' }).click(WAIT)
  await desk.frameLocator('iframe').getByText('Dix ans de comptabilité publique.').waitFor(WAIT)
  await accessible(desk, 'letter')
  await desk.getByRole('link', { name: 'Retour aux convocations' }).click(WAIT)

  // A phone opens the link of the mail: the seat, and nothing typed.
  const phone = keep(await visit(browser, linkOf(mailTo(1)), { phone: true })).page
  await phone.waitForURL(/\/salle\//, WAIT)
  const row = desk.getByRole('row', { name: /Łucja Nowak/ })
  await row.locator('td[data-word="Lien ouvert"] .done').waitFor(WAIT)

  // The class starts; the board, still open, sees her sit.
  const classId = /classe\/(\w+)/.exec(desk.url())![1]!
  const { page: stage } = keep(await openAs(browser, server.url, server.access.trainer, classId))
  await stage.getByText('Commencer la classe').first().waitFor(WAIT)
  await stage.keyboard.press('PageDown')
  await row.locator('td[data-word="Présent"] .here').waitFor(WAIT)
  await desk.getByText('1 sur 12 est là').waitFor(WAIT)

  // A password lost in mid-class: one gesture, usable at once, the old one dead.
  await desk.getByRole('button', { name: 'Réémettre le mot de passe de Thierry Lacaze' }).click(WAIT)
  const card = desk.getByRole('complementary', { name: 'Thierry Lacaze' })
  const password = (await card.locator('.card-fresh').textContent(WAIT))!
  await accessible(desk, 'board with a card')
  const late = keep(await visit(browser, linkOf(mailTo(2)), { phone: true, networkErrors: false })).page
  await late.getByText('Ce lien ne marche plus').waitFor(WAIT)
  await late.getByLabel('Mot de passe', { exact: true }).fill(password)
  await late.getByRole('button', { name: 'Entrer', exact: true }).click(WAIT)
  await late.waitForURL(/\/salle\//, WAIT)
  await desk.getByText('2 sur 12 sont là').waitFor(WAIT)

  await desk.getByRole('link', { name: 'Boîte d’envoi' }).click(WAIT)
  await desk.getByText('12 messages').waitFor(WAIT)
  await accessible(desk, 'outbox')
  // A dead link answers 401; the letter's frame runs nothing, not even the scripts this test looks into it with.
  const expected = /401|Blocked script execution in '[^']*\/convocations\/preview/
  for (const visitor of visitors) {
    expect(visitor.problems.filter((problem) => !expected.test(problem))).toEqual([])
    expect(visitor.strangers).toEqual([])
  }
})
