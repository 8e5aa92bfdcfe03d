/** The projection screen: what everyone sees, no names, no notes. */
import { Suspense, useEffect } from 'react'
import { elapsed } from '#client/i18n/format.ts'
import { connect, useClassInfo, useLive, useRemaining } from '#client/live/hooks.ts'
import { Slide } from '#client/slides/Slide.tsx'
import type { EveryoneView } from '#shared/views.ts'
import { fetchStageScreens, stageScreens } from './kinds.ts'
import { Plain, StageBreak } from './Plain.tsx'
import type { StageProps } from './props.ts'
import { StageLobby } from './StageLobby.tsx'
import { useStageLogin } from './use-stage-login.ts'
import { useStageWords } from './words.ts'
import './stage.css'

export default function Stage({ classId, as }: { classId: string; as?: string }) {
  const t = useStageWords()
  const login = useStageLogin(as)
  const person = login === 'refused' || login === 'waiting' ? undefined : login.personId
  const ready = login !== 'refused' && login !== 'waiting'
  useEffect(
    () => (ready ? connect({ classId, as: person, mode: 'stage' }) : undefined),
    [classId, person, ready],
  )
  useFullScreenKey()
  useEffect(fetchStageScreens, [])
  const everyone = useLive((s) => s.view?.everyone)
  const line = useLive((s) => s.line)
  if (login === 'refused' || line === 'refused')
    return (
      <div className="stage-screen">
        <Plain title={t.refused} text={t.refusedMore} />
      </div>
    )
  return (
    <div className="stage-screen">
      <div className="stage-main">
        {everyone ? <OnStage everyone={everyone} /> : <Plain title={t.connecting} />}
        {everyone && <StageTurn everyone={everyone} />}
      </div>
      {everyone && <StageAsked everyone={everyone} />}
      {line === 'cut' && (
        <p className="stage-cut" role="status">
          {t.cut}
        </p>
      )}
    </div>
  )
}

function OnStage({ everyone }: { everyone: EveryoneView }) {
  const t = useStageWords()
  const title = useClassInfo()?.title
  const { phase, stage } = everyone
  if (phase === 'lobby') return <StageLobby />
  if (phase === 'ended') return <Plain title={t.ended} text={t.thanks} />
  if ('blank' in stage) return <main className="stage-blank" aria-label={t.blank} />
  if ('breakId' in stage) return <StageBreak onStage={stage} />
  if ('activityId' in stage) return <StageActivity id={stage.activityId} everyone={everyone} />
  return (
    <main className="stage-slide">
      <h1 className="vh">{title}</h1>
      <Slide n={stage.slide} step={stage.step} fit="contain" />
    </main>
  )
}

/** A participant's question shown to all: what is on stage makes room for it. Never who asked. */
function StageAsked({ everyone: { phase, asked } }: { everyone: EveryoneView }) {
  const t = useStageWords()
  if (phase !== 'live' || !asked) return null
  return (
    <section className="stage-asked" aria-label={t.asked}>
      <p className="kick">{t.asked}</p>
      <p className={asked.text.length > LONG ? 'long' : undefined}>{asked.text}</p>
    </section>
  )
}

/** Characters from which a question is set smaller. */
const LONG = 160

/** That somebody has the floor, and the time left. Never who. */
function StageTurn({ everyone: { phase, stage, floor } }: { everyone: EveryoneView }) {
  const t = useStageWords()
  const left = useRemaining(floor.turn?.endsAt)
  // A tour de table says so by itself, and larger.
  const own = 'activityId' in stage && floor.turn?.via === stage.activityId
  if (phase !== 'live' || 'blank' in stage || own || !floor.turn) return null
  return (
    <section className="stage-turn" aria-label={t.speaking}>
      <span className="live-tag">{t.speaking}</span>
      {left !== undefined && (
        <span className="num">{left > 0 ? t.left(elapsed(left + 999)) : t.timeOver}</span>
      )}
    </section>
  )
}

function StageActivity({ id, everyone }: StageProps) {
  const kind = everyone.activities[id]?.kind ?? ''
  const Screen = Object.hasOwn(stageScreens, kind) ? stageScreens[kind] : undefined
  return (
    <Suspense fallback={<Coming title={everyone.activities[id]?.title} />}>
      {Screen && <Screen id={id} everyone={everyone} />}
    </Suspense>
  )
}

/** While its screen is fetched: the page has its title all the same. */
function Coming({ title }: { title?: string }) {
  return (
    <main className="stage-page">
      <h1 className="vh">{title}</h1>
    </main>
  )
}

/** F puts the screen full, as everywhere; never while typing, and there is nothing to type here. */
function useFullScreenKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'f' || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      const change = document.fullscreenElement
        ? document.exitFullscreen()
        : document.documentElement.requestFullscreen()
      change.catch(() => undefined)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
