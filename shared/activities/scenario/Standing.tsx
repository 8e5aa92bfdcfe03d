/** Where the copy stands: its status, the client's answers, the trainer's words, what the last sending was worth. */
import { CircleCheck, Mail, MessageSquareText, Undo2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { time } from '#client/i18n/format.ts'
import { useClassInfo } from '#client/live/hooks.ts'
import { fr } from '#shared/typography.ts'
import { ModelAnswer } from './ModelAnswer.tsx'
import { inOrder, type OwnCopy, type ScenarioProps } from './participant-model.ts'
import { Shown } from './Shown.tsx'
import { useScenarioWords } from './words.ts'
import type { Sheet } from './work.ts'

type Props = ScenarioProps & { copy: OwnCopy; sheet: Sheet }

export function Standing(props: Props) {
  const { copy, sheet, everyone, mine } = props
  const t = useScenarioWords()
  const replies = inOrder(copy.replies)
  const attempts = inOrder(copy.attempts)
  const reply = replies.at(-1)
  const model = mine.model ?? everyone.model
  const sent = copy.state === 'submitted' || copy.state === 'accepted'
  const news = [sent, replies.length, attempts.length, copy.returned?.at, model !== undefined].join()
  return (
    <div className="standing" ref={useInSight(news)}>
      <p className="status">
        {t.status} <b>{fr(copy.status.label)}</b>
      </p>
      {sheet.roles.length > 0 && <Turn {...props} />}
      {everyone.phase === 'closed' && copy.editable.length > 0 && <p className="note warn">{t.late}</p>}
      {reply && (
        <div className="note reply">
          <Mail size={20} strokeWidth={1.75} aria-hidden="true" />
          <div>
            <p>
              <b>{t.clientAt(time(reply.at))}</b> {fr(reply.text)}
            </p>
            {replies.length > 1 && (
              <details>
                <summary>{t.earlierReplies(replies.length - 1)}</summary>
                {replies.slice(0, -1).map((one) => (
                  <p key={one.at}>
                    {t.clientAt(time(one.at))} {fr(one.text)}
                  </p>
                ))}
              </details>
            )}
          </div>
        </div>
      )}
      {copy.verdict && (
        <div className={`note verdict ${copy.verdict.verdict}`}>
          <div>
            <b>{t.verdict[copy.verdict.verdict]}</b> {fr(copy.verdict.text)}
            {attempts.length > 0 && (
              <ol className="attempts">
                {attempts.map(({ at, verdict, right, of }, i) => (
                  <li key={at}>{t.attempt(i + 1, time(at), t.verdict[verdict], right, of)}</li>
                ))}
              </ol>
            )}
          </div>
        </div>
      )}
      {copy.returned && (
        <p className="note info">
          <Undo2 size={20} strokeWidth={1.75} aria-hidden="true" />
          <span>
            <b>{t.returnedAt(time(copy.returned.at))}</b> {copy.returned.note}
          </span>
        </p>
      )}
      {copy.accepted && (
        <p className="note ok">
          <CircleCheck size={20} strokeWidth={1.75} aria-hidden="true" />
          <span>
            <b>{t.acceptedAt(time(copy.accepted.at))}</b> {copy.accepted.note}
          </span>
        </p>
      )}
      {everyone.shown && <Shown sheet={sheet} shown={everyone.shown} />}
      {model && <ModelAnswer sheet={sheet} model={model} copy={copy} />}
    </div>
  )
}

/** What a sending was worth comes above a long form: it is brought into sight, unless somebody is writing. */
function useInSight(news: string) {
  const ref = useRef<HTMLDivElement>(null)
  const seen = useRef(news)
  useEffect(() => {
    if (seen.current === news) return
    seen.current = news
    if (!document.activeElement?.matches('input, select, textarea')) ref.current?.scrollIntoView()
  })
  return ref
}

/** Whose turn the file is, and with whom one works. */
function Turn({ copy, sheet, mine }: Props) {
  const t = useScenarioWords()
  const info = useClassInfo()
  const nameOf = (id: string) => info?.roster[id]?.name
  const title = (id: string) => fr(sheet.roles.find((role) => role.id === id)?.title ?? '')
  const mineNow = copy.holder !== undefined && Object.hasOwn(mine.roles ?? {}, copy.holder)
  const holders = Object.keys(copy.members).filter((id) => copy.members[id]!.includes(copy.holder ?? ''))
  const sent = copy.state === 'submitted' || copy.state === 'accepted'
  return (
    <div className={mineNow && !sent ? 'note turn mine' : 'note turn'}>
      <MessageSquareText size={20} strokeWidth={1.75} aria-hidden="true" />
      <div>
        {sent ? (
          <b>{t.fileSent}</b>
        ) : mineNow ? (
          <b>{t.yourTurn}</b>
        ) : (
          <b>{t.turnOf(title(copy.holder ?? ''), holders.flatMap((id) => nameOf(id) ?? []).join(', '))}</b>
        )}
        <ul className="team">
          {Object.entries(copy.members).map(([id, roles]) => (
            <li key={id}>
              {nameOf(id) ?? t.partner}, {roles.map(title).join(', ')}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
