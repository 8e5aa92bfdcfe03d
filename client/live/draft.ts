/** Looking over the shoulder: work being typed, sent only while a trainer has the copy open. */
import { useEffect, useSyncExternalStore } from 'react'
import { createStore } from 'zustand/vanilla'
import { DRAFT_MS, type DraftFields, type DraftNews } from '#shared/protocol.ts'
import { onSignal, signal } from './connection.ts'
import { useLive } from './hooks.ts'
import { serverNow } from './store.ts'

/** What stands in a field, and when it was heard by the server's clock. */
export type Typed = Record<string, { value: DraftFields[string]; at: number }>

/** What the trainers' page knows of work being typed: by copy, the fields and the field in hand. */
type Desk = { drafts: Record<string, Typed>; focus: Record<string, { field: string; at: number }> }
const desk = createStore<Desk>(() => ({ drafts: {}, focus: {} }))

const watched = new Set<string>()
let listening = false

function listen(): void {
  if (listening) return
  listening = true
  onSignal((message) => heard(message as DraftNews))
}

function heard(news: DraftNews): void {
  switch (news.type) {
    case 'watched':
      if (news.on) watched.add(news.activityId)
      else watched.delete(news.activityId)
      break
    case 'draft': {
      const { drafts } = desk.getState()
      const at = serverNow()
      const heard = Object.entries(news.fields).map(([field, value]) => [field, { value, at }] as const)
      const typed = { ...drafts[news.copyId], ...Object.fromEntries(heard) }
      desk.setState({ drafts: { ...drafts, [news.copyId]: typed } })
      break
    }
    case 'focus': {
      const { [news.copyId]: _before, ...others } = desk.getState().focus
      const { field } = news
      desk.setState({
        focus: field === undefined ? others : { ...others, [news.copyId]: { field, at: serverNow() } },
      })
    }
  }
}

let unsent: { activityId: string; fields: DraftFields } | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let sentAt = Number.NEGATIVE_INFINITY

/** What stands in these fields now: at once, then at most every DRAFT_MS, and only while somebody looks. */
export function sendDraft(activityId: string, fields: DraftFields): void {
  listen()
  if (!watched.has(activityId)) return
  const before = unsent?.activityId === activityId ? unsent.fields : {}
  unsent = { activityId, fields: { ...before, ...fields } }
  if (timer !== undefined) return
  const wait = sentAt + DRAFT_MS - performance.now()
  if (wait <= 0) flush()
  else timer = setTimeout(flush, wait)
}

function flush(): void {
  timer = undefined
  if (!unsent) return
  signal({ type: 'draft', ...unsent })
  unsent = undefined
  sentAt = performance.now()
}

/** The field in hand, for the trainers' tiles; undefined: none. */
export function sendFocus(activityId: string, field: string | undefined): void {
  listen()
  signal({ type: 'focus', activityId, ...(field !== undefined && { field }) })
}

/** Keeps one copy of these people under the eyes of this console, over reconnections; undefined: none. */
export function useWatch(activityId: string, copyId: string | undefined, people = ''): void {
  const connected = useLive((s) => s.line === 'connected')
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever joins the copy must hear that it is watched
  useEffect(() => {
    listen()
    if (!connected || copyId === undefined) return
    signal({ type: 'watch', activityId, copyId })
    return () => {
      signal({ type: 'watch', activityId })
      const { [copyId]: _seen, ...others } = desk.getState().drafts
      desk.setState({ drafts: others })
    }
  }, [activityId, copyId, people, connected])
}

const nothing: Typed = {}

/** What is being typed in a copy, by field: only what has changed since it was opened. */
export function useDraft(copyId: string | undefined): Typed {
  return useSyncExternalStore(desk.subscribe, () =>
    copyId === undefined ? nothing : (desk.getState().drafts[copyId] ?? nothing),
  )
}

/** The field each copy's author has in hand. */
export function useFocus(): Desk['focus'] {
  return useSyncExternalStore(desk.subscribe, () => desk.getState().focus)
}
