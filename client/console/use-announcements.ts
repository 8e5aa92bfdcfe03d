/** What the console says aloud, politely: what comes on stage, everybody has answered, who is cut off. */
import { useEffect, useRef } from 'react'
import { announce } from '#client/kit/index.ts'
import { useChange } from '#client/kit/use-change.ts'
import { useLive } from '#client/live/hooks.ts'
import type { PlanItem } from '#shared/course.ts'
import type { EveryoneView, TrainerView } from '#shared/views.ts'
import { attention, type Person } from './people.ts'
import { stageTitle } from './stage-title.ts'
import { useConsoleWords } from './words.ts'

type Props = {
  everyone: EveryoneView
  trainer: TrainerView
  people: Person[]
  plan: readonly PlanItem[]
  namesHidden: boolean
}

export function useAnnouncements({ everyone, trainer, people, plan, namesHidden }: Props) {
  const t = useConsoleWords()
  const line = useLive((live) => live.line)
  const wasCut = useRef(false)
  useEffect(() => {
    if (line === 'cut') {
      wasCut.current = true
      announce(t.cutSaid, { assertive: true })
    } else if (line === 'connected' && wasCut.current) {
      wasCut.current = false
      announce(t.backSaid)
    }
  }, [line, t])

  const onStage =
    everyone.phase !== 'live'
      ? ''
      : trainer.blank
        ? t.saidBlank
        : t.saidOnScreen(stageTitle(trainer.stage, plan, everyone))
  useChange(onStage, (said) => said && announce(said))

  const all = trainer.plan.next.type === 'close' && trainer.plan.next.missing === 0 && everyone.enrolled > 0
  useChange(all, (now) => now && announce(t.saidAll))

  const cut = namesHidden
    ? ''
    : people
        .filter((p) => attention(p) === 'cut')
        .map((p) => p.name)
        .join(', ')
  useChange(cut, (now, before) => {
    if (now && now.length > before.length) announce(t.saidCut(now))
  })
}
