/** Calls to the server: JSON in, JSON out, one kind of error with a sentence for the reader. */
import type { ApiError as ApiErrorBody } from '#shared/api.ts'
import { language, words } from './i18n/index.ts'

const texts = words({
  fr: {
    offline: 'Pas de réponse du serveur. Vérifiez votre connexion à Internet, puis réessayez.',
    unreadable: (status: number) =>
      `Le serveur a répondu de façon illisible (${status}). Réessayez dans un instant.`,
  },
  en: {
    offline: 'No answer from the server. Check your Internet connection, then try again.',
    unreadable: (status: number) =>
      `The server’s answer could not be read (${status}). Try again in a moment.`,
  },
})

/** Why a call failed. `status` 0 and `code` 'offline' when no answer came at all. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly problems?: unknown
  /** Seconds to wait, when the server says so (429). */
  readonly retryAfter?: number

  constructor(
    status: number,
    code: string,
    message: string,
    more: { problems?: unknown; retryAfter?: number } = {},
  ) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.code = code
    this.problems = more.problems
    this.retryAfter = more.retryAfter
  }
}

/** The person this tab is, when its address says so. */
function tabPerson(): string | undefined {
  return new URLSearchParams(location.search).get('as') ?? undefined
}

type Options = { as?: string; signal?: AbortSignal }

/** GET `path` (absolute, `/api/…`). @throws ApiError */
export function get<T>(path: string, options: Options = {}): Promise<T> {
  return call<T>('GET', path, undefined, options)
}

/** POST `body` as JSON to `path`. @throws ApiError */
export function post<T>(path: string, body: unknown = {}, options: Options = {}): Promise<T> {
  return call<T>('POST', path, body, options)
}

/** POST a file as it is to `path`. @throws ApiError */
export function postFile<T>(path: string, file: File, options: Options = {}): Promise<T> {
  return call<T>('POST', path, file, options)
}

async function call<T>(method: string, path: string, body: unknown, options: Options): Promise<T> {
  const as = options.as ?? tabPerson()
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': language() }
  if (as) headers['X-Estrade-As'] = as
  const file = body instanceof Blob
  if (body !== undefined) headers['Content-Type'] = file ? 'application/octet-stream' : 'application/json'
  let response: Response
  try {
    response = await fetch(path, {
      method,
      headers,
      body: body === undefined || file ? body : JSON.stringify(body),
      credentials: 'same-origin',
      signal: options.signal,
    })
  } catch (cause) {
    if (options.signal?.aborted) throw cause
    throw new ApiError(0, 'offline', texts.now().offline)
  }
  if (response.status === 204) return undefined as T
  const text = await response.text()
  let answer: unknown
  try {
    answer = text ? JSON.parse(text) : undefined
  } catch {
    throw new ApiError(response.status, 'unreadable', texts.now().unreadable(response.status))
  }
  if (response.ok) return answer as T
  const error = (answer as Partial<ApiErrorBody> | undefined)?.error
  const seconds = Number(response.headers.get('Retry-After'))
  throw new ApiError(
    response.status,
    error?.code ?? 'unreadable',
    error?.message ?? texts.now().unreadable(response.status),
    { problems: error?.problems, retryAfter: seconds > 0 ? seconds : undefined },
  )
}
