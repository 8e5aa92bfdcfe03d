/** What the checks say, and the trainer's own judgement over them, with its reason. */

import { Scale } from 'lucide-react'
import { useId, useState } from 'react'
import { fr } from '#client/i18n/format.ts'
import { useCockpitWords } from '../trainer-words.ts'
import type { CheckResult } from '../work.ts'
import type { CopyProps } from './props.ts'

type Props = Pick<CopyProps, 'online' | 'send' | 'trainer'> & {
  copyId: string
  checks: readonly [id: string, result: CheckResult][]
}

export function FieldChecks({ checks, ...props }: Props) {
  return (
    <ul className="checks">
      {checks.map(([id, result]) => (
        <li key={id}>
          <Check {...props} id={id} result={result} />
        </li>
      ))}
    </ul>
  )
}

type One = Omit<Props, 'checks'> & { id: string; result: CheckResult }

function Check({ id, result: { ok, message, overridden }, copyId, trainer, online, send }: One) {
  const t = useCockpitWords()
  const [judging, judge] = useState(false)
  const private_ = trainer.definition.checks.find((one) => one.id === id)?.show === 'trainer'
  return (
    <>
      <p>
        {overridden && <b>{ok ? t.judgedRight : t.judgedWrong} </b>}
        {overridden ? t.quoted(fr(overridden.reason)) : fr(message)}
        {private_ && <em> ({t.trainerOnly})</em>}
      </p>
      {overridden ? (
        <button
          type="button"
          className="btn sm quiet"
          disabled={!online}
          onClick={() => void send('activity.do', { type: 'override', copyId, check: id, reason: '' })}
        >
          {t.undoJudge}
        </button>
      ) : (
        !judging && (
          <button type="button" className="btn sm quiet" onClick={() => judge(true)}>
            <Scale size={16} strokeWidth={1.75} aria-hidden="true" />
            {t.judge}
          </button>
        )
      )}
      {judging && !overridden && (
        <Judge
          word={ok ? t.judgeWrong : t.judgeRight}
          online={online}
          onCancel={() => judge(false)}
          onJudge={async (reason) => {
            const ack = await send('activity.do', { type: 'override', copyId, check: id, pass: !ok, reason })
            if (ack.ok) judge(false)
          }}
        />
      )}
    </>
  )
}

function Judge({
  word,
  online,
  onJudge,
  onCancel,
}: {
  word: string
  online: boolean
  onJudge: (reason: string) => void
  onCancel: () => void
}) {
  const t = useCockpitWords()
  const id = useId()
  const [reason, write] = useState('')
  return (
    <form
      className="judge"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim()) onJudge(reason.trim())
      }}
    >
      <label htmlFor={id}>{t.judgeReason}</label>
      <input
        id={id}
        className="in sm"
        maxLength={400}
        value={reason}
        // biome-ignore lint/a11y/noAutofocus: the trainer has just asked for this field
        autoFocus
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          onCancel()
        }}
      />
      <button type="submit" className="btn sm main" disabled={!online || reason.trim() === ''}>
        {word}
      </button>
      <button type="button" className="btn sm quiet" onClick={onCancel}>
        {t.cancel}
      </button>
    </form>
  )
}
