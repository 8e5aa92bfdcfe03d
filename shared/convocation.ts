/** Convocations, the board that follows them, mails and the equipment test, as the office's routes carry them. */
import type { SurveyEveryone, SurveyResults } from './activities/survey/definition.ts'

/** What convocations say of who organises. '' where nothing is known. */
export type Organisation = {
  name: string
  address: string
  phone: string
  email: string
  /** Whom to talk to about a disability: a name, a telephone, an address. */
  accessibility: string
}

/** `invitation`: for the first time or again; `reissue`: with a password just made anew; `change`: of hours. */
export const CONVOCATION_KINDS = ['invitation', 'reminder', 'reissue', 'change', 'cancellation'] as const
export type ConvocationKind = (typeof CONVOCATION_KINDS)[number]

/** POST /api/classes/:id/convocations . Nobody named: all participants. `language`: the course's by default. */
export type ConvocationsToSend = { kind: ConvocationKind; personIds?: string[]; language?: 'fr' | 'en' }
export type ConvocationsAnswer = { queued: number }

/**
 * `waiting`: to be sent; `sending`: in a mail server's hands right now; `retrying`: to be sent again later; `sent`:
 * taken by the mail server; `refused`: it knows no such recipient; `failed`: given up; `kept`: no mail server, read
 * and passed on from the office; `withdrawn`: replaced before it left.
 */
export type MailState =
  | 'waiting'
  | 'sending'
  | 'retrying'
  | 'sent'
  | 'refused'
  | 'failed'
  | 'kept'
  | 'withdrawn'

/** A mail without its content. `reason` is one of our words, `said` the mail server's own. */
export type MailRef = {
  id: string
  kind: string
  classId?: string
  personId?: string
  name: string
  address: string
  subject: string
  state: MailState
  reason?: string
  said?: string
  attempts: number
  createdAt: number
  sentAt?: number
  /** When it is tried again, while `retrying`. */
  nextAt?: number
  readable: boolean
}
/** Why nothing leaves for the moment. */
export type MailTrouble = { reason: string; said: string; at: number }
/** GET /api/mails . `sends`: there is a mail server; without one, mails wait here to be read and passed on. */
export type MailsAnswer = { sends: boolean; from: string; trouble?: MailTrouble; mails: MailRef[] }
/** GET /api/mails/:id */
export type MailAnswer = { mail: MailRef; text?: string }

export const PARTS = ['camera', 'microphone', 'speakers'] as const
export type Part = (typeof PARTS)[number]
/** `ok`, or what went wrong; `skipped`: not tried. `unheard`: the person did not hear the sound, or nothing was heard of them. */
export type PartResult = 'ok' | 'refused' | 'missing' | 'busy' | 'unheard' | 'failed' | 'skipped'
/** `latency` in ms, `down` and `up` in kbit/s. `polling`: WebSocket does not pass, the class works without it. */
export type LineResult = {
  transport: 'websocket' | 'polling' | 'none'
  latency?: number
  down?: number
  up?: number
}
/** POST /api/classes/:id/equipment */
export type EquipmentTest = Record<Part, PartResult> & {
  line: LineResult
  device: 'computer' | 'tablet' | 'phone'
}

/** One line of a person's story, the latest first. */
export type BoardStep =
  | { at: number; what: 'mail'; mail: MailRef }
  | { at: number; what: 'reissued' | 'opened' | 'tested' | 'entered' | 'left' }

export type BoardPerson = {
  personId: string
  name: string
  login: string
  /** The last mail with their codes; absent: nothing was sent yet. */
  mail?: MailRef
  /** When a mail with their codes first left. */
  sentAt?: number
  openedAt?: number
  test?: EquipmentTest & { at: number }
  /** When they first took their seat on the day; `here`: and still are. */
  presentAt?: number
  here: boolean
  story: BoardStep[]
}

/** GET /api/classes/:id/convocations */
export type BoardAnswer = {
  id: string
  title: string
  courseId: string
  code: string
  startsAt: number
  endsAt: number
  timeZone: string
  trainerName: string
  phase: 'lobby' | 'live' | 'ended'
  language: 'fr' | 'en'
  /** The server's clock. */
  now: number
  sends: boolean
  trouble?: MailTrouble
  organisation: Organisation
  background: string
  /** The hours changed since they were last told. */
  changed: boolean
  cancelledAt?: number
  people: BoardPerson[]
}

/** POST /api/follow-up/look { token } . POST /api/follow-up { token, answers } returns it. */
export type FollowUpAnswer = {
  title: string
  startsAt: number
  timeZone: string
  /** Of the questionnaire. */
  name: string
  survey: SurveyEveryone
  given: boolean
}
/** GET /api/classes/:id/follow-up */
export type FollowUpResults = {
  name: string
  dueAt: number
  sent: number
  survey: SurveyEveryone
  results: SurveyResults
}
