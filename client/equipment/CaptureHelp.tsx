import { useId } from 'react'
import { Notice } from '../kit/Notice.tsx'
import { browserName } from './browser-name.ts'
import type { Capture } from './use-capture.ts'
import { useWords } from './words.ts'

/** Why the camera or microphone cannot be used, and how to mend it in this very browser. */
export function CaptureHelp({ part, capture }: { part: 'camera' | 'microphone'; capture: Capture }) {
  const t = useWords()
  const { state } = capture
  if (state === 'asking') return <Notice tone="info">{t.asking}</Notice>
  if (state === 'idle' || state === 'on' || state === 'off') return null
  if (!navigator.mediaDevices) return <Notice tone="stop">{t.insecure}</Notice>
  return (
    <Notice tone="stop" role="alert">
      {t[state][part]} {state === 'refused' && t.allow[browserName()]}
    </Notice>
  )
}

/** Another camera or microphone, where there are several. */
export function DeviceChoice({ capture }: { capture: Capture }) {
  const t = useWords()
  const id = useId()
  const { devices, device, start } = capture
  if (devices.length < 2) return null
  return (
    <div className="f">
      <label htmlFor={id}>{t.choose}</label>
      <select className="in" id={id} value={device ?? ''} onChange={(event) => start(event.target.value)}>
        {devices.map(({ id: value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
