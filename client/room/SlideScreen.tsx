/** A slide: whole, then its text again at reading size; earlier ones are a touch away. */
import { ChevronLeft, ChevronRight, Maximize, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useLive, useSlide } from '#client/live/hooks.ts'
import { Slide } from '#client/slides/Slide.tsx'
import { Main } from './Main.tsx'
import { ReadingText } from './ReadingText.tsx'
import type { Following } from './use-following.ts'
import { useMedia } from './use-media.ts'
import { useRoomWords } from './words.ts'

type Props = { n: number /** All fragments when left out. */; step?: number; following: Following }

/** Wide enough, or a phone lying down: the slide takes the height it has. */
const ROOMY = '(min-width: 900px), (orientation: landscape) and (max-height: 480px)'

export function SlideScreen({ n, step, following }: Props) {
  const t = useRoomWords()
  const of = useLive((s) => s.view?.everyone.deck.slides ?? 0)
  const seen = useLive((s) => s.view?.everyone.seen ?? 0)
  const roomy = useMedia(ROOMY)
  const [large, setLarge] = useState(false)
  const slide = useSlide(n)
  const behind = following.looking !== undefined
  const go = (to: number) => (to === following.liveSlide ? following.follow() : following.look({ slide: to }))
  const position = (
    <>
      <span className={behind ? 'state' : 'live-tag'}>{behind ? t.behind : t.live}</span>
      <span className="tx-mute num">{t.position(n, of)}</span>
    </>
  )
  return (
    <Main className={`slide-screen${behind ? ' behind' : ''}`}>
      <h1 className="vh">{slide?.title ?? t.position(n, of)}</h1>
      <div className="st">
        <Slide n={n} step={step} fit={roomy ? 'contain' : 'width'} />
      </div>
      <div className="seq">
        {position}
        <span className="sp" />
        <Step icon="previous" label={t.previous} disabled={n <= 1} onClick={() => go(n - 1)} />
        <Step
          icon="next"
          label={n < seen ? t.next : t.nextNotYet}
          disabled={n >= seen}
          onClick={() => go(n + 1)}
        />
        <button type="button" aria-label={t.enlarge} onClick={() => setLarge(true)}>
          <Maximize size={20} strokeWidth={1.75} aria-hidden="true" />
        </button>
      </div>
      <ReadingText slide={slide} complete={step === undefined || !slide || step >= slide.steps} />
      {large && (
        <Enlarged onClose={() => setLarge(false)}>
          <Slide n={n} step={step} fit="contain" />
        </Enlarged>
      )}
    </Main>
  )
}

type StepProps = { icon: 'previous' | 'next'; label: string; disabled: boolean; onClick: () => void }

function Step({ icon, label, disabled, onClick }: StepProps) {
  const Icon = icon === 'previous' ? ChevronLeft : ChevronRight
  return (
    <button type="button" aria-label={label} disabled={disabled} onClick={onClick}>
      <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
    </button>
  )
}

/** The slide alone on the screen; in real full screen where the browser allows it. */
function Enlarged({ onClose, children }: { onClose: () => void; children: React.ReactNode }) {
  const t = useRoomWords()
  const [box, setBox] = useState<HTMLDialogElement | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once, closed when unmounted
  useEffect(() => {
    if (!box) return
    const before = document.activeElement
    box.showModal()
    document.documentElement.requestFullscreen?.().catch(() => undefined)
    const onFullScreen = () => {
      if (!document.fullscreenElement) onClose()
    }
    document.addEventListener('fullscreenchange', onFullScreen)
    return () => {
      document.removeEventListener('fullscreenchange', onFullScreen)
      if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined)
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [box])
  return (
    <dialog ref={setBox} className="enlarged" aria-label={t.enlarge} onClose={onClose}>
      {children}
      <p className="turn">{t.turn}</p>
      <button type="button" className="btn" onClick={onClose}>
        <X size={20} strokeWidth={1.75} aria-hidden="true" />
        {t.reduce}
      </button>
    </dialog>
  )
}
