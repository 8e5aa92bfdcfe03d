/**
 * The questionnaire on satisfaction at the end of a day, returned by five people: one on a phone who loses the network
 * and changes their mind, one at a desk with the keyboard alone, three more; closed and read by the trainer.
 */
import { randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StageLinkAnswer } from '#shared/api.ts'
import { launchBrowser, type Visitor, visit } from '#tests/support/browser.ts'
import { api, joinAs } from '#tests/support/client.ts'
import { accessible, says, shotsOnFailure, WAIT } from '#tests/support/looking.ts'
import { openAs } from '#tests/support/pages.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'
import { build } from '../../scripts/build.mjs'

const ACTIVITY = 'satisfaction'
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

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** One item is answered without scrolling. */
async function fits(page: Page) {
  const over = await page.locator('main').evaluate((main) => main.scrollHeight - main.clientHeight)
  expect(over).toBeLessThanOrEqual(0)
}

/** Walks with the Tab key alone until the focus is on what is described. */
async function tabTo(page: Page, selector: string, name?: string) {
  for (let press = 0; press < 30; press += 1) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(
      ([css, text]) => {
        const at = document.activeElement
        return at?.matches(css!) === true && (!text || at.textContent?.trim() === text)
      },
      [selector, name],
    )
    if (found) return
  }
  throw new Error(`the Tab key never reached ${selector} ${name ?? ''}`)
}

/** Runs in the page. */
const keptNothing = () =>
  new Promise<boolean>((resolve, reject) => {
    const opening = indexedDB.open('estrade-kept')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const count = opening.result.transaction('kept').objectStore('kept').count()
      count.onsuccess = () => {
        opening.result.close()
        resolve(count.result === 0)
      }
    }
  })

const atQuestion = (page: Page, n: number) => says(page, `Question ${n} sur 10`)

async function onPhone(page: Page) {
  await says(page, 'Ce questionnaire est anonyme')
  await says(page, /Votre nom n’est pas gardé avec vos réponses/)
  await accessible(page, 'what anonymous means, on a phone')
  await button(page, 'Commencer').tap()
  for (let n = 1; n <= 8; n += 1) {
    await atQuestion(page, n)
    await fits(page)
    await page
      .getByText(n === 5 ? 'Ne se prononce pas' : n % 2 ? 'Tout à fait d’accord' : 'Plutôt d’accord')
      .tap()
    if (n === 3) {
      // A refresh comes back to the same question, with what was ticked.
      await page.reload()
      await atQuestion(page, 3)
      await page.waitForFunction(() => document.querySelector('input:checked') !== null)
    }
    await button(page, 'Suivante').tap()
  }
  await atQuestion(page, 9)
  await fits(page)
  await accessible(page, 'a note from 0 to 10 on a phone')
  await page.locator('label.deg', { hasText: /^9$/ }).tap()
  await button(page, 'Suivante').tap()
  await atQuestion(page, 10)
  await page.getByRole('textbox').fill('Je garde les cinq contrôles.')
  await button(page, 'Relire').tap()
  await says(page, 'Vous avez répondu à tout.')

  await visitors.phone!.context.setOffline(true)
  await says(page, /Réseau coupé/)
  await button(page, 'Rendre').tap()
  await says(page, 'En attente du réseau')
  expect(await page.getByText(/Enregistré à/).count()).toBe(0)
  await visitors.phone!.context.setOffline(false)
  await says(page, /Enregistré à/)
  await accessible(page, 'handed in, on a phone')

  // Another thought, from the device that has the ballot.
  await button(page, 'Modifier mes réponses').tap()
  await page.getByRole('button', { name: /^10/ }).tap()
  await page.getByRole('textbox').fill('Je garde les cinq contrôles, et les notifications.')
  await button(page, 'Relire').tap()
  await button(page, 'Rendre à nouveau').tap()
  await says(page, 'Vos changements sont enregistrés')
}

async function byKeyboard(page: Page) {
  await says(page, 'Ce questionnaire est anonyme')
  await tabTo(page, 'button', 'Commencer')
  await page.keyboard.press('Enter')
  for (let n = 1; n <= 10; n += 1) {
    await atQuestion(page, n)
    if (n === 10) {
      await tabTo(page, 'textarea')
      await page.keyboard.type('Aller moins vite sur les travaux.')
    } else {
      await tabTo(page, 'input[type="radio"]')
      await page.keyboard.press('Space')
      await page.keyboard.press('ArrowDown')
    }
    await tabTo(page, 'button', n === 10 ? 'Relire' : 'Suivante')
    await page.keyboard.press('Enter')
  }
  await says(page, 'Vous avez répondu à tout.')
  await tabTo(page, 'button', 'Rendre')
  await page.keyboard.press('Enter')
  await says(page, /Enregistré à/)
}

test('a satisfaction questionnaire, from the cover to the figures', async () => {
  shotsOnFailure('survey', visitors)
  const { url, access } = server
  const classId = access.class.id
  const quiet = { networkErrors: false }
  const observer = await joinAs(url, access.trainer, classId)
  await observer.must('class.start')
  const [first, second, ...others] = access.participants.slice(0, 5)
  const scripted = await Promise.all(others.map((who) => joinAs(url, who, classId)))
  visitors.phone = await openAs(browser, url, first!, classId, { phone: true, ...quiet })
  visitors.desk = await openAs(browser, url, second!, classId, quiet)
  visitors.trainer = await openAs(browser, url, access.trainer, classId, quiet)
  const link = await api(observer.login, `/api/classes/${classId}/stage-link`, { body: {} })
  visitors.stage = await visit(browser, ((await link.json()) as StageLinkAnswer).url, quiet)
  const [phone, desk, trainer, stage] = ['phone', 'desk', 'trainer', 'stage'].map(
    (name) => visitors[name]!.page,
  ) as [Page, Page, Page, Page]

  await observer.must('stage.show', { activityId: ACTIVITY })
  await says(phone, 'Le questionnaire va s’ouvrir')
  await says(trainer, /ouvrir le questionnaire/)
  await trainer.keyboard.press('PageDown')
  await says(trainer, 'Questionnaire ouvert')

  await Promise.all([onPhone(phone), byKeyboard(desk)])
  for (const [n, person] of scripted.entries())
    await person.must(
      'activity.do',
      {
        type: 'return',
        ballotId: randomBytes(32).toString('hex'),
        answers: { objectifs: { value: 2 + (n % 3) }, recommandation: { value: 10 - 3 * n } },
      },
      ACTIVITY,
    )
  await says(trainer, '5 sur 12 ont rendu le questionnaire')
  await accessible(trainer, 'console with a questionnaire open')
  // Nothing of it is read before the close.
  expect(await trainer.getByText('Je garde les cinq contrôles').count()).toBe(0)

  await says(trainer, /clore le questionnaire/)
  await trainer.keyboard.press('PageDown')
  await says(trainer, 'Je garde les cinq contrôles, et les notifications.')
  await says(trainer, 'Aller moins vite sur les travaux.')
  expect(await trainer.getByText('Je garde les cinq contrôles.', { exact: true }).count()).toBe(0)
  // 4 on the phone, 2 by keyboard, 2, 3 and 4 by the others.
  expect(await trainer.locator('.figures > li').first().locator('.mark-of').textContent()).toMatch(
    /^3\s*sur 4\s*5\s*réponses$/,
  )
  await accessible(trainer, 'console with the results of a questionnaire')
  await says(phone, 'Merci à vous')
  await accessible(phone, 'questionnaire closed, on a phone')
  // The device keeps neither the answers nor what ties it to a ballot.
  await phone.waitForFunction(keptNothing, undefined, WAIT)

  // The figures go to the group by a gesture of their own, the sentences never do.
  expect(await stage.locator('.figures').count()).toBe(0)
  await button(trainer, 'Montrer les chiffres au groupe').click()
  await says(phone, 'Résultats du groupe')
  await says(stage, 'Résultats du groupe')
  await stage.locator('.figures').waitFor(WAIT)
  await accessible(phone, 'figures on a phone')
  await accessible(stage, 'figures on the stage')
  for (const page of [phone, desk, stage])
    expect(await page.locator('body').textContent()).not.toContain('Aller moins vite')

  observer.close()
  for (const person of scripted) person.close()
  for (const [name, { problems, strangers }] of Object.entries(visitors)) {
    expect(problems, `problems of ${name}`).toEqual([])
    expect(strangers, `requests of ${name} to other hosts`).toEqual([])
  }
})
