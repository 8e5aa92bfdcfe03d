/** One objective at its three moments: a bar that rises, and the same in words and numbers. */
import { number } from '#client/i18n/format.ts'
import type { Outcome } from '#shared/views.ts'
import { MOMENTS, percentage, share } from './progress.ts'
import { useOutcomeWords } from './words.ts'

/** `as`: points out of a number of questions for a person, a percentage for the group. */
export function OutcomeCell({ outcome, as }: { outcome: Outcome; as: 'points' | 'percent' }) {
  const t = useOutcomeWords()
  const late = MOMENTS.flatMap((moment) => {
    const n = outcome[moment]?.late
    return n ? [t.late(n, t.short[moment])] : []
  })
  return (
    <>
      <ul className="oc">
        {MOMENTS.map((moment) => {
          const measured = outcome[moment]
          const part = share(measured)
          return (
            <li key={moment} className={part === undefined ? 'oc-m none' : 'oc-m'}>
              <span className="oc-bar" aria-hidden="true">
                {part !== undefined && <i style={{ height: `${Math.max(part * 100, 4)}%` }} />}
              </span>
              <span className="vh">{t.moments[moment]}, </span>
              {measured && part !== undefined ? (
                <span className="num">
                  {as === 'percent'
                    ? t.percent(percentage(part))
                    : t.score(points(measured.points), measured.of)}
                </span>
              ) : (
                <>
                  <span aria-hidden="true">{t.none}</span>
                  <span className="vh">{t.unmeasured}</span>
                </>
              )}
            </li>
          )
        })}
      </ul>
      {late.length > 0 && <p className="oc-late">{late.join(', ')}</p>}
    </>
  )
}

/** Points as they are read: one decimal at most. */
export function points(value: number): string {
  return number(Math.round(value * 10) / 10)
}
