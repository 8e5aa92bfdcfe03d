/** The camera or the microphone: asked for by a gesture, and given back when the page is left. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PartResult } from '#shared/convocation.ts'

export type Capture = {
  state: 'idle' | 'asking' | 'on' | 'off' | Extract<PartResult, 'refused' | 'missing' | 'busy' | 'failed'>
  stream?: MediaStream
  devices: { id: string; label: string }[]
  device?: string
  start(deviceId?: string): Promise<void>
  stop(): void
}

export function useCapture(kind: 'video' | 'audio'): Capture {
  const [state, setState] = useState<Capture['state']>('idle')
  const [stream, setStream] = useState<MediaStream>()
  const [devices, setDevices] = useState<Capture['devices']>([])
  const held = useRef<MediaStream>(undefined)
  const left = useRef(false)

  const release = useCallback(() => {
    for (const track of held.current?.getTracks() ?? []) track.stop()
    held.current = undefined
  }, [])

  useEffect(() => {
    left.current = false
    return () => {
      left.current = true
      release()
    }
  }, [release])

  async function start(deviceId?: string): Promise<void> {
    release()
    setStream(undefined)
    setState('asking')
    try {
      const wanted = deviceId ? { deviceId: { exact: deviceId } } : true
      const opened = await navigator.mediaDevices.getUserMedia({ [kind]: wanted })
      if (left.current) {
        for (const track of opened.getTracks()) track.stop()
        return
      }
      held.current = opened
      setStream(opened)
      setState('on')
      const all = await navigator.mediaDevices.enumerateDevices()
      setDevices(
        all
          .filter((one) => one.kind === `${kind}input` && one.deviceId)
          .map(({ deviceId: id, label }, n) => ({ id, label: label || String(n + 1) })),
      )
    } catch (error) {
      setState(reasonOf(error))
    }
  }

  return {
    state,
    stream,
    devices,
    device: stream?.getTracks()[0]?.getSettings().deviceId,
    start,
    stop() {
      release()
      setStream(undefined)
      setState('off')
    },
  }
}

function reasonOf(error: unknown): 'refused' | 'missing' | 'busy' | 'failed' {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing'
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy'
  return 'failed'
}
