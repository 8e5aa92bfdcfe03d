/** Reactions of the last moments, added up by kind: they come without names and go away by themselves. */
import { useEffect, useState } from 'react'
import { onSignal } from '#client/live/hooks.ts'
import { REACTIONS, type Reaction, type ReactionNews } from '#shared/protocol.ts'

const SEEN_MS = 10_000

export function useReactions(): { reaction: Reaction; n: number }[] {
  const [heard, setHeard] = useState<{ id: number; reaction: Reaction }[]>([])
  useEffect(() => {
    let serial = 0
    const timers = new Set<ReturnType<typeof setTimeout>>()
    const stop = onSignal((message) => {
      const { type, reaction } = message as Partial<ReactionNews>
      if (type !== 'reaction' || !reaction) return
      const id = ++serial
      setHeard((before) => [...before, { id, reaction }])
      const timer = setTimeout(() => {
        timers.delete(timer)
        setHeard((before) => before.filter((one) => one.id !== id))
      }, SEEN_MS)
      timers.add(timer)
    })
    return () => {
      stop()
      for (const timer of timers) clearTimeout(timer)
    }
  }, [])
  return REACTIONS.map((reaction) => ({
    reaction,
    n: heard.filter((one) => one.reaction === reaction).length,
  })).filter(({ n }) => n > 0)
}
