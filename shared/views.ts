/** What the readers of a class see (D2). No null, no arrays of records, records keyed by id. */
import type { Moment } from './kind.ts'
import type { Pace, Phase } from './types.ts'

/** What stands on stage. During a break, since when (ms) and for how many minutes it was planned. */
export type OnStage =
  | { slide: number; step: number }
  | { activityId: string }
  | { breakId: string; title: string; minutes: number; since: number }
export type StageView = OnStage | { blank: true }

/** `question` and `results` only when they may be known by all. Kinds add their own fields. */
export type EveryoneActivity = {
  kind: string
  phase: Phase
  closesAt?: number
  /** Time left (ms) while the clock is stopped. */
  pausedLeft?: number
  title?: string
  [k: string]: unknown
}

export type EveryoneView = {
  phase: 'lobby' | 'live' | 'ended'
  startedAt?: number
  endedAt?: number
  stage: StageView
  /** Hash of the pinned deck and its number of slides. Before the start: the course as it is now. */
  deck: { hash: string; slides: number }
  /** The highest slide number shown so far: anyone may look back up to it. */
  seen: number
  sectionId?: string
  activities: Record<string, EveryoneActivity>
  /** Number of participants enrolled. */
  enrolled: number
  floor: FloorView
  /** A participant's question put on the stage, without a name. */
  asked?: { id: string; text: string }
}

/**
 * Raised hands in the order in which they will be called, each `since` when; who speaks, since when and until when
 * (ms since 1970), and `via` which activity if one gave the floor. `order: 'quiet'`: those who have spoken least come first.
 */
export type FloorView = {
  hands: string[]
  since: Record<string, number>
  order: 'asked' | 'quiet'
  speaker?: string
  turn?: { since: number; endsAt?: number; via?: string }
}

/** One's own questions to the trainer and the trainer's words to oneself, in order of id (k1…, w1…). */
export type TalkView = {
  questions: Record<string, { text: string; at: number; settled?: true }>
  words: Record<string, { by: string; text: string; at: number; questionId?: string }>
}
export type TrainerTalk = {
  questions: Record<string, { by: string; text: string; at: number; settled?: true }>
  words: Record<string, { to: string; by: string; text: string; at: number; questionId?: string }>
  shown?: string
}

/** Points out of a number of questions, by moment. `late`: some were caught up afterwards (not counted). */
export type Outcome = Partial<Record<Moment, { points: number; of: number; late?: number }>>
/** By objective id. */
export type Outcomes = Record<string, Outcome>

export type MineActivity = { answer?: unknown; [k: string]: unknown }
/** `outcomes`: one's own, over the questions whose right answers are known. */
export type MineView = {
  personId: string
  role: string
  activities: Record<string, MineActivity>
  outcomes: Outcomes
  pace?: Pace
  talk: TalkView
}

/** What the *next* key will do; the console makes the sentence. `missing`: participants who have not answered. */
export type NextAction =
  | { type: 'start' }
  | { type: 'step'; slide: number; step: number; steps: number }
  | { type: 'slide'; itemId: string; title: string }
  | { type: 'show'; itemId: string; activityId: string; kind: string; title: string }
  | { type: 'break'; itemId: string; title: string; minutes: number }
  | { type: 'open'; activityId: string; kind: string; title: string }
  | { type: 'close'; activityId: string; kind: string; missing: number }
  | { type: 'reveal'; activityId: string; kind: string }
  | {
      type: 'inside'
      activityId: string
      kind: string
      step: string
      n?: number
      of?: number
      title?: string
      personId?: string
    }
  | { type: 'none' }

export type TrainerActivity = {
  /** Present once someone answered; keyed by person. Absent when the activity is « sans noms ». */
  answers?: Record<string, unknown>
  /** Who has answered, keyed by person (names of those missing are for the trainer alone). */
  answered: Record<string, true>
  [k: string]: unknown
}

export type TrainerView = {
  /** `at` is the point of the plan, to be sent back with plan.next / plan.back. */
  plan: {
    at: string
    itemId?: string
    next: NextAction
    /** Real time: `startedAt` of the current visit when current, `spentMs` of finished visits. */
    items: Record<string, { startedAt?: number; spentMs: number }>
    /** Ad-hoc activities asked in class, in order: `adhoc` maps id to title. */
    adhoc: Record<string, { title: string; at: number }>
  }
  /** What is (or, under blank, would be) on stage. */
  stage: OnStage
  blank: boolean
  lead: string
  people: Record<string, { role: string; enrolledAt: number; withdrawn?: true }>
  activities: Record<string, TrainerActivity>
  /** By person. */
  outcomes: Record<string, Outcomes>
  /** ms spoken in finished turns, by person. */
  spoken: Record<string, number>
  pace: Record<string, { pace: Pace; at: number }>
  talk: TrainerTalk
}

/** Participants get `everyone` and `mine`; trainers all three; the stage only `everyone`. */
export type View = { everyone: EveryoneView; mine?: MineView; trainer?: TrainerView }
