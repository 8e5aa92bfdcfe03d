import { describe, expect, test } from 'vitest'
import { isRejection, type Phase, type Role } from '#shared/types.ts'
import type { PresentationCommand, PresentationDefinition, PresentationEvent } from './definition.ts'
import { presentation } from './kind.ts'
import { ownPresentationAnswer } from './own-answer.ts'
import { predictPresentation } from './predict.ts'

const definition: PresentationDefinition = {
  kind: 'presentation',
  title: 'Présenter une facture',
  instructions: 'Présentez en trois minutes une facture et son circuit.',
  seconds: 180,
  moment: 'during',
  levels: ['À reprendre', 'En cours', 'Acquis', 'Maîtrisé'],
  criteria: [
    { id: 'cadre', text: 'Le cadre est juste', objective: 'o3' },
    { id: 'clarte', text: 'L’exposé est clair' },
  ],
}
const PEOPLE = ['nadia', 'karim', 'paulo']
const START = 1_000_000
const trainer = 'formatrice'

/** Presentations driven by commands and by the next key, from ready. */
function given(change: Partial<PresentationDefinition> = {}) {
  const def = { ...definition, ...change }
  let state = presentation.start(def)
  let phase: Phase = 'ready'
  let now = START
  const apply = (event: PresentationEvent, by = trainer) => {
    state = presentation.evolve(state, { ...event, by, at: now })
  }
  const decide = (by: string, command: PresentationCommand) => {
    const role: Role = by === trainer ? 'trainer' : 'participant'
    return presentation.decide(state, command, {
      now,
      by,
      role,
      people: PEOPLE,
      phase,
      late: false,
      definition: def,
    })
  }
  const drive = {
    open() {
      const first = presentation.opening?.(state, def, phase, { people: PEOPLE, spoken: {}, lot: '' })
      if (isRejection(first)) throw new Error(first.reason)
      if (first) apply(first)
      phase = 'open'
      return drive
    },
    close() {
      phase = 'closed'
      return drive
    },
    wait(seconds: number) {
      now += seconds * 1000
      return drive
    },
    inside: () => presentation.inside?.(state, def, phase),
    next() {
      const inside = drive.inside()
      if (!inside) throw new Error('nothing inside')
      apply(inside.event)
      return drive
    },
    do(by: string, command: PresentationCommand) {
      const events = decide(by, command)
      if (isRejection(events)) throw new Error(events.reason)
      for (const event of events) apply(event, by)
      return drive
    },
    facts: (by: string, command: PresentationCommand) => decide(by, command) as PresentationEvent[],
    refused(by: string, command: PresentationCommand) {
      const outcome = decide(by, command)
      return isRejection(outcome) ? outcome.code : 'accepted'
    },
    everyone: () => presentation.everyone(state, def, phase),
    mine: (personId: string) => presentation.mine(state, def, phase, personId),
    trainer: () => presentation.trainer(state, def, phase),
    scores: () => presentation.scores!(state, def, phase),
    point: () => presentation.point?.(state, def),
  }
  return drive
}

const grade = (personId: string, criterionId: string, level?: number): PresentationCommand => ({
  type: 'grade',
  personId,
  criterionId,
  ...(level !== undefined && { level }),
})
const feedback = (personId: string, text: string): PresentationCommand => ({
  type: 'feedback',
  personId,
  text,
})
const release = (personId: string): PresentationCommand => ({ type: 'release', personId })

describe('taking the stage', () => {
  test('the next key calls each, and ends each presentation before the next', () => {
    const oral = given().open()
    expect(oral.inside()).toMatchObject({ step: 'present', personId: 'nadia', n: 1, of: 3 })
    oral.next()
    expect(oral.everyone()).toMatchObject({
      speaker: 'nadia',
      next: 'karim',
      turn: { since: START, limit: 180_000, endsAt: START + 180_000 },
    })
    expect(oral.inside()).toMatchObject({ step: 'stop', personId: 'nadia' })
    oral.wait(150).next()
    expect(oral.everyone()).toMatchObject({ answeredCount: 1, people: { nadia: 'done' } })
    expect(oral.everyone().speaker).toBeUndefined()
    expect(oral.trainer().spent).toEqual({ nadia: 150_000 })
    oral.next().next().next().next()
    expect(oral.inside()).toBeUndefined()
    expect(oral.everyone().answeredCount).toBe(3)
  })

  test('whoever is called has the floor for their time; it is free when they stop', () => {
    const oral = given().open()
    const floor = (command: PresentationCommand) =>
      oral.facts(trainer, command).map((event) => presentation.floorAfter?.(event, definition))
    expect(floor({ type: 'call', personId: 'paulo' })).toEqual([{ personId: 'paulo', seconds: 180 }])
    oral.do(trainer, { type: 'call', personId: 'paulo' })
    expect(floor({ type: 'stop' })).toEqual(['free'])
    expect(floor({ type: 'skip', personId: 'nadia', skipped: true })).toEqual([undefined])
    expect(floor({ type: 'skip', personId: 'paulo', skipped: true })).toEqual(['free'])
    expect(floor({ type: 'more', seconds: 60 })).toEqual([{ personId: 'paulo', seconds: 240 }])
    expect(floor({ type: 'pause' })).toEqual([{ personId: 'paulo' }])
  })

  test('somebody who does not present is passed by, and may after all', () => {
    const oral = given().open().do(trainer, { type: 'skip', personId: 'nadia', skipped: true })
    expect(oral.inside()).toMatchObject({ personId: 'karim', of: 2 })
    oral.do(trainer, { type: 'skip', personId: 'nadia', skipped: false })
    expect(oral.inside()).toMatchObject({ personId: 'nadia', of: 3 })
    expect(oral.next().next().refused(trainer, { type: 'skip', personId: 'nadia', skipped: true })).toBe(
      'closed',
    )
  })

  test('each presentation is a point of its own', () => {
    const oral = given().open()
    expect(new Set([oral.point(), oral.next().point(), oral.next().point()]).size).toBe(3)
  })

  test('a close in the middle ends it; opened again, it goes on with the next person', () => {
    const oral = given().open().next().close()
    expect(oral.everyone()).toMatchObject({ people: { nadia: 'done' } })
    oral.wait(900).open()
    expect(oral.inside()).toMatchObject({ step: 'present', personId: 'karim' })
    expect(oral.trainer().spent).toEqual({})
  })

  test('before the opening nobody is called; somebody unknown never', () => {
    expect(given().refused(trainer, { type: 'call', personId: 'nadia' })).toBe('closed')
    expect(given().open().refused(trainer, { type: 'call', personId: 'voisin' })).toBe('not-found')
  })
})

describe('the subject of a presentation', () => {
  test('is its author’s and the trainer’s, then everybody’s while it is presented', () => {
    const oral = given().do('nadia', { type: 'subject', text: 'Une facture rejetée' }).open()
    expect(oral.mine('nadia').subject).toEqual({ text: 'Une facture rejetée', at: START })
    expect(oral.trainer().subjects.nadia?.text).toBe('Une facture rejetée')
    expect(oral.everyone().subject).toBeUndefined()
    oral.next()
    expect(oral.everyone().subject).toBe('Une facture rejetée')
    oral.next()
    expect(oral.everyone().subject).toBeUndefined()
    expect(oral.refused('nadia', { type: 'subject', text: 'Autre chose' })).toBe('closed')
  })

  test('shows before the server has it', () => {
    expect(predictPresentation({}, { type: 'subject', text: 'Un avoir' })).toEqual({
      subject: { text: 'Un avoir', at: 0 },
    })
    expect(predictPresentation({ subject: { text: 'x', at: 1 } }, { type: 'subject', text: '' })).toEqual({})
  })
})

describe('grading', () => {
  test('level by level, changed, taken back', () => {
    const oral = given()
      .open()
      .next()
      .do(trainer, grade('nadia', 'cadre', 3))
    oral.do(trainer, grade('nadia', 'clarte', 2)).do(trainer, grade('nadia', 'cadre', 4))
    expect(oral.trainer().sheets.nadia?.grades).toEqual({ cadre: 4, clarte: 2 })
    expect(oral.facts(trainer, grade('nadia', 'cadre', 4))).toEqual([])
    oral.do(trainer, grade('nadia', 'cadre'))
    expect(oral.trainer().sheets.nadia?.grades).toEqual({ clarte: 2 })
  })

  test('a criterion or a level that does not exist is refused with what does', () => {
    const oral = given().open()
    expect(oral.facts(trainer, grade('nadia', 'style', 1))).toMatchObject({
      code: 'invalid',
      reason: expect.stringContaining('cadre, clarte'),
    })
    expect(oral.facts(trainer, grade('nadia', 'cadre', 5))).toMatchObject({
      code: 'invalid',
      reason: expect.stringContaining('1 à 4'),
    })
  })

  test('goes on after the close; nobody else ever reads it, its owner only once it is released', () => {
    const oral = given().open().next().close()
    oral.do(trainer, grade('nadia', 'cadre', 3)).do(trainer, feedback('nadia', 'Très clair.'))
    expect(oral.mine('nadia').sheet).toBeUndefined()
    oral.do(trainer, release('nadia'))
    expect(oral.mine('nadia').sheet).toEqual({ grades: { cadre: 3 }, feedback: 'Très clair.', at: START })
    expect(oral.mine('karim').sheet).toBeUndefined()
    expect(JSON.stringify(oral.everyone())).not.toContain('Très clair')
    // What is mended afterwards is read at once.
    oral.do(trainer, grade('nadia', 'cadre', 4))
    expect(oral.mine('nadia').sheet?.grades).toEqual({ cadre: 4 })
    expect(oral.facts(trainer, release('nadia'))).toEqual([])
  })

  test('there must be something to release', () => {
    expect(given().open().refused(trainer, release('nadia'))).toBe('invalid')
  })
})

describe('what was learnt', () => {
  test('each graded criterion counts for its objective, from 0 at the lowest level to 1 at the highest', () => {
    const oral = given().open().next()
    oral.do(trainer, grade('nadia', 'cadre', 3)).do(trainer, grade('karim', 'cadre', 1))
    oral.do(trainer, release('nadia'))
    const { people, moment, questions } = oral.scores()
    expect(moment).toBe('during')
    expect(questions).toMatchObject([{ id: 'cadre', objective: 'o3' }, { id: 'clarte' }])
    expect(people).toEqual({
      nadia: [{ questionId: 'cadre', objective: 'o3', points: 2 / 3, known: true }],
      karim: [{ questionId: 'cadre', objective: 'o3', points: 0, known: false }],
    })
  })
})

test('in the list of one’s answers: the subject, and a turn that waits', () => {
  const all = { ...given().open().next().everyone(), phase: 'open' as const }
  expect(ownPresentationAnswer(all, { state: 'presenting' })).toMatchObject({ due: true })
  expect(ownPresentationAnswer({ ...all, phase: 'closed' }, {})).toMatchObject({ asked: 0 })
  expect(
    ownPresentationAnswer(
      { ...all, phase: 'closed' },
      { state: 'done', subject: { text: 'Un avoir', at: 1 } },
    ),
  ).toMatchObject({ said: ['Un avoir'], answered: 1 })
})
