/**
 * What a person types in a form: shown at once, kept on the device, sent at most every 2 s and whenever the field is
 * left, the copy sent or the page hidden. What is on its way stays kept until the server has stored it.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { sendDraft } from '#client/live/draft.ts'
import type { FieldValue } from './definition.ts'
import type { ScenarioProps } from './participant-model.ts'
import type { ScenarioCommand, Written } from './work.ts'

const EVERY_MS = 2000
const PREFIX = 'estrade-work'

type Typed = { value: FieldValue; base: number }
type Fields = Record<string, Typed>

export type Work = {
  /** What stands in a field, typed just now or stored. */
  value(field: string): FieldValue | undefined
  /** What was typed is not on its way yet. */
  unsent: boolean
  type(field: string, value: FieldValue): void
  /** Sends what was typed so far. */
  flush(): void
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

export function useWork(props: ScenarioProps): Work {
  const { activityId, draftsUnder, mine, allPending, connected, send } = props
  const key = `${PREFIX}/${draftsUnder}/${activityId}`
  const values = mine.copy?.values
  const [typed, setTyped] = useState<Fields>(() => recovered(key, values))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const now = useRef({ typed, values, editable: mine.copy?.editable, connected, send })
  now.current = { typed, values, editable: mine.copy?.editable, connected, send }

  const change = useCallback((next: Fields) => {
    now.current.typed = next
    setTyped(next)
  }, [])

  const flush = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    const { typed, editable = [], send } = now.current
    const ready = Object.entries(typed).filter(([field]) => editable.includes(field))
    if (ready.length === 0) return
    const fields = Object.fromEntries(ready)
    send({ type: 'write', fields } satisfies ScenarioCommand)
    change(Object.fromEntries(Object.entries(typed).filter(([field]) => !(field in fields))))
  }, [change])

  const type = useCallback(
    (field: string, value: FieldValue) => {
      const { typed, values } = now.current
      const base = typed[field]?.base ?? values?.[field]?.v ?? 0
      change({ ...typed, [field]: { value, base } })
      sendDraft(activityId, { [field]: value as string })
      // Without a line, what leaves a field is queued: not every two seconds of typing.
      timer.current ??= setTimeout(() => {
        timer.current = undefined
        if (now.current.connected) flush()
      }, EVERY_MS)
    },
    [activityId, change, flush],
  )

  useKept(key, typed, allPending)
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') flush()
    }
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', flush)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [flush])
  // What an earlier page left, or what was typed while cut.
  const able = mine.copy !== undefined && connected
  useEffect(() => {
    if (able) flush()
  }, [able, flush])

  return useMemo(
    () => ({
      value: (field: string) => typed[field]?.value ?? values?.[field]?.value,
      unsent: Object.keys(typed).length > 0,
      type,
      flush,
    }),
    [typed, values, type, flush],
  )
}

/** Keeps on the device what the server has not stored: typed, or on its way. */
function useKept(key: string, typed: Fields, pending: ScenarioProps['allPending']): void {
  useEffect(() => {
    const onTheWay = pending.map(({ payload }) => payload as ScenarioCommand)
    const fields: Fields = {}
    for (const command of onTheWay) if (command.type === 'write') Object.assign(fields, command.fields)
    write(key, { ...fields, ...typed })
  }, [key, typed, pending])
}

/** What an earlier page had typed and that is not stored as it was. */
function recovered(key: string, values: Record<string, Written> | undefined): Fields {
  try {
    const kept: Fields = JSON.parse(localStorage.getItem(key) ?? '{}')
    return Object.fromEntries(
      Object.entries(kept).filter(([field, { value }]) => !same(value, values?.[field]?.value)),
    )
  } catch {
    return {}
  }
}

function write(key: string, fields: Fields): void {
  try {
    if (Object.keys(fields).length === 0) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(fields))
  } catch {
    // Storage refused by the browser: what is typed lives as long as the page.
  }
}
