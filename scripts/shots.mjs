// npm run shots: screenshots of a class under way, to docs/screens (desktop, phone, dark).
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadCourse } from '#server/courses/load.ts'
import { behave, newTally, seededRandom } from '#tests/support/behave.ts'
import { launchBrowser, visit } from '#tests/support/browser.ts'
import { api, joinAs } from '#tests/support/client.ts'
import { openAs } from '#tests/support/pages.ts'
import { pause, startServer } from '#tests/support/server.ts'
import { build } from './build.mjs'

const folder = fileURLToPath(new URL('../docs/screens', import.meta.url))
mkdirSync(folder, { recursive: true })
await build()
const server = await startServer()
const browser = await launchBrowser()

/** Once fonts are there and nothing moves. */
async function shoot(page, name) {
  await page.evaluate(() => document.fonts.ready)
  await pause(400)
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
  console.log(`docs/screens/${name}.png`)
}

/** What somebody who reads the documents of the practice cases would write. */
async function rightAnswers() {
  const result = await loadCourse(fileURLToPath(new URL('../slides/chorus-pro', import.meta.url)))
  const cases = Object.values(result.course.activities).filter(({ kind }) => kind === 'scenario')
  return new Map(cases.map(({ title, model }) => [title, model.values]))
}

try {
  const { url, access } = server
  const classId = access.class.id
  const desktop = { viewport: { width: 1440, height: 900 } }

  const entry = await visit(browser, url)
  await entry.page.locator('input[name="login"]').waitFor()
  await shoot(entry.page, 'login')
  await entry.close()

  const trainer = await joinAs(url, access.trainer, classId)
  const [phoneSeat, deskSeat, ...others] = access.participants
  const console_ = await openAs(browser, url, access.trainer, classId, desktop)
  const dark = await openAs(browser, url, access.trainer, classId, { ...desktop, dark: true })
  const phone = await openAs(browser, url, phoneSeat, classId, { phone: true })
  const phoneDark = await openAs(browser, url, phoneSeat, classId, { phone: true, dark: true })
  const desk = await openAs(browser, url, deskSeat, classId, desktop)
  const people = []
  for (const who of others.slice(0, 7)) people.push(await joinAs(url, who, classId))
  await shoot(console_.page, 'console-lobby')
  await shoot(phone.page, 'room-phone-lobby')

  await trainer.must('class.start')
  await trainer.must('stage.show', { slide: 6 })
  await phone.page.locator('main [data-slide="6"]').first().waitFor()
  await shoot(console_.page, 'console-slide')
  await shoot(phone.page, 'room-phone-slide')
  await shoot(desk.page, 'room-desktop')

  await trainer.must('stage.show', { activityId: 'p1' })
  await trainer.must('activity.open', {}, 'p1')
  for (const [index, person] of people.entries()) {
    const choice = [['a'], ['b'], ['b'], ['c'], ['b'], ['c']][index]
    if (!choice) continue
    await person.until((view) => view.everyone.activities.p1?.phase === 'open', 'the vote')
    await person.must('activity.do', { type: 'answer', choice }, 'p1')
  }
  await phone.page.locator('label[data-option="b"]').tap()
  await phone.page
    .getByText(/Enregistré à/)
    .first()
    .waitFor()
  await shoot(phone.page, 'room-phone')
  await shoot(phoneDark.page, 'room-phone-dark')
  await shoot(console_.page, 'console')
  await shoot(dark.page, 'console-dark')
  await desk.context.setOffline(true)
  await desk.page
    .getByText(/Réseau coupé/)
    .first()
    .waitFor()
  await desk.page.locator('label[data-option="c"]').click()
  await shoot(desk.page, 'room-offline')

  await trainer.must('activity.close', {}, 'p1')
  await trainer.must('activity.reveal', {}, 'p1')
  await phone.page.getByText('Résultats').first().waitFor()
  await shoot(phone.page, 'room-phone-results')
  const link = await api(trainer.login, `/api/classes/${classId}/stage-link`, { body: {} })
  const stage = await visit(browser, (await link.json()).url, { viewport: { width: 1280, height: 720 } })
  await pause(1_500)
  await shoot(stage.page, 'stage-results')

  // Each in turn, then a practice case in everybody's hands, watched from the cockpit.
  await desk.context.setOffline(false)
  await trainer.must('stage.show', { activityId: 'tour-ouverture' })
  await trainer.must('activity.open', {}, 'tour-ouverture')
  await console_.page.getByRole('button', { name: /donner la parole/ }).click()
  await console_.page.getByText('La ligne gardée au procès-verbal').waitFor()
  await shoot(console_.page, 'roundtable')
  await shoot(phone.page, 'room-phone-roundtable')
  await trainer.must('stage.show', { activityId: 'ms1' })
  await trainer.must('activity.open', {}, 'ms1')
  await phone.page.getByRole('tab', { name: 'Formulaire' }).tap()
  await phone.page.getByLabel('SIRET du destinataire').fill('21000421400016')
  const random = seededRandom(7)
  const habits = {
    random,
    thinkMs: [150, 700],
    changes: 0.1,
    dropsPerMinute: 0,
    awayMs: [1, 1],
    knows: await rightAnswers(),
  }
  const quiet = people.map((person) => behave(person, habits, newTally()))
  await console_.page.getByText('Rendu').first().waitFor({ timeout: 60_000 })
  for (const stop of quiet) stop()
  await console_.page
    .getByRole('button', { name: /, Rendu\. Ouvrir la copie/ })
    .first()
    .click()
  await console_.page.getByRole('button', { name: 'Accepter' }).waitFor()
  await shoot(console_.page, 'cockpit')
  await shoot(phone.page, 'room-phone-scenario')

  await console_.page.goto(`${url}/bureau`)
  await console_.page.getByRole('heading').first().waitFor()
  await shoot(console_.page, 'office')
  await console_.page.goto(`${url}/bureau/classe/${classId}/convocations`)
  await console_.page.getByRole('row').nth(3).waitFor()
  await shoot(console_.page, 'office-board')
} finally {
  await browser.close()
  await server.stop()
}
process.exit(0)
