import { Copy, KeyRound, Send, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Credential } from '#shared/api.ts'
import type { BoardAnswer, BoardPerson, BoardStep, ConvocationKind, MailRef } from '#shared/convocation.ts'
import { Notice } from '../../kit/Notice.tsx'
import { useCopy } from '../use-copy.ts'
import { onTheWay, testFault } from './board-model.ts'
import { moment } from './moment.ts'
import { useWords } from './words.ts'

/** One person: what is the matter, the codes, what can be done, and what happened so far. */
export function PersonCard({
  board,
  person,
  fresh,
  busy,
  send,
  onReissue,
  onClose,
}: {
  board: BoardAnswer
  person: BoardPerson
  fresh?: Credential
  busy: boolean
  send: (kind: ConvocationKind) => Promise<boolean>
  onReissue: () => void
  onClose: () => void
}) {
  const t = useWords()
  const [gone, setGone] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const ended = board.phase === 'ended'

  useEffect(() => heading.current?.focus({ preventScroll: false }), [])

  const { copy } = useCopy(t)

  const dictate = ({ link, login, password }: Credential) =>
    copy(t.dictated(new URL(link).origin, login, password))

  return (
    <aside className="card" aria-label={person.name}>
      <header>
        <h2 ref={heading} tabIndex={-1}>
          {person.name}
        </h2>
        <button type="button" className="btn sm quiet" aria-label={t.close} onClick={onClose}>
          <X size={20} strokeWidth={1.75} aria-hidden="true" />
        </button>
      </header>
      {!fresh && <Matter board={board} person={person} />}
      <dl className="card-codes">
        <dt>{t.login}</dt>
        <dd className="card-login">{person.login}</dd>
        {fresh && (
          <>
            <dt>{t.freshPassword}</dt>
            <dd className="card-fresh">{fresh.password}</dd>
          </>
        )}
      </dl>
      {!ended && (
        <div className="card-do">
          {fresh ? (
            <>
              <button
                type="button"
                className="btn main"
                disabled={busy || gone}
                onClick={async () => setGone(await send('reissue'))}
              >
                <Send size={20} strokeWidth={1.75} aria-hidden="true" />
                {t.sendFresh}
              </button>
              <button type="button" className="btn" onClick={() => dictate(fresh)}>
                <Copy size={20} strokeWidth={1.75} aria-hidden="true" />
                {t.dictate}
              </button>
            </>
          ) : (
            <>
              <button type="button" className="btn" disabled={busy} onClick={() => send('invitation')}>
                <Send size={20} strokeWidth={1.75} aria-hidden="true" />
                {person.mail ? t.again : t.first}
              </button>
              <button type="button" className="btn" disabled={busy} onClick={onReissue}>
                <KeyRound size={20} strokeWidth={1.75} aria-hidden="true" />
                {t.reissue}
              </button>
            </>
          )}
        </div>
      )}
      {gone && <Notice tone="ok">{t.freshSent}</Notice>}
      {fresh && <p className="hint">{t.oldDead}</p>}
      <ol className="card-story">
        {person.story.map((step) => (
          <StoryLine
            key={`${step.at}${step.what === 'mail' ? step.mail.id : step.what}`}
            step={step}
            board={board}
          />
        ))}
      </ol>
    </aside>
  )
}

function StoryLine({ step, board }: { step: BoardStep; board: BoardAnswer }) {
  const t = useWords()
  const said = step.what === 'mail' ? mailWords(step.mail) : t.story[step.what]

  function mailWords({ kind, state, address }: MailRef): string {
    const what = t.mailStory[kind] ?? kind
    return state === 'sent' ? t.mailSent(what, address) : t.mailHeld(what, t.mailState[state] ?? '', address)
  }

  return (
    <li>
      <span className="num">{moment(step.at, board.now, board.timeZone)}</span>
      {said}
    </li>
  )
}

/** The one thing to know about this person now. */
function Matter({ board, person }: { board: BoardAnswer; person: BoardPerson }) {
  const t = useWords()
  const { mail, sentAt, openedAt, test, here } = person
  const fault = testFault(person, t)
  if (here && !fault) return null
  if (openedAt === undefined) {
    if (mail?.state === 'refused' || mail?.state === 'failed') {
      return (
        <Notice tone="stop">
          {t.says[mail.state]} {mail.said && t.serverSaid(mail.said)}
        </Notice>
      )
    }
    if (mail?.state === 'kept') return <Notice tone="warn">{t.says.kept}</Notice>
    if (onTheWay(mail)) return null
    return <Notice tone="warn">{sentAt === undefined ? t.says.nothing : t.says.unopened}</Notice>
  }
  if (fault) {
    return (
      <Notice tone="warn">
        {t.says.test(fault)}
        {test && (
          <>
            <br />
            {t.line(test.line.down, test.line.up, test.line.latency)}
          </>
        )}
      </Notice>
    )
  }
  if (board.phase === 'live') return <Notice tone="info">{t.says.absent}</Notice>
  return test ? null : <Notice tone="info">{t.says.untested}</Notice>
}
