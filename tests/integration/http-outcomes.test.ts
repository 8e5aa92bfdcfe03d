/** What was learnt, from the questions to the page of the class: for its trainers whole, for each person their own. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OutcomesAnswer, StageLinkAnswer } from '#shared/api.ts'
import { type Person as Client, join, signIn } from '#tests/support/client.ts'
import { browser, openWorld, type World } from './http-world.ts'

const question = (id: string, objective: string, right: string) => ({
  id,
  text: `Question ${id} ?`,
  multiple: false,
  objective,
  options: ['a', 'b', 'c'].map((option) => ({
    id: option,
    text: `Réponse ${option}`,
    right: option === right,
  })),
})

const series = {
  kind: 'mcq',
  title: 'QCM final',
  pace: 'learner',
  moment: 'final',
  correction: 'on-reveal',
  questions: [question('q1', 'o1', 'a'), question('q2', 'o1', 'b'), question('q3', 'o2', 'c')],
}

let world: World
let trainer: Client
let ana: Client
let bob: Client
let stage: Client
/** Everything sent to each of them. */
const wire: Record<'ana' | 'bob' | 'stage', string[]> = { ana: [], bob: [], stage: [] }
let activityId: string

const path = () => `/api/classes/${world.first.id}/outcomes`
const enter = async ({ login, password }: { login: string; password: string }) =>
  join(await signIn(world.url, login, password), world.first.id)

async function outcomes(): Promise<OutcomesAnswer> {
  const tab = browser(world.url)
  await tab.signIn(world.trainer)
  const reply = await tab.get(path())
  expect([reply.status, reply.headers.get('cache-control')]).toEqual([200, 'no-store'])
  return reply.body
}

beforeAll(async () => {
  world = await openWorld()
  const link = browser(world.url)
  await link.signIn(world.trainer)
  const { url } = (await link.post(`/api/classes/${world.first.id}/stage-link`)).body as StageLinkAnswer
  const screen = browser(world.url)
  const seat = await screen.post('/api/stage-login', { token: url.split('#t=')[1] })
  const cookie = [...screen.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  stage = await join({ ...seat.body, url: world.url, cookie }, world.first.id)
  trainer = await enter(world.trainer)
  ana = await enter(world.ana)
  bob = await enter(world.bob)
  ana.socket.onAny((...frame) => wire.ana.push(JSON.stringify(frame)))
  bob.socket.onAny((...frame) => wire.bob.push(JSON.stringify(frame)))
  stage.socket.onAny((...frame) => wire.stage.push(JSON.stringify(frame)))
})
afterAll(async () => {
  for (const client of [trainer, ana, bob, stage]) client.close()
  await world.close()
})

describe('the outcomes of a class', () => {
  it('are an empty page, with its people and objectives, before anything is measured', async () => {
    expect(await outcomes()).toMatchObject({
      title: 'Première séance',
      course: 'Petite formation',
      trainerName: 'Hélène',
      objectives: [{ id: 'o1', text: 'Savoir entrer' }],
      series: [],
      people: [
        { name: 'Ana', outcomes: {}, scores: {} },
        { name: 'Bob', outcomes: {}, scores: {} },
      ],
    })
  })

  it('are told to the trainer as soon as there are answers, and to nobody else', async () => {
    await trainer.must('class.start', {})
    await trainer.must('activity.ask', { kind: 'mcq', definition: series })
    const asked = await trainer.until(
      ({ trainer }) => Object.keys(trainer?.plan.adhoc ?? {}).length > 0,
      'the series',
    )
    activityId = Object.keys(asked.trainer!.plan.adhoc)[0]!
    await ana.until(({ everyone }) => everyone.activities[activityId]?.phase === 'open', 'the series open')
    for (const [questionId, choice] of [
      ['q1', 'a'],
      ['q2', 'a'],
      ['q3', 'c'],
    ])
      await ana.must('activity.do', { type: 'answer', questionId, choice: [choice] }, activityId)
    await ana.must('activity.do', { type: 'submit' }, activityId)
    await trainer.until(({ trainer }) => trainer?.outcomes[ana.personId] !== undefined, 'outcomes')
    const page = await outcomes()
    expect(page.series).toEqual([
      {
        activityId,
        title: 'QCM final',
        moment: 'final',
        questions: [
          { id: 'q1', text: 'Question q1 ?', objective: 'o1' },
          { id: 'q2', text: 'Question q2 ?', objective: 'o1' },
          { id: 'q3', text: 'Question q3 ?', objective: 'o2' },
        ],
      },
    ])
    expect(page.people.find(({ name }) => name === 'Ana')).toEqual({
      personId: ana.personId,
      name: 'Ana',
      outcomes: { o1: { final: { points: 1, of: 2 } }, o2: { final: { points: 1, of: 1 } } },
      scores: { [activityId]: { q1: { points: 1 }, q2: { points: 0 }, q3: { points: 1 } } },
    })
    expect(page.people.find(({ name }) => name === 'Bob')).toMatchObject({ outcomes: {}, scores: {} })
    expect(trainer.view()!.trainer!.outcomes).toEqual({ [ana.personId]: page.people[0]!.outcomes })
    expect(ana.view()!.mine!.outcomes).toEqual({})
  })

  it('are told to the person once the right answers are known, their own only', async () => {
    await trainer.must('activity.close', {}, activityId)
    expect(ana.view()!.mine!.outcomes).toEqual({})
    await trainer.must('activity.reveal', {}, activityId)
    const seen = await ana.until(({ mine }) => Object.keys(mine?.outcomes ?? {}).length > 0, 'own outcomes')
    expect(seen.mine!.outcomes).toEqual({
      o1: { final: { points: 1, of: 2 } },
      o2: { final: { points: 1, of: 1 } },
    })
    expect(seen.trainer).toBeUndefined()
    await bob.until(({ everyone }) => everyone.activities[activityId]?.phase === 'revealed', 'the reveal')
    expect(bob.view()!.mine!.outcomes).toEqual({})
  })

  it('count apart what is caught up afterwards', async () => {
    await bob.must('activity.do', { type: 'catch-up', questionId: 'q1', choice: ['a'] }, activityId)
    const seen = await bob.until(({ mine }) => Object.keys(mine?.outcomes ?? {}).length > 0, 'own outcomes')
    expect(seen.mine!.outcomes).toEqual({ o1: { final: { points: 0, of: 0, late: 1 } } })
    expect((await outcomes()).people.find(({ name }) => name === 'Bob')?.scores).toEqual({
      [activityId]: { q1: { points: 1, late: true } },
    })
  })

  it('stay after the end of the class', async () => {
    const before = await outcomes()
    await trainer.must('class.end', {})
    expect(await outcomes()).toEqual(before)
  })

  it('of somebody else never reach a participant or the stage', () => {
    expect(wire.bob.length).toBeGreaterThan(3)
    expect(wire.stage.length).toBeGreaterThan(3)
    // Ana's are points out of one question and out of two; Bob's count none.
    const hers = /"final":\{"points":1,"of":[12]\}/
    expect(wire.ana.some((frame) => hers.test(frame))).toBe(true)
    for (const frame of [...wire.bob, ...wire.stage]) expect(frame).not.toMatch(hers)
    for (const frame of wire.stage) expect(frame).not.toContain('"outcomes"')
  })
})
