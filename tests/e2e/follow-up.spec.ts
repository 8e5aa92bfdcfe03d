/** Before and after the class: a participant's own page of it, and the questionnaire that comes by mail in its time. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '#server/app.ts'
import { readConfig } from '#server/config.ts'
import { type DemoAccess, firstRun } from '#server/demo.ts'
import { sendFollowUps } from '#server/http/follow-ups-due.ts'
import { axeProblems, launchBrowser, type Visitor, visit } from '#tests/support/browser.ts'
import { WAIT } from '#tests/support/looking.ts'
import { type Smtp, startSmtp } from '#tests/support/smtp.ts'

const DAY = 24 * 3_600_000

let clock = Date.now()
let app: App
let demo: DemoAccess
let smtp: Smtp
let browser: Browser
let dataDir: string
const visitors: Visitor[] = []

beforeAll(async () => {
  smtp = await startSmtp()
  dataDir = await mkdtemp(join(tmpdir(), 'estrade-after-'))
  const env = { PORT: '0', HOST: '127.0.0.1', ESTRADE_DATA: dataDir, SMTP_URL: smtp.url }
  app = await createApp({
    config: readConfig(env),
    now: () => clock,
    prepare: async (opened) => {
      demo = (await firstRun(opened)).demo!
    },
  })
  browser = await launchBrowser()
})
afterAll(async () => {
  for (const { close } of visitors) await close().catch(() => {})
  await browser?.close()
  await app?.close()
  await smtp?.close()
  await rm(dataDir, { recursive: true, force: true })
})

async function open(url: string) {
  const visitor = await visit(browser, url, { phone: true })
  visitors.push(visitor)
  return visitor
}

test('a participant reads the programme and the hours', async () => {
  const { login, password } = demo.participants[0]!
  const { page, problems } = await open(`${app.url}/entrer#${new URLSearchParams({ l: login, p: password })}`)
  await page.waitForURL(/\/salle\//, WAIT)
  await page.goto(`${app.url}/`)
  await page.getByRole('link', { name: /Programme et horaires/ }).click(WAIT)
  await page.getByRole('heading', { name: 'Horaires' }).waitFor(WAIT)
  await page.getByText('Principales notions de Chorus Pro').waitFor(WAIT)
  expect(await axeProblems(page)).toEqual([])
  await page.getByRole('link', { name: 'Essayer mon matériel' }).click(WAIT)
  await page.getByRole('heading', { name: 'Essayer mon matériel' }).waitFor(WAIT)
  expect(problems).toEqual([])
})

test('the questionnaire comes in its time and is answered in one page', async () => {
  await app.store.classes.setPhase(demo.class.id, 'ended')
  clock += 80 * DAY
  expect(await sendFollowUps(app, app.url)).toBe(12)
  const [mail] = await smtp.until(12)
  const link = /\S+\/a-froid#\S+/.exec(mail!.text!)![0]
  const { page, problems, strangers } = await open(link)
  const first = page.getByLabel('Combien de factures avez-vous déposées depuis')
  await first.waitFor(WAIT)
  expect(await axeProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Envoyer mes réponses' }).click(WAIT)
  await page.getByText('Répondez au moins à une question.').waitFor(WAIT)
  await first.fill('Une trentaine')
  await page.reload()
  expect(await first.inputValue()).toBe('Une trentaine')
  await page.getByRole('button', { name: 'Envoyer mes réponses' }).click(WAIT)
  await page.getByText('Vos réponses sont enregistrées').waitFor(WAIT)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await page.reload()
  await page.getByText('Vous avez déjà répondu').waitFor(WAIT)
  expect(problems).toEqual([])
  expect(strangers).toEqual([])
})
