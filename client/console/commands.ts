/** What the trainer's gestures send, and what is said when one fails. */
import { useEffect, useRef, useState } from 'react'
import { send, useLive } from '#client/live/hooks.ts'
import type { Ack } from '#shared/types.ts'
import type { TrainerView } from '#shared/views.ts'
import { type ConsoleWords, useConsoleWords } from './words.ts'

export type Notice = { tone: 'warn' | 'stop' | 'info'; text: string }

const MOVED_BEFORE_SAYING = 3

function failure(ack: Ack, t: ConsoleWords): string {
  if (ack.ok) return ''
  const { code, reason } = ack.error
  // The line itself gave up, and says why to the reader.
  if (code === 'busy') return reason
  if (code === 'storage') return t.failedStorage
  if (code === 'forbidden') return t.failedForbidden
  return t.failed(reason)
}

export type Commands = ReturnType<typeof useCommands>

export function useCommands(trainer: TrainerView | undefined, phase: 'lobby' | 'live' | 'ended') {
  const t = useConsoleWords()
  const online = useLive((live) => live.line === 'connected')
  const [notice, setNotice] = useState<Notice>()
  const [busy, setBusy] = useState(false)
  const inFlight = useRef(false)
  const movedInARow = useRef(0)
  // What failed because the line was cut needs no word once it is back.
  useEffect(() => {
    if (online) setNotice(undefined)
  }, [online])

  async function run(type: string, payload: object = {}, activityId?: string): Promise<Ack> {
    const ack = await send(type, payload, activityId)
    if (ack.ok) {
      movedInARow.current = 0
      setNotice(undefined)
    } else if (ack.error.code === 'moved') {
      // Somebody else already moved: what we wanted has happened. Only worth a word when it goes on.
      movedInARow.current += 1
      if (movedInARow.current >= MOVED_BEFORE_SAYING) setNotice({ tone: 'info', text: t.moved })
    } else {
      setNotice({ tone: 'stop', text: failure(ack, t) })
    }
    return ack
  }

  /** A key pressed again before the answer to the first meant the same thing: it is not sent twice. */
  async function move(type: 'plan.next' | 'plan.back' | 'class.start') {
    if (inFlight.current) return
    inFlight.current = true
    setBusy(true)
    try {
      await run(type, type === 'class.start' || !trainer ? {} : { at: trainer.plan.at })
    } finally {
      inFlight.current = false
      setBusy(false)
    }
  }

  return {
    online,
    busy,
    notice,
    say: setNotice,
    run,
    next: () => move(phase === 'lobby' ? 'class.start' : 'plan.next'),
    back: () => move('plan.back'),
    showItem: (itemId: string) => run('stage.show', { itemId }),
    showSlide: (slide: number) => run('stage.show', { slide }),
    showActivity: (activityId: string) => run('stage.show', { activityId }),
    blank: () => run('stage.show', { blank: !trainer?.blank }),
    ask: (definition: { kind: string; [key: string]: unknown }) =>
      run('activity.ask', { kind: definition.kind, definition }),
    end: () => run('class.end'),
  }
}
