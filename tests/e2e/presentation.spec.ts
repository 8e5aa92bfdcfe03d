/** A presentation in a real browser: called, graded and written to from the keyboard, given to its author alone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PresentationMine, PresentationTrainer } from '#shared/activities/presentation/definition.ts'
import { launchBrowser, type Visitor } from '#tests/support/browser.ts'
import { joinAs } from '#tests/support/client.ts'
import { accessible, says, shotsOnFailure } from '#tests/support/looking.ts'
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

const definition = {
  title: 'Présenter une facture',
  instructions: 'En trois minutes, présentez une facture de votre entreprise.',
  seconds: 180,
  moment: 'during',
  levels: ['À reprendre', 'En cours', 'Acquis', 'Maîtrisé'],
  criteria: [{ id: 'cadre', text: 'Le cadre est le bon', objective: 'o3' }],
}
const ID = 'adhoc-1'

test('a presentation, from its subject to its feedback', async () => {
  shotsOnFailure('presentation', visitors)
  const { url, access } = server
  const classId = access.class.id
  const [who, neighbour] = access.participants as [
    (typeof access.participants)[0],
    (typeof access.participants)[0],
  ]
  const observer = await joinAs(url, access.trainer, classId)
  const other = await joinAs(url, neighbour, classId)
  const author = await joinAs(url, who, classId)
  await observer.must('class.start')
  await observer.must('activity.ask', { kind: 'presentation', definition })
  visitors.trainer = await openAs(browser, url, access.trainer, classId, { networkErrors: false })
  visitors.phone = await openAs(browser, url, who, classId, { phone: true, networkErrors: false })
  const [trainer, phone] = [visitors.trainer.page, visitors.phone.page]
  const sheet = () => {
    const own = observer.view()!.trainer!.activities[ID] as unknown as PresentationTrainer
    return own.sheets[author.personId]
  }

  await phone.getByLabel('Votre sujet').fill('Un avoir à l’hôpital')
  await phone.getByRole('button', { name: 'Enregistrer' }).tap()
  await says(phone, /Enregistré à/)

  // Called by name from the list: the stage and the floor are theirs.
  const list = trainer.getByRole('region', { name: 'Les présentations' })
  await list.getByRole('button', { name: who.name }).press('Enter')
  await trainer.getByRole('button', { name: 'Faire présenter', exact: true }).press('Enter')
  await says(phone, 'À vous de présenter')
  await other.until((view) => view.everyone.floor.speaker === author.personId, 'the floor')
  await says(trainer, 'Sujet : Un avoir à l’hôpital')

  // A level by the arrow keys, words in their field, saved as they are written.
  const level = trainer.getByRole('radio', { name: /Acquis/ })
  await level.focus()
  await trainer.keyboard.press('Space')
  await observer.until(() => sheet()?.grades.cadre === 3, 'the grade')
  await trainer.getByLabel(`Retour à ${who.name}`).fill('Exposé clair et juste.')
  await trainer.keyboard.press('Escape')
  await observer.until(() => sheet()?.feedback === 'Exposé clair et juste.', 'the feedback')
  await accessible(trainer, 'console during a presentation')
  await accessible(phone, 'my presentation, on a phone')
  expect(await phone.getByText('Exposé clair et juste.').count()).toBe(0)

  await trainer.getByRole('button', { name: 'Finir la présentation', exact: true }).press('Enter')
  await trainer.getByRole('button', { name: `Remettre à ${who.name}` }).press('Enter')
  await says(phone, 'Votre évaluation')
  await says(phone, 'Exposé clair et juste.')
  await accessible(phone, 'my grades, on a phone')
  await author.until(
    (view) => (view.mine!.activities[ID] as PresentationMine).sheet?.grades.cadre === 3,
    'the grades of the author',
  )
  expect(author.view()!.mine!.outcomes.o3?.during).toEqual({ points: 2 / 3, of: 1 })
  expect(JSON.stringify(other.view())).not.toContain('Exposé clair')

  for (const one of [observer, other, author]) one.close()
  for (const [name, { problems, strangers }] of Object.entries(visitors)) {
    expect(problems, `problems of ${name}`).toEqual([])
    expect(strangers, `requests of ${name} to other hosts`).toEqual([])
  }
})
