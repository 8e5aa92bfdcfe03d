/** Screens that only say something: connecting, paused, refused, left. */
import { type ReactNode, useEffect, useState } from 'react'
import { Mark } from '#client/kit/index.ts'
import { useLive } from '#client/live/hooks.ts'
import { Main } from './Main.tsx'
import { useRoomWords } from './words.ts'

export function Quiet({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  return (
    <Main className="quiet-screen">
      <div>
        <h1>{title}</h1>
        {text && <p>{text}</p>}
        {children}
      </div>
    </Main>
  )
}

const LONG_MS = 6000

export function Connecting() {
  const t = useRoomWords()
  const [long, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS)
    return () => clearTimeout(timer)
  }, [])
  return <Quiet title={t.loadingTitle} text={long ? t.loadingLong : t.loadingMore} />
}

export function Blank() {
  const t = useRoomWords()
  return <Quiet title={t.blankTitle} text={t.blankMore} />
}

export function Refused() {
  const t = useRoomWords()
  const code = useLive((s) => s.refusal) ?? 'login'
  return <Bare title={t.refused[code].title} text={t.refused[code].text} />
}

export function Left() {
  const t = useRoomWords()
  return <Bare title={t.left} text={t.leftMore} />
}

/** Without slab: there is no class behind. */
function Bare({ title, text }: { title: string; text: string }) {
  const t = useRoomWords()
  return (
    <div className="room bare">
      <header className="rt">
        <Mark />
      </header>
      <Quiet title={title} text={text}>
        <a className="btn main" href="/">
          {t.signIn}
        </a>
      </Quiet>
    </div>
  )
}
