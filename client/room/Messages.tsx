/** Between one person and their trainers: questions asked, answers and words received. Nobody else reads them. */
import { type FormEvent, useEffect, useState } from 'react'
import { time } from '#client/i18n/format.ts'
import { announce, Dialog } from '#client/kit/index.ts'
import { useClassInfo, useLive } from '#client/live/hooks.ts'
import type { TalkView } from '#shared/views.ts'
import { useTalkWords } from './talk-words.ts'
import { markRead, wordsInOrder } from './unread.ts'
import { useGesture } from './use-gesture.ts'

const MOST = 1000
const FEW_LEFT = 100

/** What is being written stays when the dialog is closed. */
let unsent = ''

export function MessagesDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTalkWords()
  const talk = useLive((s) => s.view?.mine?.talk)
  const phase = useLive((s) => s.view?.everyone.phase)
  const last = wordsInOrder(talk).at(-1)?.id
  useEffect(() => {
    if (last !== undefined) markRead(last)
  }, [last])
  return (
    <Dialog open={open} onClose={onClose} title={t.messagesTitle}>
      {talk && <Thread talk={talk} />}
      {phase === 'live' ? <Ask /> : <p>{phase === 'ended' ? t.questionOver : t.questionLater}</p>}
    </Dialog>
  )
}

type Line = { id: string; at: number; text: string; by?: string; note?: string }

function Thread({ talk }: { talk: TalkView }) {
  const t = useTalkWords()
  const info = useClassInfo()
  const shown = useLive((s) => s.view?.everyone.asked?.id)
  const asked: Line[] = Object.entries(talk.questions).map(([id, { text, at, settled }]) => ({
    id,
    at,
    text,
    note: id === shown ? t.shown : settled && t.settled,
  }))
  const said: Line[] = wordsInOrder(talk).map(({ id, by, text, at }) => ({ id, at, text, by }))
  const lines = [...asked, ...said].sort((a, b) => a.at - b.at)
  if (lines.length === 0) return <p>{t.messagesEmpty}</p>
  return (
    <ol className="thread">
      {lines.map(({ id, at, text, by, note }) => (
        <li key={id} className={by === undefined ? 'mine' : undefined}>
          <p className="label">
            <b>{by === undefined ? t.you2 : (info?.roster[by]?.name ?? t.someone)}</b>{' '}
            <span className="num">{time(at, info?.timeZone)}</span>
            {note && `, ${note}`}
          </p>
          <p>{text}</p>
        </li>
      ))}
    </ol>
  )
}

function Ask() {
  const t = useTalkWords()
  const [text, setText] = useState(unsent)
  const { run, busy, problem } = useGesture()
  const keep = (next: string) => {
    unsent = next
    setText(next)
  }
  const left = MOST - text.length
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!text.trim() || !(await run('question.ask', { text }))) return
    keep('')
    announce(t.questionSent)
  }
  return (
    <form className="ask" onSubmit={submit}>
      <div className="f">
        <label htmlFor="question">{t.question}</label>
        <textarea
          id="question"
          className="in"
          rows={3}
          maxLength={MOST}
          value={text}
          aria-describedby="question-who"
          onChange={(event) => keep(event.currentTarget.value)}
        />
        {problem && (
          <p className="why tx-warn" role="alert">
            {problem}
          </p>
        )}
        <p id="question-who" className="label">
          {t.questionWho} {left <= FEW_LEFT && <span className="num">{t.charactersLeft(left)}</span>}
        </p>
      </div>
      <div className="actions">
        <button type="submit" className="btn main" disabled={!text.trim()} aria-busy={busy || undefined}>
          {t.questionSend}
        </button>
      </div>
    </form>
  )
}
