/** What one has learnt, in plain words, objective by objective: one's own only, compared with nobody. */
import { Check, TrendingUp } from 'lucide-react'
import { number } from '#client/i18n/format.ts'
import { useClassInfo } from '#client/live/hooks.ts'
import type { Moment } from '#shared/kind.ts'
import { own } from '#shared/own.ts'
import type { Outcome, Outcomes } from '#shared/views.ts'
import { useOwnOutcomeWords } from './own-outcomes-words.ts'
import './own-outcomes.css'

const MOMENTS: readonly Moment[] = ['placement', 'during', 'final']

/** Nothing at all in a course without objectives. */
export function OwnOutcomes({ outcomes }: { outcomes: Outcomes }) {
  const t = useOwnOutcomeWords()
  const objectives = useClassInfo()?.objectives ?? []
  if (objectives.length === 0) return null
  const known = objectives.some(({ id }) => own(outcomes, id))
  return (
    <section className="own-outcomes" aria-labelledby="own-outcomes">
      <h2 id="own-outcomes">{t.title}</h2>
      {known ? (
        <>
          <ul>
            {objectives.map(({ id, text }) => (
              <li key={id}>
                <b>{text}</b>
                <Standing outcome={own(outcomes, id) ?? {}} />
              </li>
            ))}
          </ul>
          <p className="more">{t.private}</p>
        </>
      ) : (
        <p className="more">{t.empty}</p>
      )}
    </section>
  )
}

function Standing({ outcome }: { outcome: Outcome }) {
  const t = useOwnOutcomeWords()
  const measured = MOMENTS.flatMap((moment) => {
    const at = outcome[moment]
    return at && at.of > 0 ? [{ moment, ...at }] : []
  })
  const late = MOMENTS.reduce((sum, moment) => sum + (outcome[moment]?.late ?? 0), 0)
  const first = measured[0]
  const last = measured.at(-1)
  const full = last && last.points >= last.of
  const up = first && last && last.points / last.of > first.points / first.of
  return (
    <>
      {measured.length > 0 && (
        <span className="num">
          {t.measured(
            measured.map(({ moment, points, of }) => ({
              moment,
              points: number(Math.round(points * 10) / 10),
              of,
            })),
          )}
        </span>
      )}
      {late > 0 && <span>{t.late(late)}</span>}
      {measured.length === 0 && late === 0 && <span className="tx-mute">{t.notYet}</span>}
      {(full || up) && (
        <span className="state tx-ok">
          {full ? (
            <Check size={16} strokeWidth={1.75} aria-hidden="true" />
          ) : (
            <TrendingUp size={16} strokeWidth={1.75} aria-hidden="true" />
          )}
          {full ? t.full : t.up}
        </span>
      )}
    </>
  )
}
