/** Tells screen readers what changes in the class, without moving the focus. */
import { useEffect, useRef } from 'react'
import { announce } from '#client/kit/index.ts'
import { useLive, useRemaining, useSlide } from '#client/live/hooks.ts'
import { replaces } from '#client/live/mirror.ts'
import { own } from '#shared/own.ts'
import type { EveryoneActivity } from '#shared/views.ts'
import { useRoomWords } from './words.ts'

/** `following`: slides are announced only to who looks at them. */
export function useAnnouncements(following: boolean): void {
  const everyone = useLive((s) => s.view?.everyone)
  const onStage = everyone?.phase === 'live' ? everyone.stage : undefined
  const slide = onStage && 'slide' in onStage ? onStage.slide : undefined
  useSlideSaid(following ? slide : undefined, everyone?.deck.slides ?? 0)
  useActivitiesSaid(everyone?.activities)
  useLineSaid()
  useAnswersSaid()
  useTimeSaid(Object.values(everyone?.activities ?? {}).find((one) => one.phase === 'open')?.closesAt)
}

function useSlideSaid(n: number | undefined, of: number): void {
  const title = useSlide(n)?.title
  useEffect(() => {
    if (n !== undefined && title !== undefined) announce(useRoomWords.now().announceSlide(n, of, title))
  }, [n, of, title])
}

function useActivitiesSaid(activities: Record<string, EveryoneActivity> | undefined): void {
  const seen = useRef<Record<string, { phase: string; question?: string }>>(undefined)
  useEffect(() => {
    if (!activities) return
    const before = seen.current
    seen.current = Object.fromEntries(
      Object.entries(activities).map(([id, { phase, question }]) => [
        id,
        { phase, question: (question as Question)?.id },
      ]),
    )
    for (const [id, activity] of Object.entries(activities)) {
      const was = before?.[id]
      const question = (activity.question as Question)?.id
      const turned = was?.question !== undefined && was.question !== question
      if (was?.phase === activity.phase && !turned) continue
      const t = useRoomWords.now()
      // On arrival only what is open now matters; the rest is past.
      const said = own(t.activity, activity.kind)
      if (activity.phase === 'open') announce(t.openNow(said?.open ?? '', questionOf(activity)))
      else if (turned && activity.phase === 'ready') announce(t.questionNext(questionOf(activity)))
      else if (was && activity.phase === 'closed' && said) announce(said.closed)
      else if (was && activity.phase === 'revealed' && said?.revealed) announce(said.revealed)
    }
  }, [activities])
}

type Question = { id?: string; text?: string } | undefined

function questionOf(activity: EveryoneActivity): string {
  const question = activity.question as Question
  return question?.text ?? activity.title ?? ''
}

function useLineSaid(): void {
  const line = useLive((s) => s.line)
  const before = useRef(line)
  useEffect(() => {
    const was = before.current
    before.current = line
    const t = useRoomWords.now()
    if (line === 'cut' && was === 'connected') announce(t.cutKept, { assertive: true })
    if (line === 'connected' && was === 'cut') announce(t.back)
  }, [line])
}

function useAnswersSaid(): void {
  const pending = useLive((s) => s.pending)
  const refused = useLive((s) => s.refused)
  const before = useRef(pending)
  useEffect(() => {
    const left = new Set(pending.map((command) => command.id))
    const gone = before.current.filter((command) => !left.has(command.id))
    before.current = pending
    const t = useRoomWords.now()
    for (const command of gone) {
      const no = refused.find((entry) => entry.id === command.id)
      const replaced = pending.some((other) => replaces(other, command))
      if (no?.refused) announce(t.answerRefused(no.refused.reason), { assertive: true })
      else if (!replaced) announce(t.answerStored)
    }
  }, [pending, refused])
}

function useTimeSaid(closesAt: number | undefined): void {
  const seconds = Math.ceil((useRemaining(closesAt) ?? 0) / 1000)
  useEffect(() => {
    if (seconds === 60) announce(useRoomWords.now().oneMinute)
    if (seconds === 10) announce(useRoomWords.now().tenSeconds, { assertive: true })
  }, [seconds])
}
