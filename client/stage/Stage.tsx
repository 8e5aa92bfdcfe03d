/** The projection screen: what everyone sees, no names, no notes. */
import { Suspense, useEffect } from 'react'
import { connect, useLive } from '#client/live/hooks.ts'
import { Slide } from '#client/slides/Slide.tsx'
import type { EveryoneView } from '#shared/views.ts'
import { fetchStageScreens, type StageProps, stageScreens } from './kinds.ts'
import { Plain, StageBreak } from './Plain.tsx'
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
      {everyone ? <OnStage everyone={everyone} /> : <Plain title={t.connecting} />}
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
  const { phase, stage } = everyone
  if (phase === 'lobby') return <StageLobby />
  if (phase === 'ended') return <Plain title={t.ended} text={t.thanks} />
  if ('blank' in stage) return <main className="stage-blank" aria-label={t.blank} />
  if ('breakId' in stage) return <StageBreak onStage={stage} />
  if ('activityId' in stage) return <StageActivity id={stage.activityId} everyone={everyone} />
  return (
    <main className="stage-slide">
      <Slide n={stage.slide} step={stage.step} fit="contain" />
    </main>
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
