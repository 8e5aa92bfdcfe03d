import { Mic, MicOff } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { PartResult } from '#shared/convocation.ts'
import { Notice } from '../kit/Notice.tsx'
import { CaptureHelp, DeviceChoice } from './CaptureHelp.tsx'
import { Step } from './Step.tsx'
import { listen } from './sound.ts'
import { useCapture } from './use-capture.ts'
import { useWords } from './words.ts'

/** Silence for this long is worth a word of advice. */
const SILENCE_MS = 8000

/** The microphone works once somebody was heard in it. */
export function MicrophoneStep({ onResult }: { onResult: (result: PartResult) => void }) {
  const t = useWords()
  const capture = useCapture('audio')
  const [heard, setHeard] = useState(false)
  const [silent, setSilent] = useState(false)
  const [level, setLevel] = useState(0)
  const report = useRef(onResult)
  report.current = onResult
  const { state, stream } = capture
  const failed = state !== 'idle' && state !== 'asking' && state !== 'on' && state !== 'off'

  useEffect(() => {
    if (failed) {
      setHeard(false)
      report.current(state as PartResult)
    }
  }, [state, failed])

  useEffect(() => {
    if (!stream) return
    let known = false
    setSilent(false)
    const timer = setTimeout(() => {
      if (known) return
      setSilent(true)
      report.current('unheard')
    }, SILENCE_MS)
    const stop = listen(stream, (now, somebody) => {
      setLevel(now)
      if (!somebody || known) return
      known = true
      setHeard(true)
      setSilent(false)
      report.current('ok')
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [stream])

  return (
    <Step
      title={t.microphone}
      state={
        heard ? 'ok' : failed || silent ? 'trouble' : state === 'idle' || state === 'off' ? 'todo' : 'busy'
      }
    >
      <p>{heard ? t.microphoneOk : stream ? t.microphoneListening : t.microphoneText}</p>
      <CaptureHelp part="microphone" capture={capture} />
      {stream && (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: a meter element cannot be drawn alike everywhere */}
          <div
            className="test-level"
            role="meter"
            aria-label={t.microphoneLevel}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(level * 100)}
          >
            <i style={{ transform: `scaleX(${level})` }} />
          </div>
          {silent && !heard && (
            <Notice tone="warn" role="status">
              {t.unheard}
            </Notice>
          )}
          <DeviceChoice capture={capture} />
        </>
      )}
      {stream ? (
        <button type="button" className="btn" onClick={capture.stop}>
          <MicOff size={20} strokeWidth={1.75} aria-hidden="true" />
          {t.microphoneStop}
        </button>
      ) : (
        <button
          type="button"
          className={`btn ${heard || failed ? '' : 'main'}`}
          disabled={state === 'asking'}
          onClick={() => capture.start()}
        >
          <Mic size={20} strokeWidth={1.75} aria-hidden="true" />
          {heard || failed ? t.again : t.microphoneStart}
        </button>
      )}
    </Step>
  )
}
