/** Screens of the stage that only say something. */
import { fr, time } from '#client/i18n/format.ts'
import { Mark } from '#client/kit/index.ts'
import { useRemaining } from '#client/live/hooks.ts'
import type { OnStage } from '#shared/views.ts'
import { useStageWords } from './words.ts'

export function Plain({ title, text, more }: { title: string; text?: string; more?: string }) {
  return (
    <main className="stage-page plain">
      <div>
        <h1>{title}</h1>
        {text && <p className="big">{text}</p>}
        {more && <p>{more}</p>}
      </div>
      <footer>
        <Mark />
      </footer>
    </main>
  )
}

export function StageBreak({ onStage }: { onStage: Extract<OnStage, { breakId: string }> }) {
  const t = useStageWords()
  const { title, minutes, since } = onStage
  const endsAt = minutes > 0 ? since + minutes * 60_000 : undefined
  const left = useRemaining(endsAt)
  return (
    <Plain
      title={fr(title) || t.break}
      text={endsAt === undefined ? undefined : t.resumes(time(endsAt))}
      more={left ? t.resumesIn(Math.ceil(left / 60_000)) : undefined}
    />
  )
}
