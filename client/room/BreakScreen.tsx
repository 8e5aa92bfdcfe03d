/** During a break: until when. */
import { duration, fr, time } from '#client/i18n/format.ts'
import { useRemaining } from '#client/live/hooks.ts'
import type { OnStage } from '#shared/views.ts'
import { Quiet } from './Notices.tsx'
import { useRoomWords } from './words.ts'

type OnBreak = Extract<OnStage, { breakId: string }>

export function BreakScreen({ onStage }: { onStage: OnBreak }) {
  const t = useRoomWords()
  const { title, minutes, since } = onStage
  const endsAt = minutes > 0 ? since + minutes * 60_000 : undefined
  const remaining = useRemaining(endsAt)
  return (
    <Quiet title={fr(title) || t.break}>
      {endsAt !== undefined && (
        <p className="resumes">
          <b>{t.resumes(time(endsAt))}</b>{' '}
          <span>{remaining ? t.resumesIn(duration(Math.ceil(remaining / 60_000))) : t.resumesNow}</span>
        </p>
      )}
      <p>{t.breakMore}</p>
    </Quiet>
  )
}
