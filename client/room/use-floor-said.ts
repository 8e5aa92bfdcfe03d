/** Says aloud what changes in the speaking turns, and chimes when it is one's turn. The focus stays where it is. */
import { useEffect, useRef } from 'react'
import { announce } from '#client/kit/index.ts'
import { chime } from '#client/kit/sound.ts'
import { useChange } from '#client/kit/use-change.ts'
import { useLive, useRemaining } from '#client/live/hooks.ts'
import { useFloorWords } from './floor-words.ts'
import { useUnread } from './unread.ts'
import { type Floor, useName } from './use-floor.ts'
import { useRoomWords } from './words.ts'

export function useFloorSaid({ speaks, called, rank, speaker, turn }: Floor): void {
  const ready = useLive((s) => s.view !== undefined)
  const name = useName()
  const latest = useRef(name)
  latest.current = name

  useChange(called, (now) => now && chime('turn'), ready)
  // A tour de table says aloud whose turn it is by itself.
  useChange(
    speaks,
    (now) => {
      const t = useFloorWords.now()
      announce(now ? t.saidTurn : t.saidTurnOver)
    },
    ready,
  )
  useChange(
    rank,
    (now, before) => {
      const t = useFloorWords.now()
      if (now > 0) announce(before > 0 ? t.saidRank(now) : t.saidUp(now))
      else if (!called) announce(t.saidDown)
    },
    ready,
  )
  useChange(
    speaker,
    (now) => {
      if (now !== undefined && !called) announce(useFloorWords.now().saidSpeaks(latest.current(now)))
    },
    ready,
  )
  const asked = useLive((s) => s.view?.everyone.asked?.text)
  useChange(
    asked,
    (now) => {
      if (now !== undefined) announce(useFloorWords.now().saidAsked(now))
    },
    ready,
  )
  const word = useUnread().at(-1)
  useChange(
    word?.id,
    () => {
      if (word) announce(useFloorWords.now().saidWord(latest.current(word.by), word.text))
    },
    ready,
  )
  const seconds = Math.ceil((useRemaining(speaks ? turn?.endsAt : undefined) ?? 0) / 1000)
  useEffect(() => {
    if (seconds === 10) announce(useRoomWords.now().tenSeconds, { assertive: true })
  }, [seconds])
}
