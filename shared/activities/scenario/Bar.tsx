/** Under the form: what is saved, « je bloque », the final gestures. */
import { CircleCheck, Clock, CloudOff, LifeBuoy, TriangleAlert, Undo2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { time } from '#client/i18n/format.ts'
import { fr } from '#shared/typography.ts'
import { useWaiting } from '../question/Outcome.tsx'
import { cameBackAt, progress, savedAt, sendingOf } from './participant-model.ts'
import type { BarProps } from './props.ts'
import { SendDialog } from './SendDialog.tsx'
import { useScenarioWords } from './words.ts'

export function Bar(props: BarProps) {
  const { copy, send, inHand, connected } = props
  const t = useScenarioWords()
  const act = sendingOf(props, 'act')
  const write = sendingOf(props, 'write')
  const stuck = copy.stuck !== undefined
  return (
    <footer className="saved-bar">
      {(act.refused ?? write.refused) && (
        <p className="note stop" role="alert">
          <TriangleAlert size={20} strokeWidth={1.75} aria-hidden="true" />
          <span>
            <b>{t.refused}</b> {(act.refused ?? write.refused)!.why.reason}
          </span>
        </p>
      )}
      <Saved {...props} />
      <div className="keys">
        {copy.editable.length > 0 && (
          <button
            type="button"
            className="btn stuck-key"
            aria-pressed={stuck}
            disabled={!connected}
            onClick={() =>
              send({ type: 'stuck', on: !stuck, ...(!stuck && inHand !== undefined && { field: inHand }) })
            }
          >
            <LifeBuoy size={20} strokeWidth={1.75} aria-hidden="true" />
            {stuck ? t.notStuck : t.stuck}
          </button>
        )}
      </div>
    </footer>
  )
}

/** The final gestures: those that send ask first. */
export function FinalActions(props: BarProps) {
  const { sheet, copy, work, send } = props
  const [asked, ask] = useState<string>()
  const actions = sheet.actions.filter(({ id }) => copy.actions.includes(id))
  const busy = sendingOf(props, 'act').pending !== undefined
  const doing = (id: string) => {
    work.flush()
    send({ type: 'act', action: id })
  }
  return (
    <div className="final-actions">
      {actions.map(({ id, label, sends, passTo }) => {
        const leaves = sends || passTo !== undefined
        return (
          <button
            key={id}
            type="button"
            className={leaves && id === actions.at(-1)?.id ? 'btn main' : 'btn'}
            aria-busy={busy || undefined}
            onClick={() => {
              work.flush()
              if (leaves) ask(id)
              else doing(id)
            }}
          >
            {fr(label)}
          </button>
        )
      })}
      <SendDialog
        {...props}
        action={actions.find(({ id }) => id === asked)}
        close={() => ask(undefined)}
        confirm={(id) => {
          ask(undefined)
          doing(id)
        }}
      />
    </div>
  )
}

/** « Enregistré à 12:04 » only once the server has it. */
function Saved(props: BarProps) {
  const { sheet, copy, work, connected, keptOn } = props
  const t = useScenarioWords()
  const oldest = props.allPending[0]
  const waiting = useWaiting(oldest?.since, connected)
  const { filled, of } = progress(sheet, work.value)
  const at = savedAt(copy)
  const count = t.filled(filled, of)
  if (oldest && waiting)
    return (
      <Line icon={<CloudOff size={24} strokeWidth={1.75} />} tone="warn" title={t.waiting}>
        {keptOn === 'device' ? t.waitingMore : t.waitingMemory}
      </Line>
    )
  if (copy.state === 'submitted' || copy.state === 'accepted')
    return (
      <Line icon={<CircleCheck size={24} strokeWidth={1.75} />} tone="ok" title={t.sent}>
        {copy.state === 'accepted' ? t.acceptedShort : t.sentMore}
      </Line>
    )
  if (copy.savedOnly)
    return (
      <Line icon={<CircleCheck size={24} strokeWidth={1.75} />} tone="warn" title={t.draftOnly}>
        {t.draftOnlyMore}
      </Line>
    )
  if (oldest || work.unsent)
    return (
      <Line icon={<Clock size={24} strokeWidth={1.75} />} title={t.saving}>
        {count}
      </Line>
    )
  if (copy.state === 'returned' && (at ?? 0) <= cameBackAt(copy))
    return (
      <Line icon={<Undo2 size={24} strokeWidth={1.75} />} tone="warn" title={t.backWithYou}>
        {t.backWithYouMore}
      </Line>
    )
  if (copy.editable.length === 0) return <Line title={t.onlyRead}>{count}</Line>
  if (at !== undefined)
    return (
      <Line icon={<CircleCheck size={24} strokeWidth={1.75} />} tone="ok" title={t.savedAt(time(at))}>
        {count}
      </Line>
    )
  return <Line title={t.nothingYet}>{count}</Line>
}

type LineProps = { icon?: ReactNode; tone?: 'ok' | 'warn'; title: string; children: ReactNode }

function Line({ icon, tone, title, children }: LineProps) {
  const colour = tone ? `tx-${tone}` : undefined
  return (
    <p className="saved" role="status">
      {icon && (
        <span className={colour} aria-hidden="true">
          {icon}
        </span>
      )}
      <span>
        <b className={colour}>{title}</b> <span className="more num">{children}</span>
      </span>
    </p>
  )
}
