/** Random QCMs and what people do in them, for the property suites. */
import fc from 'fast-check'
import { OPTION_IDS } from '../choices.ts'
import type { McqCommand, McqDefinition, McqEvent, McqMine, McqQuestion } from './definition.ts'

/** A stored fact of the activity. */
type Done = { type: string; by: string; payload: unknown }

const question = (i: number): fc.Arbitrary<McqQuestion> =>
  fc
    .record({
      multiple: fc.boolean(),
      right: fc.array(fc.boolean(), { minLength: 2, maxLength: 4 }),
      at: fc.nat(1),
      explained: fc.boolean(),
    })
    .map(({ multiple, right, at, explained }) => ({
      id: `q${i + 1}`,
      text: `question ${i + 1}`,
      multiple,
      options: right.map((one, k) => ({
        id: OPTION_IDS[k]!,
        text: `option ${k + 1}`,
        right: multiple ? one || k === at : k === at,
      })),
      ...(explained && { explanation: `explication ${i + 1}` }),
      objective: `o${(i % 2) + 1}`,
    }))

export const definition: fc.Arbitrary<McqDefinition> = fc
  .record({
    title: fc.constantFrom('Série A', 'Série B'),
    pace: fc.constantFrom('trainer', 'trainer', 'learner'),
    moment: fc.constantFrom('placement', 'during', 'final'),
    questions: fc
      .integer({ min: 1, max: 3 })
      .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => question(i)))),
    seconds: fc.option(fc.constant(45), { nil: undefined }),
    correction: fc.constantFrom('on-submit', 'on-reveal'),
  })
  .map(({ seconds, ...mcq }) => ({ ...mcq, kind: 'mcq', ...(seconds !== undefined && { seconds }) }))

export const secret = definition

function choiceFor({ multiple, options }: McqQuestion): fc.Arbitrary<McqQuestion['options'][number]['id'][]> {
  const ids = options.map((option) => option.id)
  return multiple ? fc.subarray(ids, { minLength: 1 }) : fc.constantFrom(...ids).map((id) => [id])
}

export function command({ questions, pace }: McqDefinition): fc.Arbitrary<McqCommand> {
  const onOne = (type: 'answer' | 'catch-up') =>
    fc
      .constantFrom(...questions)
      .chain((asked) => choiceFor(asked).map((choice) => ({ type, questionId: asked.id, choice })))
  const emptied = questions
    .filter(({ multiple }) => multiple)
    .map(({ id }) => fc.constant<McqCommand>({ type: 'answer', questionId: id, choice: [] }))
  return fc.oneof(
    { weight: 8, arbitrary: onOne('answer') },
    { weight: 3, arbitrary: onOne('catch-up') },
    { weight: pace === 'learner' ? 3 : 1, arbitrary: fc.constant({ type: 'submit' as const }) },
    ...emptied.map((arbitrary) => ({ weight: 1, arbitrary })),
  )
}

export function trainerCommand(
  { questions }: McqDefinition,
  people: readonly string[],
): fc.Arbitrary<McqCommand> {
  const questionId = fc.constantFrom(...questions.map(({ id }) => id))
  return fc.oneof(
    questionId.map((id) => ({ type: 'retake' as const, questionId: id })),
    fc
      .record({
        questionId,
        personId: fc.option(fc.constantFrom(...people), { nil: undefined }),
        text: fc.constantFrom('Relisez la question.', 'Bien vu.', ''),
      })
      .map(({ personId, ...rest }) => ({
        type: 'feedback' as const,
        ...rest,
        ...(personId !== undefined && { personId }),
      })),
  )
}

const placing = (command: McqCommand) => command.type === 'answer' || command.type === 'catch-up'

export function choiceIn(mine: Partial<McqMine> | undefined, made: McqCommand): string | undefined {
  if (placing(made)) return mine?.answers?.[made.questionId ?? '']?.choice.join()
  return mine?.submittedAt === undefined ? undefined : 'submitted'
}

export function placeOf(command: McqCommand): string {
  return placing(command) ? (command.questionId ?? '') : command.type
}

/** Another answer to the same question; other words to somebody else. */
export function otherwise(
  { questions }: McqDefinition,
  made: McqCommand,
  reader: string,
): fc.Arbitrary<McqCommand> {
  if (made.type === 'feedback') {
    const hidden = made.personId !== undefined && made.personId !== reader && made.text !== ''
    return fc.constant(hidden ? { ...made, text: `${made.text} Vraiment.` } : made)
  }
  const asked = placing(made) && questions.find(({ id }) => id === made.questionId)
  if (!asked || !placing(made) || made.choice.length === 0) return fc.constant(made)
  return choiceFor(asked).map((choice) => ({ ...made, choice }))
}

/** Other right options, another explanation, in some of the questions. */
export function twin(mcq: McqDefinition): fc.Arbitrary<McqDefinition> {
  const other = (one: McqQuestion) =>
    fc
      .record({
        right: fc.subarray(
          one.options.map(({ id }) => id),
          { minLength: 1 },
        ),
        kept: fc.boolean(),
      })
      .map(({ right, kept }): McqQuestion => {
        if (kept) return one
        const { explanation: _, ...question } = one
        const rightOnes = one.multiple ? right : right.slice(0, 1)
        return {
          ...question,
          options: one.options.map((option) => ({ ...option, right: rightOnes.includes(option.id) })),
          ...(one.explanation === undefined && { explanation: 'une autre explication' }),
        }
      })
  return fc.tuple(...mcq.questions.map(other)).map((questions) => ({ ...mcq, questions }))
}

/** What the log says of each question, for a reader (undefined: the stage). */
function read({ pace, questions, correction }: McqDefinition, log: readonly Done[], reader?: string) {
  let current = questions[0]!.id
  let phase = 'ready'
  let explained = false
  let submitted = false
  let caughtUp = false
  let late = false
  const retaken = new Set<string>()
  const shown = new Set<string>()
  for (const { type, by, payload } of log) {
    if (type === 'activity.opened') phase = 'open'
    if (type === 'activity.closed') phase = 'closed'
    if (type === 'activity.revealed') {
      phase = 'revealed'
      for (const { id } of questions) if (pace === 'learner' || id === current) shown.add(id)
    }
    if (type !== 'activity.did') continue
    const did = payload as McqEvent
    if (did.type === 'explained') explained = true
    if (did.type === 'submitted' && by === reader) submitted = true
    if (did.type === 'answered' && by === reader && did.late) {
      if (did.caughtUp) caughtUp = true
      else late = true
    }
    if (did.type === 'retaken') retaken.add(did.questionId)
    if (did.type === 'turned' || did.type === 'retaken') {
      current = did.questionId
      phase = 'ready'
      explained = false
    }
  }
  const corrected = submitted && correction === 'on-submit'
  const away = (id: string) => pace === 'trainer' && id === current && phase !== 'revealed'
  return {
    phase,
    explained: explained && phase === 'revealed',
    submitted,
    caughtUp,
    late,
    retaken: retaken.has(current) && shown.has(current),
    /** The words of a question: at one's own pace all at once, else only of those that have had their turn. */
    mayReadQuestion: (id: string) => {
      if (log.length === 0) return false
      return pace === 'learner' ? phase !== 'ready' : id === current || shown.has(id)
    },
    /** Right answers that were known at any time. */
    wasTold: (id: string) => shown.has(id) || corrected,
    mayReadExplanation: (id: string) => {
      if (corrected) return true
      if (!shown.has(id) || away(id)) return false
      return pace === 'learner' || id !== current || explained
    },
  }
}

export function toldApart(
  mcq: McqDefinition,
  other: McqDefinition,
  log: readonly Done[],
  reader: string | undefined,
): boolean {
  const { wasTold } = read(mcq, log, reader)
  return mcq.questions.some((question, i) => question !== other.questions[i] && wasTold(question.id))
}

const STATES = ['ready', 'open', 'closed', 'revealed'] as const

export const canaries = {
  plant: (mcq: McqDefinition, word: (field: string) => string): McqDefinition => ({
    ...mcq,
    questions: mcq.questions.map((one) => ({
      ...one,
      text: word(`text-${one.id}`),
      explanation: word(`explanation-${one.id}`),
      options: one.options.map((option) => ({ ...option, text: word(`option-${one.id}-${option.id}`) })),
    })),
  }),

  plantIn: (made: McqCommand, word: string): McqCommand | undefined =>
    made.type === 'feedback' && made.text !== '' ? { ...made, text: word } : undefined,

  mayRead(mcq: McqDefinition, log: readonly Done[], word: string, reader: string | undefined): boolean {
    const explains = mcq.questions.find(({ explanation }) => explanation === word)
    if (explains) return read(mcq, log, reader).mayReadExplanation(explains.id)
    const asks = mcq.questions.find(({ text, options }) =>
      [text, ...options.map((o) => o.text)].includes(word),
    )
    if (asks) return read(mcq, log, reader).mayReadQuestion(asks.id)
    const said = log.map(({ payload }) => payload as McqEvent)
    return said.some(
      (did) =>
        did.type === 'feedback' &&
        did.text === word &&
        (did.personId === undefined || did.personId === reader),
    )
  },

  states: [
    ...STATES.map((phase) => `trainer's pace, ${phase}`),
    ...STATES.map((phase) => `trainer's pace, ${phase}, retaken`),
    ...STATES.map((phase) => `learner's pace, ${phase}`),
    'explained',
    'late',
    'caught up',
    'submitted, corrected later',
    'submitted, corrected at once',
  ],

  statesNow(mcq: McqDefinition, log: readonly Done[], reader: string): string[] {
    const { phase, explained, retaken, late, caughtUp, submitted } = read(mcq, log, reader)
    return [
      `${mcq.pace}'s pace, ${phase}${retaken ? ', retaken' : ''}`,
      ...(explained ? ['explained'] : []),
      ...(late ? ['late'] : []),
      ...(caughtUp ? ['caught up'] : []),
      ...(submitted ? [`submitted, corrected ${mcq.correction === 'on-submit' ? 'at once' : 'later'}`] : []),
    ]
  },
}
