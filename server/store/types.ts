/** What the store offers. Times are ms since 1970; everything rejects with a StoreError. */
import type { AccountRole, HalfDay } from '#shared/api.ts'
import type { MailState } from '#shared/convocation.ts'
import type { Course, Deck } from '#shared/course.ts'
import type { KnownPerson } from '#shared/office.ts'
import type { ClassEvent, Role } from '#shared/types.ts'

export type { AccountRole } from '#shared/api.ts'

export type StoreConfig = {
  /** Made if missing, mode 0700. One server at a time when there is no `databaseUrl`. */
  dataDir: string
  /** `postgres://…`. Unset: SQLite in `dataDir`. */
  databaseUrl?: string
}

export type Store = {
  kind: 'sqlite' | 'postgres'
  log: EventLog
  courses: Courses
  people: People
  classes: Classes
  logins: Logins
  privacy: Privacy
  accountLinks: AccountLinks
  files: Files
  connections: Connections
  mails: Mails
  convocations: Convocations
  settings: Settings
  followUps: FollowUps
  /** 32 random bytes, made once for this database. */
  secret: Buffer
  /** Waits for what is under way. Calls after it reject with `storage`. */
  close(): Promise<void>
}

/** Events of one class that follow `afterSeq`: `seq` afterSeq + 1, afterSeq + 2, … */
export type Batch = {
  classId: string
  afterSeq: number
  events: ClassEvent[]
  /** Anonymous returns that go with these events; a key already there keeps what it has. */
  ballots?: Ballot[]
  /** Activities whose ballots these events contain: they leave the box. */
  collected?: string[]
}
/** `key`: SHA-256 of a random id that only its author's device keeps. `content`: JSON text. */
export type Ballot = { activityId: string; key: string; content: string }
/** `conflict`: the log's last `seq` is not `afterSeq`; nothing of that batch is stored. */
export type Appended = 'ok' | 'conflict'

export interface EventLog {
  /** Events with `seq` > `after`, in order. The payload of an erased event is `null`. */
  read(classId: string, after: number): Promise<ClassEvent[]>
  append(classId: string, afterSeq: number, events: ClassEvent[]): Promise<Appended>
  /**
   * One durable transaction for all batches, in order; a conflict on one batch does not keep the others out.
   * Rejects as a whole: `storage`, or `invalid` when a batch is not what it says (wrong class, hole in `seq`).
   */
  appendMany(batches: Batch[]): Promise<Appended[]>
  /** What the ballots of an activity say, sorted by key. */
  ballots(classId: string, activityId: string): Promise<string[]>
  /**
   * Replaces what a ballot says. False when there is none under this key, or when the activity was closed by an event
   * after `since`: the ballots may be being taken in.
   */
  amendBallot(classId: string, ballot: Ballot, since: number): Promise<boolean>
  /** Blanks what these events say; their place in the log and the chain stay. */
  erase(classId: string, seqs: readonly number[]): Promise<void>
  /** Whether every stored event of the class is as it was written. Erased text is accepted. */
  verify(classId: string): Promise<boolean>
}

export type ClassPhase = 'lobby' | 'live' | 'ended'

export interface Courses {
  /** Keeps a course under its content hash. Pinning the same hash again changes nothing. */
  pinCourse(hash: string, course: Course, deck: Deck): Promise<void>
  pinned(hash: string): Promise<{ course: Course; deck: Deck } | undefined>
}

export type Person = { id: string; name: string; email: string; role: AccountRole | null }
export type Seat = { personId: string; name: string; email: string; role: Role }
/** `withdrawnAt`: gave the seat up; what they did in the class stays theirs. */
export type AnySeat = Seat & { withdrawnAt?: number }
/** `password`: has one, so has accepted the invitation. */
export type Account = { personId: string; name: string; email: string; role: AccountRole; password: boolean }
/**
 * Somebody who may sign in under an e-mail. `account`: has an office account, and `role` is its role; otherwise
 * `role` is that of the seat.
 */
export type LoginCandidate = {
  personId: string
  name: string
  email: string
  passwordHash: string
  account: boolean
  role: AccountRole | Role
}
export type NewPerson = { id: string; name: string; email: string }
export type NewPassword = { personId: string; passwordHash: string; expiresAt?: number }
/** A new person with a seat; `passwordHash` unset: cannot sign in yet. */
export type NewSeat = NewPerson & { role: Role; passwordHash?: string; expiresAt?: number }

export interface People {
  create(person: NewPerson): Promise<void>
  get(id: string): Promise<Person | undefined>
  /** How many persons there are: 0 on an empty database. */
  count(): Promise<number>
  /** Those with a password still valid, whatever the case of the e-mail. */
  byLogin(email: string): Promise<LoginCandidate[]>
  /** Replaces the person's password. No `expiresAt`: never expires. */
  setPassword(password: NewPassword): Promise<void>
  /** They cannot sign in any more. */
  removePassword(personId: string): Promise<void>
  accountRole(personId: string): Promise<AccountRole | null>
  /** `null` closes the account. */
  setAccountRole(personId: string, role: AccountRole | null): Promise<void>
  /** Gives a seat (back), or changes the role of the one already there. */
  enrol(seat: { classId: string; personId: string; role: Role }): Promise<void>
  /** New persons with a seat in an existing class: all of them or nobody. */
  enrolNew(classId: string, people: NewSeat[]): Promise<void>
  /** Takes the seat away; the password goes with it unless the person has an account. */
  withdraw(classId: string, personId: string, at: number): Promise<void>
  /** By name, without those withdrawn. */
  seats(classId: string): Promise<Seat[]>
  /** By name, those withdrawn too. */
  everySeat(classId: string): Promise<AnySeat[]>
  /** Everybody who is not erased, one entry per e-mail and name, by name. */
  known(): Promise<KnownPerson[]>
  /** Every office account, by name. */
  accounts(): Promise<Account[]>
  /** The account under an e-mail, whatever its case. */
  accountOf(email: string): Promise<Account | undefined>
  /** Another name or e-mail: the password is bound to the e-mail, so give a new one with it. */
  rename(person: NewPerson, password?: NewPassword): Promise<void>
  /** A new account without a password yet. */
  createAccount(person: NewPerson, role: AccountRole): Promise<void>
  /** Moves the end of the passwords made for this class alone, and of the logins made with them. */
  extendPasswords(classId: string, expiresAt: number): Promise<void>
}

export type NewClassRow = {
  id: string
  /** Unique, kept in upper case. */
  code: string
  courseId: string
  title: string
  startsAt: number
  endsAt: number
  timeZone: string
  halfDays: HalfDay[]
  createdBy: string
  /** Where the class meets outside Estrade (Teams, Zoom, a phone bridge): https or tel. */
  meetingUrl?: string
}
/** `cancelledAt`: it will not take place. */
export type ClassRow = NewClassRow & {
  phase: ClassPhase
  courseHash?: string
  cancelledAt?: number
}
/** What may change until the class starts. `meetingUrl: null` takes it away. */
export type ClassChange = Partial<
  Pick<NewClassRow, 'title' | 'courseId' | 'startsAt' | 'endsAt' | 'timeZone' | 'halfDays'>
> & { meetingUrl?: string | null }

export interface Classes {
  /** With `people`: the class and all their seats, or nothing. */
  create(row: NewClassRow, people?: NewSeat[]): Promise<void>
  get(id: string): Promise<ClassRow | undefined>
  /** Whatever the case of the code. */
  byCode(code: string): Promise<ClassRow | undefined>
  /** All, the latest first. */
  list(): Promise<ClassRow[]>
  /** Those where the person has a seat, the latest first. */
  forPerson(personId: string): Promise<(ClassRow & { role: Role })[]>
  /** An index of the log, for lists. */
  setPhase(id: string, phase: ClassPhase): Promise<void>
  /** Changes what is given, which is something. */
  change(id: string, change: ClassChange): Promise<void>
  /** Says that the class will not take place: the passwords made for it stop. */
  cancel(id: string, at: number): Promise<void>
  /** Which pinned course the class follows. */
  setCoursePin(id: string, hash: string): Promise<void>
  /** Ids of the classes whose phase is `live`. */
  live(): Promise<string[]>
}

/** `classId` binds the login to one class (projection screens, whose `personId` is of no stored person). */
export type NewLogin = {
  tokenHash: string
  personId: string
  classId?: string
  userAgent: string
  expiresAt: number
}
export type Login = NewLogin & { createdAt: number }

/** A link that lets one person choose the password of an office account, once. */
export type AccountLink = { tokenHash: string; personId: string; role: AccountRole; expiresAt: number }

export interface AccountLinks {
  /** Earlier ones of the same person die. */
  create(link: AccountLink): Promise<void>
  get(tokenHash: string): Promise<AccountLink | undefined>
  /** Gives it and ends it: only one of several askers gets it. */
  take(tokenHash: string): Promise<AccountLink | undefined>
  /** Persons who have a living link. */
  pending(now: number): Promise<Set<string>>
  revokePerson(personId: string): Promise<void>
}

export interface Logins {
  create(login: NewLogin): Promise<void>
  /** Undefined once expired or revoked. */
  byTokenHash(tokenHash: string): Promise<Login | undefined>
  revoke(tokenHash: string): Promise<void>
  revokePerson(personId: string): Promise<void>
  /** Living logins of a person, the latest first. */
  ofPerson(personId: string): Promise<Login[]>
}

/** By table, the rows held on some persons, without secrets. */
export type Holdings = Record<string, Record<string, unknown>[]>

/** What one person may ask, and what time takes away. */
export interface Privacy {
  /** Every person with this e-mail and this name, whatever their case: one human has one per class. */
  same(personId: string): Promise<string[]>
  held(personIds: readonly string[]): Promise<Holdings>
  /** Classes where any of them has or had a seat. */
  classesOf(personIds: readonly string[]): Promise<string[]>
  /** Takes name, address, account, passwords, sign-ins and mails away; seats stay, nobody's. */
  forget(personIds: readonly string[], at: number): Promise<void>
  /** Classes that ended, or were cancelled, before these times. */
  due(before: { ended: number; cancelled: number }): Promise<string[]>
  /** The class, its log, and those who were in no other. */
  removeClass(classId: string): Promise<void>
  /** Positions of what was said in private in classes that ended before `ended` and is still there. */
  words(ended: number): Promise<{ classId: string; seqs: number[] }[]>
  /** Passwords, sign-ins and links whose time is over. */
  removeExpired(now: number): Promise<void>
  /** What was deleted leaves the files too. */
  scrub(): Promise<void>
}

export interface Files {
  /**
   * `name` is the SHA-256 of the bytes in hexadecimal, with an extension if wanted. Putting it again changes
   * nothing.
   */
  put(name: string, bytes: Uint8Array): Promise<void>
  get(name: string): Promise<Buffer | undefined>
}

/** A stretch of time a person was connected. `beatAt`: last sign of life. No `closedAt`: still connected. */
export type Connection = {
  id: string
  classId: string
  personId: string
  device: string
  openedAt: number
  beatAt: number
  closedAt?: number
}

export interface Connections {
  /** A return within 15 s on the same device carries on the same stretch. → its id. `at`: now by default. */
  open(who: { classId: string; personId: string; device: string; at?: number }): Promise<string>
  beat(ids: string[], at: number): Promise<void>
  close(id: string, at: number): Promise<void>
  /**
   * At boot: closes at their last beat those left open by a server that died. On PostgreSQL other servers may be
   * at work, so only those silent for 90 s before `now`; there, call it every minute too. → how many.
   */
  closeStale(now?: number): Promise<number>
  /** By time of opening. */
  list(classId: string): Promise<Connection[]>
}

/** `expiresAt`: after it the mail is of no use, and what is left of its content goes. */
export type NewMail = {
  id: string
  kind: string
  classId?: string
  personId?: string
  address: string
  name: string
  subject: string
  content: Uint8Array
  state: 'waiting' | 'kept'
  createdAt: number
  createdBy?: string
  expiresAt: number
}
/** `reason` is a word of ours, `said` the mail server's own words. */
export type Mail = Omit<NewMail, 'content' | 'state'> & {
  state: MailState
  reason?: string
  said?: string
  attempts: number
  nextAt: number
  sentAt?: number
  /** Whether there still is something to read. */
  readable: boolean
}
/** What became of an attempt. A mail that was sent, or will not be, loses its content unless `keep`. */
export type MailOutcome = {
  state: MailState
  reason?: string
  said?: string
  nextAt?: number
  sentAt?: number
  keep: boolean
}

export interface Mails {
  /** All of them or none. One whose id is there already stays as it is. */
  add(mails: NewMail[]): Promise<void>
  get(id: string): Promise<Mail | undefined>
  content(id: string): Promise<Buffer | undefined>
  /** The latest first. */
  list(of: { classId?: string; classIds?: string[]; limit?: number }): Promise<Mail[]>
  /**
   * Takes the next mail that is due, for nobody else until `until`: a server that dies leaves it to the others
   * then.
   */
  claim(now: number, until: number): Promise<Mail | undefined>
  settle(id: string, outcome: MailOutcome): Promise<void>
  /** When the next one is due. */
  nextAt(): Promise<number | undefined>
  /** Puts a mail that is not on its way, or was not taken, in the queue again. False when it cannot be. */
  again(id: string, now: number): Promise<boolean>
  /** At boot. `alone`: what a dead server was sending is due. `reasons`: so is what waited for these. */
  wake(now: number, options: { alone: boolean; reasons: string[] }): Promise<void>
  /** At boot without a mail server: what waits is kept for the office. */
  keepAll(): Promise<void>
  /** What has not left yet will not: a newer one replaces it. `null`: mails of no class. */
  withdraw(classId: string | null, personIds: string[]): Promise<void>
  /** Blanks the content of what has expired and gives up what had not left. */
  purge(now: number): Promise<void>
}

/** `sealed`: the password, readable by this server only, so that a reminder carries the same one. */
export type Convocation = {
  personId: string
  sealed?: Buffer
  issuedAt?: number
  reissuedAt?: number
  openedAt?: number
  testedAt?: number
  /** JSON text. */
  test?: string
}
/** What the calendars of those invited hold. `announced`: JSON text of the hours last told. */
export type ClassNotice = { sequence: number; announced: string; cancelledAt?: number }

export interface Convocations {
  list(classId: string): Promise<Convocation[]>
  /** A password was made. `again`: it replaces one that was known to the person. */
  issued(
    classId: string,
    people: { personId: string; sealed: Uint8Array }[],
    at: number,
    again: boolean,
  ): Promise<void>
  /** The first time counts. */
  opened(classId: string, personId: string, at: number): Promise<void>
  tested(classId: string, personId: string, at: number, test: string): Promise<void>
  /** Forgets the sealed passwords of the classes that ended before `at`. */
  unseal(at: number): Promise<void>
  notice(classId: string): Promise<ClassNotice | undefined>
  setNotice(classId: string, notice: ClassNotice): Promise<void>
  /** What a trainer says of their background; '' when nothing. */
  background(personId: string): Promise<string>
  setBackground(personId: string, text: string): Promise<void>
}

/** What the office decides for the whole house, as JSON text. */
export interface Settings {
  read(key: 'organisation'): Promise<string | undefined>
  write(key: 'organisation', text: string): Promise<void>
}

/** The questionnaire some months after a class. */
export interface FollowUps {
  /** Who has answered. */
  given(classId: string): Promise<string[]>
  /** JSON text of the answers; nothing ties them to the person. Rejects with `duplicate` the second time. */
  give(classId: string, personId: string, content: string): Promise<void>
  returns(classId: string): Promise<string[]>
}
