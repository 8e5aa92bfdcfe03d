/**
 * Who leads, in a real browser: a co-trainer assists, is handed the lead and gives it back; then the trainer's laptop
 * dies, and a phone signs in and goes on where it was.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type Visitor } from '#tests/support/browser.ts'
import { joinAs } from '#tests/support/client.ts'
import { type Demo, startDemo } from '#tests/support/demo.ts'
import { accessible, button, says, shotsOnFailure, spoken, WAIT } from '#tests/support/looking.ts'
import { openAs } from '#tests/support/pages.ts'
import { build } from '../../scripts/build.mjs'

let demo: Demo
let browser: Awaited<ReturnType<typeof launchBrowser>>
const visitors: Record<string, Visitor> = {}
/** What a second device is allowed to be where the first one was. */
const TAKE_OVER_MS = 10_000

beforeAll(async () => {
  await build({ quiet: true })
  ;[demo, browser] = await Promise.all([startDemo(), launchBrowser()])
})

afterAll(async () => {
  await browser?.close()
  await demo?.close()
})

async function open(
  who: { login: string; password: string },
  name: string,
  options: { phone?: boolean } = {},
) {
  const visitor = await openAs(browser, demo.url, who, demo.access.class.id, options)
  visitors[name] = visitor
  return visitor.page
}

test('the lead goes to a co-trainer and back, and a phone takes over', async () => {
  shotsOnFailure('lead', visitors)
  const { url, access, cotrainer } = demo
  const classId = access.class.id
  const [first, second] = access.participants as [
    (typeof access.participants)[number],
    (typeof access.participants)[number],
  ]
  /** The trainer on a device without a screen, which only looks. */
  const observer = await joinAs(url, access.trainer, classId)
  const bernard = await joinAs(url, first, classId)
  const corinne = await joinAs(url, second, classId)
  const bernardId = bernard.personId
  const trainer = await open(access.trainer, 'trainer')
  await says(trainer, 'Commencer la classe')
  await trainer.keyboard.press('PageDown')
  await observer.until((view) => view.everyone.phase === 'live', 'the class starts')
  await bernard.must('floor.ask')

  // A co-trainer assists, and is told why the next key is not theirs; then leads.
  const helper = await open(cotrainer, 'cotrainer')
  await says(helper, 'Hélène Roussel conduit la classe')
  await accessible(helper, 'console of a co-trainer')
  const point = observer.view()!.trainer!.plan.at
  await helper.keyboard.press('PageDown')
  await spoken(helper, 'Hélène Roussel conduit la classe')
  expect(observer.view()!.trainer!.plan.at).toBe(point)
  await button(helper, /^Parole, Bernard/).click()
  await observer.until((view) => view.everyone.floor.speaker === bernardId, 'the co-trainer gives the floor')
  await button(trainer, 'Passer la main à Paul Mercier').click()
  await observer.until((view) => view.trainer!.lead === cotrainer.personId, 'the lead is handed over')
  await says(trainer, 'Paul Mercier conduit la classe')
  await helper.locator('button[aria-keyshortcuts*="PageDown"]:not([aria-disabled])').waitFor(WAIT)
  await helper.keyboard.press('PageDown')
  await observer.until((view) => view.trainer!.plan.at !== point, 'the co-trainer drives')
  await accessible(trainer, 'console without the lead')
  await button(trainer, 'Reprendre la main').click()
  await observer.until((view) => view.trainer!.lead === observer.personId, 'the lead is taken back')

  // The trainer's laptop dies. A phone signs in, finds everything as it was, and goes on.
  await corinne.must('floor.ask')
  await observer.until((view) => view.everyone.floor.hands.length === 1, 'a hand waits')
  const before = observer.view()!
  await visitors.trainer!.context.close()
  const died = performance.now()
  const remote = await open(access.trainer, 'remote', { phone: true })
  await button(remote, /^Terminer, Bernard/).waitFor(WAIT)
  const tookMs = performance.now() - died
  console.log(`lead: a phone took over in ${Math.round(tookMs)} ms`)
  expect(tookMs).toBeLessThan(TAKE_OVER_MS)
  const { everyone, trainer: desktop } = observer.view()!
  expect({ plan: desktop!.plan.at, lead: desktop!.lead, floor: everyone.floor }).toEqual({
    plan: before.trainer!.plan.at,
    lead: before.trainer!.lead,
    floor: before.everyone.floor,
  })
  await says(remote, 'Suite\u00A0: ouvrir le vote')
  await accessible(remote, 'remote on a phone')
  await button(remote, /^Terminer, Bernard/).tap()
  await button(remote, /^Parole, Corinne/).tap()
  await corinne.until((view) => view.everyone.floor.speaker === corinne.personId, 'the phone gives the floor')
  await button(remote, /^Personnes/).tap()
  await says(remote, 'A la parole')
  await accessible(remote, 'people on a phone')
  await button(remote, /^Scène/).tap()
  await button(remote, /^Suite/).tap()
  await observer.until((view) => view.trainer!.plan.at !== before.trainer!.plan.at, 'the phone drives')

  for (const one of [observer, bernard, corinne]) one.close()
  for (const [name, { problems, strangers }] of Object.entries(visitors)) {
    expect(problems, `problems of ${name}`).toEqual([])
    expect(strangers, `requests of ${name} to other hosts`).toEqual([])
  }
})
