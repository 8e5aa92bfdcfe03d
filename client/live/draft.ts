/** Looking over the shoulder: work being typed, sent only while a trainer has the copy open. */
import { useEffect, useSyncExternalStore } from 'react'
import { createStore } from 'zustand/vanilla'
import { DRAFT_MS, type DraftFields, type DraftNews } from '#shared/protocol.ts'
import { onSignal, signal } from './connection.ts'
import { useLive } from './hooks.ts'

/** What the trainers' page knows of work being typed: by copy, the fields and the field in hand. */
type Desk = { drafts: Record<string, DraftFields>; focus: Record<string, { field: string; at: number }> }
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
      const fields = { ...drafts[news.copyId], ...news.fields }
      desk.setState({ drafts: { ...drafts, [news.copyId]: fields } })
      break
    }
    case 'focus': {
      const { [news.copyId]: _before, ...others } = desk.getState().focus
      const { field } = news
      desk.setState({
        focus: field === undefined ? others : { ...others, [news.copyId]: { field, at: Date.now() } },
      })
    }
  }
}

let unsent: { activityId: string; fields: DraftFields } | undefined
let timer: ReturnType<typeof setTimeout> | undefined

/** What stands in these fields now; at most every DRAFT_MS, and only while somebody looks. */
export function sendDraft(activityId: string, fields: DraftFields): void {
  listen()
  if (!watched.has(activityId)) return
  const before = unsent?.activityId === activityId ? unsent.fields : {}
  unsent = { activityId, fields: { ...before, ...fields } }
  if (timer !== undefined) return
  timer = setTimeout(() => {
    timer = undefined
    if (unsent) signal({ type: 'draft', ...unsent })
    unsent = undefined
  }, DRAFT_MS)
}

/** The field in hand, for the trainers' tiles; undefined: none. */
export function sendFocus(activityId: string, field: string | undefined): void {
  listen()
  signal({ type: 'focus', activityId, ...(field !== undefined && { field }) })
}

/** Keeps one copy under the eyes of this console, over reconnections; undefined: none. */
export function useWatch(activityId: string, copyId: string | undefined): void {
  const connected = useLive((s) => s.line === 'connected')
  useEffect(() => {
    listen()
    if (!connected || copyId === undefined) return
    signal({ type: 'watch', activityId, copyId })
    return () => {
      signal({ type: 'watch', activityId })
      const { [copyId]: _seen, ...others } = desk.getState().drafts
      desk.setState({ drafts: others })
    }
  }, [activityId, copyId, connected])
}

const nothing: DraftFields = {}

/** What is being typed in a copy, by field: only what has changed since it was opened. */
export function useDraft(copyId: string | undefined): DraftFields {
  return useSyncExternalStore(desk.subscribe, () =>
    copyId === undefined ? nothing : (desk.getState().drafts[copyId] ?? nothing),
  )
}

/** The field each copy's author has in hand. */
export function useFocus(): Desk['focus'] {
  return useSyncExternalStore(desk.subscribe, () => desk.getState().focus)
}
