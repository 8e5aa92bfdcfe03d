/** What to do when something goes wrong, language and appearance, and the way out. */
import { useState } from 'react'
import { post } from '#client/api.ts'
import { Dialog, Notice } from '#client/kit/index.ts'
import { Preferences } from '#client/kit/Preferences.tsx'
import { forgetEverything, useClassInfo, useLive } from '#client/live/hooks.ts'
import { forgetKeptUnder } from '#client/live/kept.ts'
import { useLaterWords } from './later-words.ts'

type Props = { open: boolean; onClose: () => void; onLeave: () => void }

export function HelpDialog({ open, onClose, onLeave }: Props) {
  const t = useLaterWords()
  const info = useClassInfo()
  return (
    <Dialog open={open} onClose={onClose} title={t.helpTitle}>
      <dl className="help">
        {Object.values(t.helpItems).map(({ q, a }) => (
          <div key={q}>
            <dt>{q}</dt>
            <dd>{a}</dd>
          </div>
        ))}
      </dl>
      {info && <p className="tx-mute">{t.trainer(info.trainerName)}</p>}
      <Preferences />
      <Leave onLeave={onLeave} />
    </Dialog>
  )
}

/** Asks first when the server has not yet stored everything. */
function Leave({ onLeave }: { onLeave: () => void }) {
  const t = useLaterWords()
  const as = useLive((s) => s.view?.mine?.personId ?? s.as)
  const classId = useLive((s) => s.classId)
  const waiting = useLive((s) => s.pending.length)
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string>()
  const leave = async () => {
    try {
      await post('/api/logout', {}, { as })
      await forgetEverything()
      await forgetKeptUnder(`${classId}/${as}`)
      onLeave()
    } catch (error) {
      setProblem((error as Error).message)
    }
  }
  return (
    <>
      {problem && (
        <Notice tone="stop" role="alert">
          {problem}
        </Notice>
      )}
      {asking && waiting > 0 && <Notice tone="warn">{t.leaveAsk(waiting)}</Notice>}
      <div className="actions">
        {asking && waiting > 0 ? (
          <>
            <button type="button" className="btn main" onClick={() => setAsking(false)}>
              {t.stay}
            </button>
            <button type="button" className="btn stop" onClick={() => void leave()}>
              {t.leaveAnyway}
            </button>
          </>
        ) : (
          <button
            type="button"
            className="btn"
            onClick={() => (waiting > 0 ? setAsking(true) : void leave())}
          >
            {t.leave}
          </button>
        )}
      </div>
    </>
  )
}
