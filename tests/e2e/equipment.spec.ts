/** The equipment test on a phone: with everything, without permission, and on a network that blocks WebSocket. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BoardAnswer } from '#shared/convocation.ts'
import { axeProblems, launchBrowser, type Visitor, visit } from '#tests/support/browser.ts'
import { api, type Login, signIn } from '#tests/support/client.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'

const WAIT = { timeout: 25_000 }

let server: TestServer
let browser: Browser
let trainer: Login
const visitors: Visitor[] = []

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  trainer = await signIn(server.url, server.access.trainer.login, server.access.trainer.password)
})
afterAll(async () => {
  for (const { close } of visitors) await close().catch(() => {})
  await browser?.close()
  await server?.stop()
})

async function openTest(n: number) {
  const { login, password } = server.access.participants[n]!
  const link = `${server.url}/essai#${new URLSearchParams({ l: login, p: password })}`
  const visitor = await visit(browser, 'about:blank', { phone: true, networkErrors: false })
  visitors.push(visitor)
  return { ...visitor, go: () => visitor.page.goto(link) }
}

async function testOf(n: number) {
  const answer = await api(trainer, `/api/classes/${server.access.class.id}/convocations`)
  const board = (await answer.json()) as BoardAnswer
  return board.people.find(({ name }) => name === server.access.participants[n]!.name)!.test
}

test('everything works, and the office hears of it', async () => {
  const { page, problems, go } = await openTest(0)
  await go()
  await page.getByText('Tout passe bien').waitFor(WAIT)
  expect(page.url()).not.toContain(server.access.participants[0]!.password)
  await page.getByRole('button', { name: 'Essayer la caméra' }).click(WAIT)
  await page.getByText('Votre caméra marche.').waitFor(WAIT)
  await page.getByRole('button', { name: 'Essayer le micro' }).click(WAIT)
  await page.getByText('Votre micro marche.').waitFor(WAIT)
  await page.getByText('Essayez aussi ce qui reste').waitFor(WAIT)
  await page.getByRole('button', { name: 'Jouer le son' }).click(WAIT)
  await page.getByText('Vous m’entendez').waitFor(WAIT)
  await page.getByRole('button', { name: 'Oui' }).click(WAIT)
  await page.getByText('Tout est prêt').waitFor(WAIT)
  await page.getByText('Résultat transmis').waitFor(WAIT)
  expect(await axeProblems(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  expect(await testOf(0)).toMatchObject({
    camera: 'ok',
    microphone: 'ok',
    speakers: 'ok',
    line: {
      transport: 'websocket',
      latency: expect.any(Number),
      down: expect.any(Number),
      up: expect.any(Number),
    },
    device: 'computer',
  })
  await page.getByRole('link', { name: 'Aller dans la classe' }).click(WAIT)
  await page.waitForURL(/\/salle\//, WAIT)
  await page.getByRole('link', { name: /essayer la caméra/ }).click(WAIT)
  await page.getByText('Tout passe bien').waitFor(WAIT)
  expect(problems).toEqual([])
})

test('says in plain words what is refused, and that WebSocket is blocked', async () => {
  const { page, problems, go } = await openTest(1)
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException('Permission denied', 'NotAllowedError'))
    const Real = window.WebSocket
    window.WebSocket = class extends Real {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(String(url).replace('/socket.io/', '/nulle-part/'), protocols)
      }
    }
  })
  await go()
  await page.getByText('Votre réseau bloque une partie des échanges').waitFor(WAIT)
  await page.getByRole('button', { name: 'Essayer la caméra' }).click(WAIT)
  await page.getByText('La permission d’utiliser la caméra est refusée.').waitFor(WAIT)
  await page.getByText('icône à gauche de l’adresse').first().waitFor(WAIT)
  await page.getByRole('button', { name: 'Jouer le son' }).click(WAIT)
  await page.getByRole('button', { name: 'Non' }).click(WAIT)
  await page.getByText('Il reste un point à régler').waitFor(WAIT)
  await page.getByText('Résultat transmis').waitFor(WAIT)
  expect(await axeProblems(page)).toEqual([])
  expect(await page.locator('body').textContent()).not.toMatch(/Error|DOMException|undefined/)
  expect(await testOf(1)).toMatchObject({
    camera: 'refused',
    microphone: 'skipped',
    speakers: 'unheard',
    line: { transport: 'polling' },
  })
  expect(problems).toEqual([])
})

test('a dead link still lets one try, and says that nobody is told', async () => {
  const { page } = await openTest(2)
  await page.goto(`${server.url}/essai#${new URLSearchParams({ l: 'x@exemple.fr', p: 'AAAA-BBBB-CCCC' })}`)
  await page.getByText('Ce lien ne marche plus').waitFor(WAIT)
  await page.getByText('Tout passe bien').waitFor(WAIT)
  expect(await axeProblems(page)).toEqual([])
})
