/** Errors as the reader gets them: `{ error: { code, message } }` in French or English. */
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { StoreError } from '#server/store/index.ts'
import type { ApiError } from '#shared/api.ts'

export type Language = 'fr' | 'en'

const MESSAGES = {
  'login-failed': {
    fr: 'Identifiant ou mot de passe inconnu. Vérifiez-les dans votre convocation.',
    en: 'Unknown login or password. Check them in your invitation.',
  },
  'too-many': {
    fr: 'Trop d’essais. Patientez un instant avant de recommencer.',
    en: 'Too many attempts. Wait a moment before trying again.',
  },
  login: { fr: 'Entrez d’abord avec votre identifiant.', en: 'Sign in first.' },
  'which-login': {
    fr: 'Plusieurs personnes sont entrées dans ce navigateur : dites laquelle (X-Estrade-As).',
    en: 'Several people are signed in on this browser: say which one (X-Estrade-As).',
  },
  forbidden: { fr: 'Cette action n’est pas ouverte à votre rôle.', en: 'Your role may not do this.' },
  origin: {
    fr: 'Cette demande vient d’un autre site : elle est refusée.',
    en: 'This request comes from another site: it is refused.',
  },
  'not-found': { fr: 'Introuvable.', en: 'Not found.' },
  'bad-json': {
    fr: 'Le corps de la demande n’est pas du JSON lisible.',
    en: 'The body is not readable JSON.',
  },
  'bad-request': { fr: 'La demande est mal formée.', en: 'The request is malformed.' },
  'too-large': {
    fr: 'C’est trop gros : 256 Ko au plus, 2 Mo pour un fichier de personnes.',
    en: 'Too large: at most 256 KB, 2 MB for a file of people.',
  },
  invalid: { fr: 'Certaines valeurs ne conviennent pas.', en: 'Some values are wrong.' },
  people: {
    fr: 'La liste des personnes contient des erreurs : rien n’a été créé.',
    en: 'The list of people has mistakes: nothing was created.',
  },
  course: {
    fr: 'Cette formation n’existe pas ou contient des erreurs.',
    en: 'No such course, or it has errors.',
  },
  ended: {
    fr: 'Cette séance est finie depuis plus d’un jour : ses mots de passe ne servent plus.',
    en: 'This class ended more than a day ago: its passwords are no longer of use.',
  },
  'follow-up-link': {
    fr: 'Ce lien n’est pas valable, ou le questionnaire est clos.',
    en: 'This link is not valid, or the questionnaire is closed.',
  },
  'already-given': { fr: 'Vous avez déjà répondu.', en: 'You have already answered.' },
  'no-mail-server': {
    fr: 'Ce serveur n’envoie pas d’e-mail (SMTP_URL n’est pas réglé) : téléchargez le message pour le transmettre.',
    en: 'This server sends no e-mail (SMTP_URL is not set): download the message to pass it on.',
  },
  'mail-gone': {
    fr: 'Ce message ne peut plus être envoyé : il est parti, remplacé ou périmé.',
    en: 'This message can no longer be sent: it has left, was replaced or has expired.',
  },
  'stage-link': {
    fr: 'Ce lien d’écran n’est plus valable. Demandez-en un autre à la console.',
    en: 'This screen link is no longer valid. Make another from the console.',
  },
  'account-link': {
    fr: 'Ce lien d’invitation a déjà servi ou n’est plus valable. Demandez-en un autre à la personne responsable.',
    en: 'This invitation link has been used or is no longer valid. Ask the training manager for another.',
  },
  'weak-password': {
    fr: 'Ce mot de passe ne convient pas : il en faut un plus long ou moins facile à deviner.',
    en: 'This password will not do: it must be longer or harder to guess.',
  },
  'wrong-password': {
    fr: 'Le mot de passe actuel n’est pas celui-là.',
    en: 'That is not the current password.',
  },
  'email-taken': {
    fr: 'Cette adresse a déjà un compte.',
    en: 'This address already has an account.',
  },
  'last-organiser': {
    fr: 'C’est le dernier compte responsable : donnez d’abord ce rôle à quelqu’un d’autre.',
    en: 'This is the last training manager’s account: give that role to somebody else first.',
  },
  started: {
    fr: 'La séance a commencé : son programme ne change plus.',
    en: 'The class has started: its programme no longer changes.',
  },
  'sheet-empty': { fr: 'Ce fichier est vide.', en: 'This file is empty.' },
  'sheet-large': {
    fr: 'Ce classeur est trop gros : gardez une feuille avec les noms et les adresses.',
    en: 'This workbook is too large: keep one sheet with the names and addresses.',
  },
  'sheet-rows': {
    fr: 'Ce fichier a plus de 500 lignes : gardez celles de cette séance.',
    en: 'This file has more than 500 rows: keep those of this class.',
  },
  'sheet-unknown': {
    fr: 'Ce fichier n’est ni un CSV ni un classeur Excel (.xlsx).',
    en: 'This file is neither CSV nor an Excel workbook (.xlsx).',
  },
  'sheet-damaged': {
    fr: 'Ce classeur est abîmé : rouvrez-le, enregistrez-le en .xlsx ou en CSV, puis recommencez.',
    en: 'This workbook is damaged: open it, save it as .xlsx or CSV, then try again.',
  },
  'sheet-old-excel': {
    fr: 'C’est un classeur Excel d’avant 2007, ou protégé : enregistrez-le en .xlsx sans mot de passe.',
    en: 'This is an Excel workbook from before 2007, or a protected one: save it as .xlsx without a password.',
  },
  'sheet-locked': {
    fr: 'Ce classeur est protégé par un mot de passe : enregistrez-le sans.',
    en: 'This workbook is protected by a password: save it without.',
  },
  'in-class': {
    fr: 'Une séance de cette personne est en cours : effacez-la après la fin.',
    en: 'A class of this person is going on: erase them after it has ended.',
  },
  'class-over': {
    fr: 'Cette séance est terminée : ses inscrits ne changent plus.',
    en: 'This class is over: its people no longer change.',
  },
  cancelled: { fr: 'Cette séance a été annulée.', en: 'This class was cancelled.' },
  storage: {
    fr: 'Les données ne peuvent être ni lues ni écrites pour le moment. Recommencez dans un instant.',
    en: 'Data can neither be read nor written at the moment. Try again shortly.',
  },
  starting: { fr: 'Le serveur démarre.', en: 'The server is starting.' },
  internal: {
    fr: 'Le serveur a rencontré une erreur. Recommencez dans un instant.',
    en: 'The server met an error. Try again in a moment.',
  },
} satisfies Record<string, Record<Language, string>>

export type ErrorCode = keyof typeof MESSAGES

/** Throw it from any route: the answer is `status` with the message of `code`. */
export class HttpError extends Error {
  override name = 'HttpError'
  readonly status: number
  readonly code: ErrorCode
  readonly problems: unknown
  readonly retryAfter: number | undefined

  /** `problems` details what is wrong; `retryAfter` in seconds. */
  constructor(status: number, code: ErrorCode, more: { problems?: unknown; retryAfter?: number } = {}) {
    super(code)
    this.status = status
    this.code = code
    this.problems = more.problems
    this.retryAfter = more.retryAfter
  }
}

export const notFound = () => new HttpError(404, 'not-found')
export const forbidden = () => new HttpError(403, 'forbidden')

/** The reader's language: French unless the request prefers English. */
export function languageOf(req: Request): Language {
  return req.acceptsLanguages('fr', 'en') === 'en' ? 'en' : 'fr'
}

function sendError(req: Request, res: Response, error: HttpError): void {
  const body: ApiError = { error: { code: error.code, message: MESSAGES[error.code][languageOf(req)] } }
  if (error.problems !== undefined) body.error.problems = error.problems
  if (error.retryAfter !== undefined) res.set('Retry-After', String(error.retryAfter))
  res.status(error.status).set('Cache-Control', 'no-store').vary('Accept-Language').json(body)
}

export const unknownRoute: RequestHandler = () => {
  throw notFound()
}

/** The last handler: whatever was thrown becomes JSON, and only what is our fault is logged. */
export function errorHandler(log: Logger): ErrorRequestHandler {
  return (error, req, res, next) => {
    const known = error instanceof HttpError ? error : fromParser(error)
    if (!known) log.error({ err: error, method: req.method, route: req.route?.path }, 'request failed')
    if (res.headersSent) next(error)
    else sendError(req, res, known ?? ourFault(error))
  }
}

function ourFault(error: unknown): HttpError {
  const down = error instanceof StoreError && error.code === 'storage'
  return down ? new HttpError(503, 'storage', { retryAfter: 5 }) : new HttpError(500, 'internal')
}

/** What express and its body parser throw about a bad request; undefined for anything else. */
function fromParser(error: unknown): HttpError | undefined {
  if (error instanceof URIError) return new HttpError(400, 'bad-request')
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined
  const { status } = error
  if (typeof status !== 'number' || status < 400 || status >= 500) return undefined
  if (status === 413) return new HttpError(413, 'too-large')
  if ('type' in error && error.type === 'entity.parse.failed') return new HttpError(400, 'bad-json')
  return new HttpError(status, status === 404 ? 'not-found' : 'bad-request')
}
