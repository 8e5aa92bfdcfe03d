import { ArrowRight, MonitorUp } from 'lucide-react'
import { useState } from 'react'
import type { ClassRef, StageLinkAnswer } from '#shared/api.ts'
import { ApiError, post } from '../api.ts'
import { capital, date, time } from '../i18n/format.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { announce } from '../kit/LiveRegion.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Link } from '../kit/navigation.tsx'
import { seatAddress } from './enter.ts'
import { useSeatWords } from './seat-words.ts'
import { useWords } from './words.ts'

/** One class of one login, with its door: the room, or the console and the link of the projection screen. */
export function ClassRow({
  personId,
  classRef,
  lit,
}: {
  personId: string
  classRef: ClassRef
  lit: boolean
}) {
  const t = useWords()
  const seat = useSeatWords()
  const teaches = classRef.role === 'trainer' || classRef.role === 'cotrainer'
  return (
    <li>
      <div>
        <h3>{classRef.title}</h3>
        <p>
          {capital(date(classRef.startsAt, classRef.timeZone))}, {time(classRef.startsAt, classRef.timeZone)}
        </p>
      </div>
      {teaches ? (
        <StageLink personId={personId} classRef={classRef} />
      ) : (
        <Link
          className="btn quiet"
          href={`/seance/${classRef.id}?as=${encodeURIComponent(personId)}`}
          aria-label={seat.moreOf(classRef.title)}
        >
          {seat.more}
        </Link>
      )}
      <Link
        className={`btn ${lit ? 'lamp' : ''}`}
        href={seatAddress(personId, classRef)}
        aria-label={teaches ? t.openConsoleOf(classRef.title) : t.openRoomOf(classRef.title)}
      >
        {teaches ? t.openConsole : t.openRoom}
        <ArrowRight size={20} strokeWidth={1.75} aria-hidden="true" />
      </Link>
    </li>
  )
}

/** The link is made when asked for: it signs a screen in, so it is not left lying about. */
function StageLink({ personId, classRef }: { personId: string; classRef: ClassRef }) {
  const t = useWords()
  const [url, setUrl] = useState<string>()
  const [failure, setFailure] = useState<string>()
  const [open, setOpen] = useState(false)
  const [copied, setCopied] = useState(false)

  async function ask() {
    setOpen(true)
    setCopied(false)
    setFailure(undefined)
    setUrl(undefined)
    try {
      const answer = await post<StageLinkAnswer>(
        `/api/classes/${classRef.id}/stage-link`,
        {},
        { as: personId },
      )
      setUrl(answer.url)
    } catch (error) {
      setFailure(error instanceof ApiError ? error.message : String(error))
    }
  }

  async function copy() {
    if (!url) return
    await navigator.clipboard.writeText(url)
    setCopied(true)
    announce(t.copied)
  }

  return (
    <>
      <button type="button" className="btn quiet" aria-label={t.screenOf(classRef.title)} onClick={ask}>
        <MonitorUp size={20} strokeWidth={1.75} aria-hidden="true" />
        {t.screen}
      </button>
      <Dialog open={open} title={t.screenTitle} onClose={() => setOpen(false)}>
        <p>{t.screenText}</p>
        {failure && (
          <Notice tone="stop" role="alert">
            {failure}
          </Notice>
        )}
        {url && (
          <>
            <input
              className="in sm"
              readOnly
              value={url}
              aria-label={t.screenTitle}
              onFocus={(e) => e.target.select()}
            />
            <div className="actions">
              <button type="button" className="btn" onClick={copy}>
                {copied ? t.copied : t.copy}
              </button>
              <a className="btn main" href={url} target="_blank" rel="noreferrer">
                {t.screenOpen}
              </a>
            </div>
          </>
        )}
      </Dialog>
    </>
  )
}
