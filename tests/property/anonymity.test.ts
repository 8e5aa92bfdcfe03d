/**
 * Anonymous means it: a class is played twice, changing only who gave which ballot. Every byte that every reader
 * receives, every answer of the server and every row of the log is the same, before the close and after it.
 */
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { answersTo, definition } from '#shared/activities/survey/arbitrary.ts'
import type { SurveyAnswers, SurveyCommand, SurveyDefinition } from '#shared/activities/survey/definition.ts'
import type { Course, PlanItem } from '#shared/course.ts'
import type { Ack, Role } from '#shared/types.ts'
import { CLASS, type Client, createTally, createWorld, TRAINER } from './world.ts'

const tally = createTally(
  'anonymity',
  'classes',
  'ballots swapped',
  'ballots counted',
  'frames compared',
  'rows compared',
  'amendments',
  'resends',
  'devices refused',
  'restarts',
  'ended open',
  'results shown',
)
afterAll(() => expect(tally.report()).toEqual([]))

const PARTICIPANTS = ['alice', 'bruno', 'chloe', 'denis', 'elise', 'farid'].map((name) => `p-${name}`)
const PEOPLE: Record<string, Role> = {
  [TRAINER]: 'trainer',
  ...Object.fromEntries(PARTICIPANTS.map((id): [string, Role] => [id, 'participant'])),
}

function courseOf(survey: SurveyDefinition): Course {
  const item = { minutes: 5, sectionId: 's1' }
  const plan: PlanItem[] = [
    { ...item, id: 'slide-1', type: 'slide', title: 'D1', slide: 1 },
    { ...item, id: 'a1', type: 'activity', title: survey.title, activityId: 'a1', kind: 'survey' },
  ]
  return {
    id: 'cours',
    title: 'Cours',
    language: 'fr',
    objectives: [],
    sections: [],
    plan,
    slides: [{ n: 1, title: 'D1', steps: 0, sectionId: 's1' }],
    activities: { a1: survey },
    deckHash: 'deck',
  }
}

/** A ballot: its id, and what it says in the end. */
type Paper = { id: string; says: SurveyAnswers }
/** What a person does, whichever ballot they hold; `draft` is what it says until the last amendment. */
type Move =
  | { move: 'return' | 'amend' | 'resend' | 'second device'; by: number; draft: SurveyAnswers }
  | { move: 'drop' | 'back'; by: number }
  | { move: 'restart' | 'tick' }
type Script = {
  survey: SurveyDefinition
  papers: Paper[]
  held: number[]
  moves: Move[]
  end: 'close' | 'class'
}

function scripts(survey: SurveyDefinition): fc.Arbitrary<Script> {
  const person = fc.nat({ max: PARTICIPANTS.length - 1 })
  const gesture = fc.record({
    move: fc.constantFrom(...(['return', 'return', 'amend', 'amend', 'resend', 'second device'] as const)),
    by: person,
    draft: answersTo(survey),
  })
  const line = fc.record({ move: fc.constantFrom(...(['drop', 'back'] as const)), by: person })
  const server = fc.constantFrom<Move>({ move: 'restart' }, { move: 'tick' })
  const each = fc.tuple(...PARTICIPANTS.map(() => answersTo(survey)))
  return fc.record({
    survey: fc.constant(survey),
    papers: each.map((all) => all.map((says, k) => ({ id: String(k).repeat(64), says }))),
    held: fc.shuffledSubarray(
      PARTICIPANTS.map((_, k) => k),
      { minLength: PARTICIPANTS.length },
    ),
    moves: fc.array(
      fc.oneof(
        { weight: 10, arbitrary: gesture },
        { weight: 3, arbitrary: line },
        { weight: 1, arbitrary: server },
      ),
      { minLength: 20, maxLength: 60 },
    ),
    end: fc.constantFrom('close' as const, 'close' as const, 'class' as const),
  })
}

const anonymous = definition.map((survey) => ({ ...survey, anonymous: true }))

/** Plays the script, person n holding ballot `held[n]`. → all that is sent, said and kept. */
async function play({ survey, papers, moves, end }: Script, held: readonly number[]) {
  const world = await createWorld(courseOf(survey))
  await world.boot()
  await world.enrol(PEOPLE)
  const trainer = world.client(TRAINER, 'trainer')
  const people = PARTICIPANTS.map((id) => world.client(id, 'participant'))
  const stage = world.client('stage-1', 'stage')
  const readers: Client[] = [trainer, ...people, stage]
  for (const one of readers) world.connect(one)
  await world.say(trainer, 'class.start')
  await world.say(trainer, 'activity.open', {}, 'a1')

  const acks: Ack[] = []
  const sent = new Map<number, { id: string; payload: SurveyCommand }>()
  const paper = (by: number) => papers[held[by]!]!
  const hand = (type: 'return' | 'amend', by: number, answers: SurveyAnswers): SurveyCommand =>
    survey.anonymous ? { type, answers, ballotId: paper(by).id } : { type: 'return', answers }
  for (const step of moves) {
    switch (step.move) {
      case 'return':
      case 'amend': {
        const payload = hand(sent.has(step.by) ? 'amend' : 'return', step.by, step.draft)
        const id = world.newId()
        if (payload.type === 'return') sent.set(step.by, { id, payload })
        else tally.add('amendments')
        acks.push(await world.say(people[step.by]!, 'activity.do', payload, 'a1', id))
        break
      }
      case 'resend': {
        const before = sent.get(step.by)
        if (!before) break
        tally.add('resends')
        acks.push(await world.say(people[step.by]!, 'activity.do', before.payload, 'a1', before.id))
        break
      }
      case 'second device': {
        if (!sent.has(step.by) || !survey.anonymous) break
        const other = { type: 'return', answers: step.draft, ballotId: 'f'.repeat(64) }
        const ack = await world.say(people[step.by]!, 'activity.do', other, 'a1')
        if (!ack.ok) tally.add('devices refused')
        acks.push(ack)
        break
      }
      case 'drop':
        world.drop(people[step.by]!)
        break
      case 'back':
        world.connect(people[step.by]!)
        break
      case 'restart':
        await world.restart()
        for (const one of readers) world.connect(one)
        tally.add('restarts')
        break
      case 'tick':
        world.tick(1000)
    }
    world.flush()
    for (const one of readers) world.deliver(one)
  }
  for (const by of sent.keys())
    acks.push(await world.say(people[by]!, 'activity.do', hand('amend', by, paper(by).says), 'a1'))
  const box = [...world.boxes.values()].flatMap((ballots) => [...ballots].sort())
  const before = readers.map((one) => one.wire.length)
  acks.push(
    end === 'close'
      ? await world.say(trainer, 'activity.close', {}, 'a1')
      : await world.say(trainer, 'class.end'),
  )
  world.flush()
  if (end === 'close') {
    acks.push(await world.say(trainer, 'activity.reveal', {}, 'a1'))
    await world.say(trainer, 'class.end')
    world.flush()
  }
  const rows = (world.rows.get(CLASS) ?? []).map(({ salt: _s, digest: _d, chain: _c, ...row }) => row)
  const results = (world.server.room.state.activities.a1!.inner as { ballots?: SurveyAnswers[] }).ballots
  world.close()
  return {
    wires: readers.map((one) => one.wire),
    after: readers.map((one, i) => one.wire.slice(before[i])),
    acks,
    rows,
    box,
    left: [...world.boxes.values()].map((ballots) => ballots.size),
    returned: sent.size,
    holders: [...sent.keys()],
    results,
  }
}

test('nothing that anybody receives or keeps says who gave which anonymous ballot', async () => {
  await fc.assert(
    fc.asyncProperty(anonymous.chain(scripts), async (script) => {
      const own = PARTICIPANTS.map((_, k) => k)
      const a = await play(script, own)
      // Only those who returned swap, so that the same ballots are in the box.
      const swapped = [...a.holders].sort((x, y) => script.held[x]! - script.held[y]!)
      const held = own.map((k) => (a.holders.includes(k) ? swapped[a.holders.indexOf(k)]! : k))
      const b = await play(script, held)
      expect(b.box).toEqual(a.box)
      expect(b.acks).toEqual(a.acks)
      expect(b.wires).toEqual(a.wires)
      expect(b.rows).toEqual(a.rows)
      expect([...a.left, ...b.left].every((size) => size === 0)).toBe(true)
      // What was counted is what was in the box, in its order and not in that of the returns.
      const contents = a.box.map(([, content]) => JSON.parse(content))
      expect(a.results ?? []).toEqual(contents)
      expect(contents).toHaveLength(a.returned)

      tally.add('classes')
      tally.add('ballots swapped', held.filter((k, n) => k !== n).length)
      tally.add('ballots counted', contents.length)
      tally.add('frames compared', a.wires.flat().length)
      tally.add('rows compared', a.rows.length)
      if (script.end === 'class') tally.add('ended open')
      if (a.after.flat().some((frame) => frame.includes('"counts"'))) tally.add('results shown')
    }),
    { numRuns: 300 },
  )
})

test('the same comparison tells two worlds apart where the questionnaire bears names', async () => {
  let apart = 0
  await fc.assert(
    fc.asyncProperty(definition.chain(scripts), async (script) => {
      const named = { ...script, survey: { ...script.survey, anonymous: false } }
      const a = await play(named, [0, 1, 2, 3, 4, 5])
      const b = await play(named, [1, 0, 3, 2, 5, 4])
      if (JSON.stringify(a.rows) !== JSON.stringify(b.rows)) apart++
    }),
    { numRuns: 20 },
  )
  expect(apart).toBeGreaterThan(0)
})
