/** Says aloud what changes in the speaking turns, and chimes when it is one's turn. The focus stays where it is. */
import { useEffect, useRef } from 'react'
import { announce } from '#client/kit/index.ts'
import { chime } from '#client/kit/sound.ts'
import { useLive, useRemaining } from '#client/live/hooks.ts'
import { useFloorWords } from './floor-words.ts'
import { useUnread } from './unread.ts'
import { type Floor, useName } from './use-floor.ts'
import { useRoomWords } from './words.ts'

export function useFloorSaid({ speaks, rank, speaker, turn }: Floor): void {
  const ready = useLive((s) => s.view !== undefined)
  const name = useName()
  const latest = useRef(name)
  latest.current = name

  useChange(ready, speaks, (now) => {
    const t = useFloorWords.now()
    if (now) chime('turn')
    announce(now ? t.saidTurn : t.saidTurnOver)
  })
  useChange(ready, rank, (now, before) => {
    const t = useFloorWords.now()
    if (now > 0) announce(before > 0 ? t.saidRank(now) : t.saidUp(now))
    else if (!speaks) announce(t.saidDown)
  })
  useChange(ready, speaker, (now) => {
    if (now !== undefined && !speaks) announce(useFloorWords.now().saidSpeaks(latest.current(now)))
  })
  const asked = useLive((s) => s.view?.everyone.asked?.text)
  useChange(ready, asked, (now) => {
    if (now !== undefined) announce(useFloorWords.now().saidAsked(now))
  })
  const word = useUnread().at(-1)
  useChange(ready, word?.id, () => {
    if (word) announce(useFloorWords.now().saidWord(latest.current(word.by), word.text))
  })
  const seconds = Math.ceil((useRemaining(speaks ? turn?.endsAt : undefined) ?? 0) / 1000)
  useEffect(() => {
    if (seconds === 10) announce(useRoomWords.now().tenSeconds, { assertive: true })
  }, [seconds])
}

/** Calls back when a value differs from the one of the drawing before; never on arrival, however late it comes. */
function useChange<T>(ready: boolean, value: T, changed: (now: T, before: T) => void): void {
  const before = useRef<{ value: T }>(undefined)
  const latest = useRef(changed)
  latest.current = changed
  useEffect(() => {
    if (!ready) return
    const was = before.current
    before.current = { value }
    if (was && was.value !== value) latest.current(value, was.value)
  }, [ready, value])
}
