/** Which of the trainer's words were read on this device. */
import { useMemo } from 'react'
import { create } from 'zustand'
import { useLive } from '#client/live/hooks.ts'
import { live } from '#client/live/store.ts'
import type { TalkView } from '#shared/views.ts'

export type Word = TalkView['words'][string] & { id: string }

/** Ids are w1, w2…: words are read in order. */
const numberOf = (id: string) => Number(id.slice(1))

/** The number of the last word read, by class and person. */
const useRead = create<Record<string, number>>(() => ({}))

const place = () => {
  const { classId, view } = live.getState()
  return `estrade-read ${classId} ${view?.mine?.personId ?? ''}`
}

function stored(key: string): number {
  try {
    return Number(localStorage.getItem(key) ?? 0)
  } catch {
    return 0
  }
}

/** In the order in which they were written. */
export function wordsInOrder(talk: TalkView | undefined): Word[] {
  return Object.entries(talk?.words ?? {})
    .map(([id, word]) => ({ id, ...word }))
    .sort((a, b) => numberOf(a.id) - numberOf(b.id))
}

/** Words to me not read yet, oldest first. */
export function useUnread(): Word[] {
  const talk = useLive((s) => s.view?.mine?.talk)
  const key = useLive(place)
  const read = useRead((s) => s[key]) ?? stored(key)
  return useMemo(() => wordsInOrder(talk).filter(({ id }) => numberOf(id) > read), [talk, read])
}

/** This word, and those before it, have been read. */
export function markRead(id: string): void {
  const key = place()
  const n = numberOf(id)
  useRead.setState({ [key]: n })
  try {
    localStorage.setItem(key, String(n))
  } catch {
    // Storage refused by the browser: they come back as unread at the next load.
  }
}
