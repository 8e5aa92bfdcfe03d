/** Looking over the shoulder, on real sockets: drafts reach the trainers who have the copy open, and nobody else. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DRAFT_MAX_BYTES, type DraftMessage } from '#shared/drafts.ts'
import type { DraftNews } from '#shared/protocol.ts'
import { api, join, joinAs, type Login, type Person } from '#tests/support/client.ts'
import { type Demo, startDemo } from '#tests/support/demo.ts'
import { smallScenario } from '#tests/support/scenario.ts'

let server: Demo
let classId: string
let trainer: Person
/** The same trainer's second console. */
let other: Person
let cotrainer: Person
let alice: Person
let bruno: Person
let stage: Person
let activityId: string
let everybody: Person[]

const heard = new Map<Person, DraftNews[]>()
const newsOf = (person: Person): DraftNews[] => heard.get(person)!

function listen(person: Person) {
  heard.set(person, [])
  person.socket.on('signal', (news) => newsOf(person).push(news as DraftNews))
}

const says = (person: Person, message: DraftMessage | object) => person.socket.emit('signal', message)
const drafts = (person: Person) => newsOf(person).filter(({ type }) => type === 'draft')

async function until(what: string, holds: () => boolean) {
  for (const end = Date.now() + 10_000; !holds(); ) {
    if (Date.now() > end) throw new Error(`never: ${what}; heard: ${JSON.stringify([...heard.values()])}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** Everything said so far has been heard: frames of one socket keep their order, and views go to all. */
async function settled(author: Person) {
  const before = newsOf(trainer).length
  says(author, { type: 'focus', activityId, field: 'mot' })
  await until('a focus after the rest', () =>
    newsOf(trainer)
      .slice(before)
      .some(({ type }) => type === 'focus'),
  )
  const slide = { slide: (trainer.view()!.everyone.stage as { slide?: number }).slide === 1 ? 2 : 1 }
  await trainer.must('stage.show', slide)
  const there = (person: Person) =>
    person.until(({ everyone }) => 'slide' in everyone.stage && everyone.stage.slide === slide.slide)
  await Promise.all(everybody.filter(({ socket }) => socket.connected).map(there))
}

const copyOf = (person: Person): string => {
  const { copies } = trainer.view()!.trainer!.activities[activityId] as unknown as {
    copies: Record<string, { members: Record<string, unknown> }>
  }
  return Object.entries(copies).find(([, { members }]) => person.personId in members)![0]
}

const typed = (text: string) => ({ type: 'draft', activityId, fields: { service: text } })

/** The trainer opens a copy, and its author knows it. */
async function watch(who: Person, author: Person) {
  const before = newsOf(author).length
  says(who, { type: 'watch', activityId, copyId: copyOf(author) })
  await until('that somebody looks', () =>
    newsOf(author)
      .slice(before)
      .some((news) => news.type === 'watched' && news.on),
  )
}

/** A projection screen, by the link that the trainer makes. */
async function stageLogin(who: Login): Promise<Login> {
  const made = await api(who, `/api/classes/${classId}/stage-link`, { body: {} })
  const { url } = (await made.json()) as { url: string }
  const answer = await fetch(`${server.url}/api/stage-login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ token: url.split('#t=')[1] }),
  })
  expect(answer.ok).toBe(true)
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return { ...((await answer.json()) as Login), url: server.url, cookie }
}

beforeAll(async () => {
  server = await startDemo()
  const { access } = server
  classId = access.class.id
  trainer = await joinAs(server.url, access.trainer, classId)
  other = await joinAs(server.url, access.trainer, classId)
  cotrainer = await joinAs(server.url, server.cotrainer, classId)
  alice = await joinAs(server.url, access.participants[0]!, classId)
  bruno = await joinAs(server.url, access.participants[1]!, classId)
  stage = await join(await stageLogin(trainer.login), classId)
  everybody = [trainer, other, cotrainer, alice, bruno, stage]
  for (const one of everybody) listen(one)
  await trainer.must('class.start')
  await trainer.must('activity.ask', { kind: 'scenario', definition: smallScenario })
  const asked = await trainer.until(({ trainer: view }) => Object.keys(view?.plan.adhoc ?? {}).length === 1)
  activityId = Object.keys(asked.trainer!.plan.adhoc)[0]!
  await alice.until(({ everyone }) => everyone.activities[activityId]?.phase === 'open')
  for (const one of [alice, bruno])
    await one.must('activity.do', { type: 'write', fields: { service: { value: 'S', base: 0 } } }, activityId)
  await trainer.until(
    ({ trainer: view }) =>
      Object.keys((view?.activities[activityId]?.copies as object | undefined) ?? {}).length === 2,
  )
})

afterAll(async () => {
  for (const one of everybody ?? []) one.close()
  await server?.close()
})

beforeEach(() => {
  for (const one of everybody) newsOf(one).length = 0
})
afterEach(async () => {
  for (const one of [trainer, other, cotrainer]) says(one, { type: 'watch', activityId })
  await settled(alice)
})

describe('a copy that is open', () => {
  test('what its author types reaches the console that has it open, as it was typed', async () => {
    await watch(trainer, alice)
    for (const text of ['SC', 'SCOL', 'SCOL-01']) says(alice, typed(text))
    await until('three drafts', () => drafts(trainer).length === 3)
    const draft = (text: string) => ({ ...typed(text), copyId: copyOf(alice) })
    expect(drafts(trainer)).toEqual([draft('SC'), draft('SCOL'), draft('SCOL-01')])
  })

  test('and nobody else: not another console, nor a participant, nor the stage', async () => {
    await watch(trainer, alice)
    says(alice, typed('secret'))
    await until('the draft', () => drafts(trainer).length === 1)
    await settled(alice)
    expect([other, cotrainer, alice, bruno, stage].flatMap(drafts)).toEqual([])
    // Where the author's hand is goes to the trainers alone; whether somebody looks, to the author alone.
    expect([bruno, stage].flatMap(newsOf)).toEqual([])
    expect(newsOf(alice)).toEqual([{ type: 'watched', activityId, on: true }])
    for (const one of [other, cotrainer]) expect(newsOf(one).map(({ type }) => type)).toEqual(['focus'])
  })

  test('nothing of it is stored', async () => {
    await watch(trainer, alice)
    const before = trainer.seq()
    says(alice, typed('framboise'))
    await until('the draft', () => drafts(trainer).length === 1)
    const ack = await trainer.must('stage.show', { slide: 3 })
    expect(ack).toBe(before + 1)
    expect(JSON.stringify(trainer.view())).not.toContain('framboise')
  })

  test('two consoles may have it open; one that closes it leaves the other', async () => {
    await watch(trainer, alice)
    await watch(other, alice)
    says(alice, typed('a'))
    await until('both', () => drafts(trainer).length === 1 && drafts(other).length === 1)
    says(other, { type: 'watch', activityId })
    await settled(alice)
    says(alice, typed('b'))
    await until('the second draft', () => drafts(trainer).length === 2)
    await settled(alice)
    expect(drafts(other)).toHaveLength(1)
    expect(newsOf(alice).filter((news) => news.type === 'watched' && !news.on)).toEqual([])
  })
})

describe('a trainer and a co-trainer, each with a copy open', () => {
  test('each hears the author they watch, and only them', async () => {
    await watch(trainer, alice)
    await watch(cotrainer, bruno)
    says(alice, typed('pour la formatrice'))
    says(bruno, typed('pour le co-formateur'))
    await until('both', () => drafts(trainer).length === 1 && drafts(cotrainer).length === 1)
    await settled(alice)
    await settled(bruno)
    expect(drafts(trainer)).toEqual([{ ...typed('pour la formatrice'), copyId: copyOf(alice) }])
    expect(drafts(cotrainer)).toEqual([{ ...typed('pour le co-formateur'), copyId: copyOf(bruno) }])
    expect([other, alice, bruno, stage].flatMap(drafts)).toEqual([])
  })

  test('the co-trainer comes to the trainer’s copy, then leaves it: the trainer still reads on', async () => {
    await watch(trainer, alice)
    await watch(cotrainer, alice)
    says(alice, typed('à deux'))
    await until('both', () => drafts(trainer).length === 1 && drafts(cotrainer).length === 1)
    says(cotrainer, { type: 'watch', activityId })
    await settled(alice)
    says(alice, typed('à un'))
    await until('the trainer', () => drafts(trainer).length === 2)
    await settled(alice)
    expect(drafts(cotrainer)).toHaveLength(1)
    expect(newsOf(alice).filter((news) => news.type === 'watched' && !news.on)).toEqual([])
  })
})

describe('when the trainer looks elsewhere', () => {
  const lastWatched = (person: Person) =>
    newsOf(person)
      .filter((news) => news.type === 'watched')
      .at(-1)

  test('from one copy to the next: the first author is left, the second is seen', async () => {
    await watch(trainer, alice)
    await watch(trainer, bruno)
    await until('alice left', () => lastWatched(alice)?.on === false)
    says(alice, typed('pour personne'))
    says(bruno, typed('pour la formatrice'))
    await until('bruno', () => drafts(trainer).length === 1)
    await settled(alice)
    expect(drafts(trainer)).toMatchObject([
      { copyId: copyOf(bruno), fields: { service: 'pour la formatrice' } },
    ])
  })

  test('nowhere: the author knows, and what is still typed goes to nobody', async () => {
    await watch(trainer, alice)
    says(trainer, { type: 'watch', activityId })
    await until('alice left', () => lastWatched(alice)?.on === false)
    says(alice, typed('trop tard'))
    await settled(alice)
    expect(everybody.flatMap(drafts)).toEqual([])
  })

  test('a cut line: the author is left, and seen again once the console has come back', async () => {
    await watch(trainer, alice)
    trainer.drop()
    await until('alice left', () => lastWatched(alice)?.on === false)
    trainer.back()
    await until('the console is back', () => trainer.socket.connected)
    await watch(trainer, alice)
    says(alice, typed('de retour'))
    await until('the draft', () => drafts(trainer).length === 1)
  })

  test('the author’s own cut: back, they learn whether somebody looks', async () => {
    await watch(trainer, alice)
    alice.drop()
    newsOf(alice).length = 0
    alice.back()
    await until('alice knows', () => lastWatched(alice) !== undefined)
    expect(lastWatched(alice)).toEqual({ type: 'watched', activityId, on: true })
    says(alice, typed('encore là'))
    await until('the draft', () => drafts(trainer).length === 1)

    alice.drop()
    says(trainer, { type: 'watch', activityId })
    newsOf(alice).length = 0
    await settled(bruno)
    alice.back()
    await until('alice knows', () => lastWatched(alice) !== undefined)
    expect(lastWatched(alice)).toEqual({ type: 'watched', activityId, on: false })
  })
})

describe('who may not look', () => {
  test('a participant and the stage ask in vain', async () => {
    for (const one of [bruno, stage]) says(one, { type: 'watch', activityId, copyId: copyOf(alice) })
    await settled(bruno)
    says(alice, typed('à moi'))
    await settled(alice)
    expect(newsOf(alice)).toEqual([])
    expect(everybody.flatMap(drafts)).toEqual([])
  })

  test('nobody types in another’s copy: a draft is its sender’s own', async () => {
    await watch(trainer, alice)
    says(bruno, { ...typed('faux'), copyId: copyOf(alice) })
    says(bruno, typed('faux'))
    says(stage, typed('faux'))
    says(trainer, typed('faux'))
    await settled(bruno)
    says(alice, typed('vrai'))
    await until('the draft', () => drafts(trainer).length === 1)
    expect(drafts(trainer)).toMatchObject([{ fields: { service: 'vrai' } }])
  })

  test.each<[string, object]>([
    ['too heavy', { type: 'draft', activityId: 'x', fields: { service: 'x'.repeat(DRAFT_MAX_BYTES) } }],
    ['an unknown activity', { type: 'draft', activityId: 'ailleurs', fields: { service: 'x' } }],
    ['no field', { type: 'draft' }],
    ['a number', { type: 'draft', activityId: 'x', fields: { service: 3 } }],
    ['nested', { type: 'draft', activityId: 'x', fields: { service: [{ a: { b: 'c' } }] } }],
  ])('%s: left alone, and the next one passes', async (_, message) => {
    await watch(trainer, alice)
    const here = 'activityId' in message && message.activityId === 'x' ? { activityId } : {}
    says(alice, { ...message, ...here })
    says(alice, typed('bien'))
    await until('the draft', () => drafts(trainer).length === 1)
    expect(drafts(trainer)).toMatchObject([{ fields: { service: 'bien' } }])
    expect(alice.socket.connected).toBe(true)
  })
})
