/** Presentations in the participant's hand: who presents, my subject, my grades once they are given to me. */
import { useEffect, useRef } from 'react'
import { duration, fr } from '#client/i18n/format.ts'
import { announce } from '#client/kit/index.ts'
import { useClassInfo, useLive } from '#client/live/hooks.ts'
import { OwnSheet } from './OwnSheet.tsx'
import { OwnSubject } from './OwnSubject.tsx'
import type { Given, OralProps } from './props.ts'
import { Turn } from './Turn.tsx'
import { usePresentationWords } from './words.ts'
import '../question/question.css'
import '../turn.css'
import './participant.css'

export function Participant(given: Given) {
  const t = usePresentationWords()
  const roster = useClassInfo()?.roster
  const me = useLive((s) => s.view?.mine?.personId)
  const props: OralProps = { ...given, me, nameOf: (id) => roster?.[id]?.name ?? t.somebody }
  const { everyone, activityId, over, mine } = props
  const { phase, seconds, criteria } = everyone
  const open = phase === 'open' && !over
  const mayPrepare = (phase === 'ready' || open) && mine.state !== 'done' && mine.state !== 'skipped'
  useSaid(props)
  const heading = `oral-${activityId}`
  return (
    <section className="asked-question oral-room" aria-labelledby={heading}>
      <p className="kick">
        <span className={everyone.speaker ? 'live-tag' : 'state'}>
          {phase === 'ready' ? t.soon : open ? (everyone.speaker ? t.underWay : t.between) : t.over}
        </span>
      </p>
      <h1 id={heading}>{fr(everyone.title ?? t.title)}</h1>
      {open && <Turn {...props} />}
      <p>{fr(everyone.instructions)}</p>
      {seconds !== undefined && phase === 'ready' && (
        <p className="rules">{t.each(duration(seconds / 60))}</p>
      )}
      {mayPrepare && <OwnSubject {...props} />}
      {mine.sheet ? (
        <OwnSheet {...props} sheet={mine.sheet} />
      ) : (
        <>
          <h2>{t.grid}</h2>
          <ul className="grid">
            {Object.entries(criteria)
              .sort(([, a], [, b]) => a.n - b.n)
              .map(([id, { text }]) => (
                <li key={id}>{fr(text)}</li>
              ))}
          </ul>
          {mine.state === 'done' && <p className="rules">{t.notYet}</p>}
        </>
      )}
    </section>
  )
}

/** Said aloud to those who cannot see it: my turn, that it comes next, my grades. */
function useSaid({ everyone, me, again, mine }: OralProps) {
  const { phase, speaker, next } = everyone
  const away = again || me === undefined || phase !== 'open'
  const now = away ? '' : speaker === me ? 'now' : next === me ? 'next' : ''
  const sheet = mine.sheet !== undefined
  const before = useRef({ now: '', sheet })
  useEffect(() => {
    const was = before.current
    before.current = { now, sheet }
    const t = usePresentationWords.now()
    if (sheet && !was.sheet) announce(t.received)
    if (now === was.now) return
    if (now === 'now') announce(t.yours, { assertive: true })
    if (now === 'next') announce(t.youNextSaid)
  }, [now, sheet])
}
