/** Top line: where we are in the day, and the state of the line in words. */
import { CloudOff, LoaderCircle, User, Wifi } from 'lucide-react'
import { Mark } from '#client/kit/index.ts'
import { retryNow, useClassInfo, useLive } from '#client/live/hooks.ts'
import { useRoomWords } from './words.ts'

export function Header() {
  const info = useClassInfo()
  const sectionId = useLive((s) =>
    s.view?.everyone.phase === 'live' ? s.view.everyone.sectionId : undefined,
  )
  const personId = useLive((s) => s.view?.mine?.personId)
  const section = info?.sections.find(({ id }) => id === sectionId)
  const name = personId && info?.roster[personId]?.name
  return (
    <>
      <header className="rt">
        <Mark />
        <span className="sec">{section?.short ?? info?.course.title}</span>
        <LineState />
        {name && (
          <span className="me">
            <User size={16} strokeWidth={1.75} aria-hidden="true" />
            {name}
          </span>
        )}
      </header>
      <CutNotice />
    </>
  )
}

function LineState() {
  const t = useRoomWords()
  const line = useLive((s) => s.line)
  if (line === 'connected')
    return (
      <span className="cx tx-ok" data-line="connected">
        <Wifi size={16} strokeWidth={1.75} aria-hidden="true" />
        {t.connected}
      </span>
    )
  if (line === 'cut')
    return (
      <span className="cx tx-warn" data-line="cut">
        <CloudOff size={16} strokeWidth={1.75} aria-hidden="true" />
        {t.cut}
      </span>
    )
  return (
    <span className="cx tx-mute" data-line={line}>
      <LoaderCircle size={16} strokeWidth={1.75} aria-hidden="true" />
      {t.connecting}
    </span>
  )
}

function CutNotice() {
  const t = useRoomWords()
  const cut = useLive((s) => s.line === 'cut')
  const onDevice = useLive((s) => s.keptOn === 'device')
  const waiting = useLive((s) => s.pending.length)
  if (!cut) return null
  return (
    <section className="cut-strip" aria-label={t.cut}>
      <p>
        <b>{onDevice ? t.cutKept : t.cut}.</b> {waiting > 0 && t.cutWaiting(waiting)}{' '}
        {!onDevice && t.cutMemory}
        <span className="wide"> {t.cutAdvice}</span>
      </p>
      <button type="button" className="btn sm" onClick={retryNow}>
        {t.retry}
      </button>
    </section>
  )
}
