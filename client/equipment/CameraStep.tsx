import { Camera, CameraOff } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { PartResult } from '#shared/convocation.ts'
import { CaptureHelp, DeviceChoice } from './CaptureHelp.tsx'
import { Step } from './Step.tsx'
import { useCapture } from './use-capture.ts'
import { useWords } from './words.ts'

/** The camera works once a picture has come. */
export function CameraStep({ onResult }: { onResult: (result: PartResult) => void }) {
  const t = useWords()
  const capture = useCapture('video')
  const [seen, setSeen] = useState(false)
  const video = useRef<HTMLVideoElement>(null)
  const { state, stream } = capture
  const failed = state !== 'idle' && state !== 'asking' && state !== 'on' && state !== 'off'

  useEffect(() => {
    if (video.current) video.current.srcObject = stream ?? null
  }, [stream])

  // biome-ignore lint/correctness/useExhaustiveDependencies: told when the state changes, not at every drawing
  useEffect(() => {
    if (failed) {
      setSeen(false)
      onResult(state)
    }
  }, [state])

  function pictureCame() {
    setSeen(true)
    onResult('ok')
  }

  return (
    <Step
      title={t.camera}
      state={seen ? 'ok' : failed ? 'trouble' : state === 'idle' || state === 'off' ? 'todo' : 'busy'}
    >
      <p>{seen ? t.cameraOk : t.cameraText}</p>
      <CaptureHelp part="camera" capture={capture} />
      {stream && (
        <>
          <video
            ref={video}
            className="test-video"
            aria-label={t.cameraView}
            autoPlay
            playsInline
            muted
            onLoadedData={pictureCame}
          />
          <DeviceChoice capture={capture} />
        </>
      )}
      {stream ? (
        <button type="button" className="btn" onClick={capture.stop}>
          <CameraOff size={20} strokeWidth={1.75} aria-hidden="true" />
          {t.cameraStop}
        </button>
      ) : (
        <button
          type="button"
          className={`btn ${seen || failed ? '' : 'main'}`}
          disabled={state === 'asking'}
          onClick={() => capture.start()}
        >
          <Camera size={20} strokeWidth={1.75} aria-hidden="true" />
          {seen || failed ? t.again : t.cameraStart}
        </button>
      )}
    </Step>
  )
}
