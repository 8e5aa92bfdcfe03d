/** The centre: what is on stage, what comes next beside it, the notes below. */
import { Coffee } from 'lucide-react'
import { Suspense } from 'react'
import { time } from '#client/i18n/format.ts'
import { useSlide } from '#client/live/hooks.ts'
import { Slide } from '#client/slides/Slide.tsx'
import type { ClassInfo } from '#shared/api.ts'
import type { EveryoneView, TrainerView } from '#shared/views.ts'
import { trainerScreens } from './activity-screens.ts'
import type { Commands } from './commands.ts'
import { NextUp, NextWords } from './NextUp.tsx'
import { Notes } from './Notes.tsx'
import type { Person } from './people.ts'
import { minutes } from './plan-times.ts'
import { usePreferences } from './preferences.ts'
import { useNow } from './use-now.ts'
import { useConsoleWords } from './words.ts'

type Props = {
  info: ClassInfo
  everyone: EveryoneView
  trainer: TrainerView
  people: Person[]
  commands: Commands
}

export function Live(props: Props) {
  const { stage } = props.trainer
  if ('activityId' in stage) return <OnActivity {...props} activityId={stage.activityId} />
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

function LiveTag({ blank, word }: { blank: boolean; word?: string }) {
  const t = useConsoleWords()
  return (
    <span className={blank ? 'live-tag off' : 'live-tag'}>{blank ? t.blankOn : (word ?? t.onScreen)}</span>
  )
}

/** How many participants have this screen before their eyes: online, and not looking back. */
function Watching({ people }: { people: Person[] }) {
  const t = useConsoleWords()
  const n = people.filter(({ presence }) => presence?.online && presence.behind === undefined).length
  return (
    <span className="r watching">{n === 0 ? t.watchingNone : n === 1 ? t.watchingOne : t.watching(n)}</span>
  )
}

function OnActivity({
  info,
  everyone,
  trainer,
  people,
  commands,
  activityId,
}: Props & { activityId: string }) {
  const t = useConsoleWords()
  const now = useNow()
  const { namesHidden, set } = usePreferences()
  const activity = everyone.activities[activityId]
  const own = trainer.activities[activityId]
  const Screen = activity && trainerScreens[activity.kind]
  const votes = { ready: t.voteReady, open: t.voteOpen, closed: t.voteClosed, revealed: t.voteRevealed }
  const asks = { ready: t.askReady, open: t.askOpen, closed: t.askClosed, revealed: t.askRevealed }
  const phaseWord = activity && (activity.kind === 'open-question' ? asks : votes)[activity.phase]
  return (
    <div className="live q">
      <div className="bar1">
        <LiveTag blank={trainer.blank} word={phaseWord} />
        <span className="where">{activity?.title}</span>
        <Watching people={people} />
      </div>
      {Screen && activity && own ? (
        <Suspense fallback={<p className="empty">{t.loading}</p>}>
          <Screen
            activityId={activityId}
            everyone={activity}
            trainer={own}
            people={Object.fromEntries(
              people.map(({ personId, name, presence }) => [
                personId,
                { name, online: presence?.online ?? false, since: presence?.since },
              ]),
            )}
            order={people.map((person) => person.personId)}
            others={others(everyone, trainer)}
            namesHidden={namesHidden}
            hideNames={(hidden) => set({ namesHidden: hidden })}
            now={now}
            online={commands.online}
            send={(type, payload = {}) => commands.run(type, payload, activityId)}
          />
        </Suspense>
      ) : (
        <p className="empty">{Screen ? t.loading : t.unknownKind}</p>
      )}
      <NextWords info={info} trainer={trainer} />
    </div>
  )
}

function others(everyone: EveryoneView, trainer: TrainerView) {
  const both: Record<
    string,
    { everyone: EveryoneView['activities'][string]; trainer: TrainerView['activities'][string] }
  > = {}
  for (const [id, own] of Object.entries(trainer.activities)) {
    const activity = everyone.activities[id]
    if (activity) both[id] = { everyone: activity, trainer: own }
  }
  return both
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
