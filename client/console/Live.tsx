/** The centre: what is on stage, what comes next beside it, the notes below. */
import { Coffee } from 'lucide-react'
import { time } from '#client/i18n/format.ts'
import { useSlide } from '#client/live/hooks.ts'
import { Slide } from '#client/slides/Slide.tsx'
import type { ClassInfo } from '#shared/api.ts'
import type { EveryoneView, TrainerView } from '#shared/views.ts'
import { ActivityLive } from './ActivityLive.tsx'
import type { Commands } from './commands.ts'
import { LiveTag, Watching } from './LiveTag.tsx'
import { NextUp, NextWords } from './NextUp.tsx'
import { Notes } from './Notes.tsx'
import type { Person } from './people.ts'
import { minutes } from './plan-times.ts'
import { useNow } from './use-now.ts'
import { useConsoleWords } from './words.ts'

type Props = {
  info: ClassInfo
  everyone: EveryoneView
  trainer: TrainerView
  people: Person[]
  commands: Commands
  /** Where the activity puts its own actions. */
  slab?: HTMLElement
}

export function Live(props: Props) {
  const { stage } = props.trainer
  if ('activityId' in stage)
    return (
      <ActivityLive {...props} activityId={stage.activityId}>
        <NextWords info={props.info} trainer={props.trainer} />
      </ActivityLive>
    )
  if ('breakId' in stage) return <OnBreak {...props} stage={stage} />
  return <OnSlide {...props} slide={stage.slide} step={stage.step} />
}

function OnSlide({ info, everyone, trainer, people, slide, step }: Props & { slide: number; step: number }) {
  const t = useConsoleWords()
  const content = useSlide(slide)
  const steps = content?.steps ?? 0
  return (
    <div className="live">
      <div className="bar1">
        <LiveTag blank={trainer.blank} />
        <span className="num where">{t.slideOf(slide, everyone.deck.slides)}</span>
        {steps > 0 && <Steps step={step} steps={steps} />}
        <Watching people={people} />
      </div>
      <div className={trainer.blank ? 'onstage blanked' : 'onstage'}>
        {trainer.blank && <p className="blank-note">{t.blankNote}</p>}
        <div className="stagebox">
          <Slide n={slide} step={step} fit="width" />
        </div>
        <div className="plinth" />
      </div>
      <NextUp info={info} trainer={trainer} />
      <Notes text={content?.notes} loading={!content} />
    </div>
  )
}

function Steps({ step, steps }: { step: number; steps: number }) {
  const t = useConsoleWords()
  return (
    <span className="state tx-mute steps">
      {t.stepOf(step, steps)}
      {steps <= 12 && (
        <span className="frag" aria-hidden="true">
          {Array.from({ length: steps }, (_, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
            <i key={k} className={k < step ? undefined : 'o'} />
          ))}
        </span>
      )}
    </span>
  )
}

type BreakStage = Extract<TrainerView['stage'], { breakId: string }>

function OnBreak({ info, trainer, people, stage }: Props & { stage: BreakStage }) {
  const t = useConsoleWords()
  const now = useNow(5000)
  const end = stage.since + stage.minutes * 60_000
  return (
    <div className="live">
      <div className="bar1">
        <LiveTag blank={trainer.blank} />
        <span className="where">{t.pause}</span>
        <Watching people={people} />
      </div>
      <div className="onstage">
        <div className="stagebox pausebox">
          <Coffee size={44} strokeWidth={1.5} aria-hidden="true" />
          <h2>{stage.title}</h2>
          <p className="num">
            {now < end ? t.pauseUntil(time(end, info.timeZone)) : t.pauseOver(minutes(now - end))}
          </p>
        </div>
        <div className="plinth" />
      </div>
      <NextUp info={info} trainer={trainer} />
    </div>
  )
}
