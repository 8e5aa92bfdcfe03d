import type { ApiError } from '../api.ts'
import { Notice } from '../kit/Notice.tsx'
import { Frame } from './Frame.tsx'

/** A page while the server is asked what it needs, and when that failed. */
export function Asking({
  title,
  failure,
  onRetry,
  t,
}: {
  title: string
  failure: ApiError | undefined
  onRetry: () => void
  t: { looking: string; retry: string }
}) {
  return (
    <Frame>
      <h1>{title}</h1>
      {failure ? (
        <>
          <Notice tone="warn" role="alert">
            {failure.message}
          </Notice>
          <p className="entry-do">
            <button type="button" className="btn main" onClick={onRetry}>
              {t.retry}
            </button>
          </p>
        </>
      ) : (
        <p className="entry-sub" role="status">
          {t.looking}
        </p>
      )}
    </Frame>
  )
}
