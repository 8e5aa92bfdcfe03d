/** Under the form: usual mistakes recognised, times sent, the simulated client's answers, notes for the trainer. */

import { fr, time } from '#client/i18n/format.ts'
import { useCockpitWords } from '../trainer-words.ts'
import type { TrainerCopy } from '../work.ts'
import type { CopyProps } from './props.ts'

type Props = CopyProps & { copy: TrainerCopy; mistakes: Record<string, string> }

export function CopyMore({ copy, mistakes, trainer }: Props) {
  const t = useCockpitWords()
  const { definition } = trainer
  const label = (id: string) => fr(definition.fields.find((field) => field.id === id)?.label ?? '')
  const made = definition.mistakes.filter(({ id }) => id in mistakes)
  const notes = definition.mistakes.filter(({ when }) => !when)
  const attempts = Object.entries(copy.attempts)
  const replies = Object.entries(copy.replies)
  const hints = Object.entries(copy.hints)
  return (
    <div className="copy-more">
      {copy.stuck && (
        <Block title={t.stuckOn}>
          <p>
            {copy.stuck.field && <b>{label(copy.stuck.field)} </b>}
            {copy.stuck.text && t.quoted(fr(copy.stuck.text))}
          </p>
        </Block>
      )}
      {made.length > 0 && (
        <Block title={t.mistakes}>
          {made.map(({ id, text, message }) => (
            <p key={id}>
              <b>{fr(text)}</b> {message && fr(message)}
            </p>
          ))}
        </Block>
      )}
      {replies.length > 0 && (
        <Block title={t.replies}>
          {replies.map(([id, { text, at }]) => (
            <p key={id}>
              <span className="num tx-mute">{time(at)}</span> {t.quoted(fr(text))}
            </p>
          ))}
        </Block>
      )}
      {attempts.length > 0 && (
        <Block title={t.attempts}>
          {attempts.map(([id, one], i) => (
            <p key={id} className="num">
              <b>{t.attempt(i + 1, time(one.at))}</b> {t.verdict[one.verdict]}, {t.rightOf(one.right, one.of)}
              {one.late && <em className="tx-warn"> {t.late}</em>}
              {one.wrong.length > 0 && <span className="tx-mute"> ({one.wrong.map(label).join(', ')})</span>}
            </p>
          ))}
        </Block>
      )}
      {hints.length > 0 && (
        <Block title={t.hintsGiven}>
          <p className="num">{hints.map(([id, n]) => `${label(id)} (${n})`).join(', ')}</p>
        </Block>
      )}
      {notes.length > 0 && (
        <Block title={t.notes}>
          {notes.map(({ id, text }) => (
            <p key={id}>{fr(text)}</p>
          ))}
        </Block>
      )}
    </div>
  )
}

function Block({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  )
}
