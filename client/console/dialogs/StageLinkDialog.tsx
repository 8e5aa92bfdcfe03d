import { useEffect, useState } from 'react'
import { Dialog, Notice } from '#client/kit/index.ts'
import { makeStageLink } from '../stage-link.ts'
import { useConsoleWords } from '../words.ts'
import { CopyButton } from './CodeDialog.tsx'

type Props = { open: boolean; onClose: () => void; classId: string; as?: string }

/** A link that signs a projection screen in: opened here in a window, or copied to another machine. */
export function StageLinkDialog({ open, onClose, classId, as }: Props) {
  const t = useConsoleWords()
  const [url, setUrl] = useState<string>()
  const [failure, setFailure] = useState<string>()
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    if (!open) return
    let wanted = true
    setFailure(undefined)
    makeStageLink(classId, as).then(
      (link) => wanted && setUrl(link),
      (error: unknown) => wanted && setFailure(error instanceof Error ? error.message : String(error)),
    )
    return () => {
      wanted = false
      setUrl(undefined)
    }
  }, [open, classId, as, attempt])

  return (
    <Dialog open={open} title={t.stageDialog} onClose={onClose}>
      <p>{t.stageHelp}</p>
      {failure && (
        <Notice tone="stop" role="alert">
          {t.stageFailed} {failure}
        </Notice>
      )}
      {!failure && <p className="stage-url">{url ?? t.stageMaking}</p>}
      <div className="actions">
        {failure && (
          <button type="button" className="btn" onClick={() => setAttempt(attempt + 1)}>
            {t.retry}
          </button>
        )}
        {url && (
          <>
            <CopyButton text={url} label={t.stageCopy} />
            <a className="btn main" href={url} target="_blank" rel="noreferrer" onClick={onClose}>
              {t.stageOpen}
            </a>
          </>
        )}
      </div>
    </Dialog>
  )
}
