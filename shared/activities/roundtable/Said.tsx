/** What has been said so far, the last first: one line each, that can be mended. */
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { fr } from '#client/i18n/format.ts'
import { LineField } from './LineField.tsx'
import { useTrainerWords } from './trainer-words.ts'
import type { RoundProps } from './use-round.tsx'

export function Said({ round, own, nameOf, online, send }: RoundProps) {
  const t = useTrainerWords()
  const [editing, setEditing] = useState<string>()
  const heard = round.order.filter(
    (id) => round.people[id] === 'spoken' || (own.lines[id] && id !== round.speaker),
  )
  if (heard.length === 0) return null
  const lines = Object.keys(own.lines).length
  return (
    <section className="capt" aria-labelledby="rt-said">
      <h3 id="rt-said">
        {t.said} <span className="num">{t.lines(lines)}</span>
      </h3>
      <ul>
        {heard.toReversed().map((id) => {
          const line = own.lines[id]
          const name = nameOf(id)
          return (
            <li key={id} className={editing === id ? 'editing' : undefined}>
              <b>{name}</b>
              {editing === id ? (
                <LineField
                  label={t.lineOf(name)}
                  line={line}
                  focus
                  save={(text) => send('activity.do', { type: 'line', personId: id, text })}
                  close={() => setEditing(undefined)}
                />
              ) : (
                <span className={line ? undefined : 'tx-mute'}>{line ? fr(line.text) : t.noLine}</span>
              )}
              <button
                type="button"
                className="btn sm quiet"
                aria-label={editing === id ? t.done : t.edit(name)}
                disabled={!online}
                onClick={() => setEditing(editing === id ? undefined : id)}
              >
                {editing === id ? t.done : <Pencil size={16} strokeWidth={1.75} aria-hidden="true" />}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
