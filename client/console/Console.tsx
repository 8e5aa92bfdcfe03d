/** The trainer's console: connects, says why when it cannot, else shows the desk. */
import { type ReactNode, useEffect } from 'react'
import { Mark, Notice } from '#client/kit/index.ts'
import { connect, useClassInfo, useLive } from '#client/live/hooks.ts'
import { Desk } from './Desk.tsx'
import { useConsoleWords } from './words.ts'
import './console.css'

export default function Console({ classId, as }: { classId: string; as?: string }) {
  const t = useConsoleWords()
  useEffect(() => connect({ classId, as, mode: 'console' }), [classId, as])
  const info = useClassInfo()
  const line = useLive((live) => live.line)
  const refusal = useLive((live) => live.refusal)
  const view = useLive((live) => live.view)

  if (line === 'refused') {
    const why =
      refusal === 'seat'
        ? t.refusedSeat
        : refusal === 'class'
          ? t.refusedClass
          : refusal === 'origin'
            ? t.refusedOrigin
            : t.refusedLogin
    return (
      <Waiting>
        <Notice tone="stop" role="alert">
          {why}
        </Notice>
        <a className="btn main" href="/">
          {t.signIn}
        </a>
      </Waiting>
    )
  }
  if (!view) return <Waiting>{t.connecting}</Waiting>
  if (!view.trainer) {
    return (
      <Waiting>
        <Notice tone="info">{t.notTrainer}</Notice>
        <a className="btn main" href={`/salle/${classId}${as ? `?as=${encodeURIComponent(as)}` : ''}`}>
          {t.toRoom}
        </a>
      </Waiting>
    )
  }
  if (!info) return <Waiting>{t.loading}</Waiting>
  return <Desk classId={classId} as={as} info={info} everyone={view.everyone} trainer={view.trainer} />
}

function Waiting({ children }: { children: ReactNode }) {
  return (
    <main className="console-wait">
      <h1 className="vh">Estrade</h1>
      <Mark />
      <div role="status">{children}</div>
    </main>
  )
}
