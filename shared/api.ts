/** HTTP bodies (JSON). Errors are `{ error: { code, message } }`. */
import type { Objective, PlanItem, Section } from './course.ts'
import type { Moment } from './kind.ts'
import type { Role } from './types.ts'
import type { Outcomes } from './views.ts'

export type ApiError = { error: { code: string; message: string; problems?: unknown } }

/** `timeZone` is the class's: its hours are told in it. */
export type ClassRef = { id: string; title: string; role: Role; startsAt: number; timeZone: string }
export type LoginAnswer = { personId: string; name: string; role: Role | 'organiser'; classes: ClassRef[] }
/** GET /api/me : every login of this browser. */
export type MeAnswer = { logins: LoginAnswer[] }

/** An account of the office, beyond the seats one has in classes. */
export type AccountRole = 'trainer' | 'organiser'

export type HalfDay = { id: string; startsAt: number; endsAt: number }

/** GET /api/classes/:id . `roster` is empty for the stage; `plan` only for trainers; `code` is empty for participants. */
export type ClassInfo = {
  id: string
  title: string
  course: { id: string; title: string }
  organisation?: string
  trainerName: string
  startsAt: number
  endsAt: number
  timeZone: string
  halfDays: HalfDay[]
  /** Where the class meets outside Estrade; never for the stage. */
  meetingUrl?: string
  code: string
  roster: Record<string, { name: string; role: Role }>
  sections: Section[]
  objectives: Objective[]
  /** Numbers of slides in the deck. */
  slides: number
  plan?: PlanItem[]
}

/** GET /api/classes/:id/deck : how to show slides. Slides themselves: /api/classes/:id/slides/:hash/:n */
export type DeckInfo = { hash: string; css: string; width: number; height: number; slides: number }
/** GET /api/classes/:id/slides/:hash/:n . `notes` only for trainers. `html` is sanitised on the server. */
export type SlideAnswer = {
  n: number
  title: string
  html: string
  text: string
  steps: number
  sectionId: string
  notes?: string
}

/** GET /api/codes/:code : the class page a code or QR finds. Never lets anyone in. */
export type CodeAnswer = {
  id: string
  title: string
  startsAt: number
  endsAt: number
  trainerName: string
  organisation?: string
  halfDays: HalfDay[]
  timeZone: string
}

export type CourseRef = {
  id: string
  title: string
  slides: number
  minutes: number
  activities: number
  problems: { file: string; line: number; column: number; problem: string; remedy: string }[]
}

/** POST /api/classes . `people`: one « Prénom Nom <mail> » per line. */
export type NewClass = {
  courseId: string
  title: string
  halfDays: { startsAt: number; endsAt: number }[]
  timeZone: string
  people: string
  /** For the organiser: who trains, by default whoever makes the class. */
  trainerId?: string
  cotrainerIds?: string[]
  /** Where the class meets outside Estrade: https or tel. */
  meetingUrl?: string
}
/** A credential shown once: only its hash is kept. `link` carries it in the URL fragment. */
export type Credential = { personId: string; name: string; login: string; password: string; link: string }
/** `warnings`: sentences for the reader, such as a number of people outside what is advised. */
export type NewClassAnswer = { id: string; code: string; credentials: Credential[]; warnings?: string[] }
/** 400 on a bad people list: one entry per bad line (1-based). */
export type PeopleProblem = { line: number; text: string; problem: string; remedy: string }

/** GET /api/office/classes */
export type OfficeClass = {
  id: string
  title: string
  courseId: string
  code: string
  startsAt: number
  endsAt: number
  timeZone: string
  halfDays: HalfDay[]
  meetingUrl?: string
  /** It will not take place. */
  cancelledAt?: number
  phase: 'lobby' | 'live' | 'ended'
  people: { personId: string; name: string; login: string; role: Role }[]
}
/** POST /api/classes/:id/credentials { personIds? } → fresh passwords; the old ones die at once. */
export type CredentialsAnswer = { credentials: Credential[] }
/** POST /api/classes/:id/stage-link → a link that signs a projection screen in. */
export type StageLinkAnswer = { url: string }

/** `points` out of 1. `late`: caught up afterwards, not counted. `unanswered`: left blank, worth 0. */
export type QuestionScore = { points: number; late?: true; unanswered?: true }
/** A series that measures, its questions in order. */
export type OutcomeSeries = {
  activityId: string
  title: string
  moment: Moment
  questions: { id: string; text: string; objective?: string }[]
}
/** `scores` by activity, then by question: nothing for what they took no part in. */
export type PersonOutcomes = {
  personId: string
  name: string
  outcomes: Outcomes
  scores: Record<string, Record<string, QuestionScore>>
}
/** GET /api/classes/:id/outcomes , for trainers and the organiser. `series` as asked, `people` by name. */
export type OutcomesAnswer = {
  title: string
  course: string
  trainerName: string
  startsAt: number
  endsAt: number
  timeZone: string
  objectives: Objective[]
  series: OutcomeSeries[]
  people: PersonOutcomes[]
}
