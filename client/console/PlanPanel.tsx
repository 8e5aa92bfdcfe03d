/** The déroulé: sections, the open one with its lines, planned against real time, projected end. */
import { Check, Flag, PanelLeftClose } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { duration, time } from '#client/i18n/format.ts'
import type { ClassInfo } from '#shared/api.ts'
import type { PlanItem } from '#shared/course.ts'
import { own } from '#shared/own.ts'
import type { EveryoneView, TrainerView } from '#shared/views.ts'
import { ItemThumb, signOf } from './ItemThumb.tsx'
import {
  type ItemState,
  type ItemTimes,
  itemStates,
  minutes,
  projectedEnd,
  type SectionTimes,
  scheduledEnd,
  sectionTimes,
  spentOn,
} from './plan-times.ts'
import { useNow } from './use-now.ts'
import { useConsoleWords } from './words.ts'

type Props = {
  info: ClassInfo
  everyone: EveryoneView
  trainer: TrainerView
  current?: PlanItem
  /** Absent when the class is not running: the plan is then only read. */
  onGo?: (itemId: string) => void
  onAdhoc?: (activityId: string) => void
  /** Out of sight while an activity takes the width, save on a phone where it has its own tab. */
  folded?: boolean
  onFold?: () => void
}

export function PlanPanel({ info, everyone, trainer, current, onGo, onAdhoc, folded, onFold }: Props) {
  const t = useConsoleWords()
  const now = useNow(10_000)
  const plan = info.plan ?? []
  const times = trainer.plan.items
  const sections = sectionTimes(info.sections, plan, times, current?.id, now)
  const states = itemStates(plan, times, current?.id)
  const currentSection = current?.sectionId ?? info.sections[0]?.id
  const [unfolded, setUnfolded] = useState<string | undefined>(currentSection)
  useEffect(() => setUnfolded(currentSection), [currentSection])
  const scroller = useRef<HTMLDivElement>(null)
  useKeepInSight(scroller, current?.id, unfolded)

  return (
    <nav className={folded ? 'plan folded' : 'plan'} aria-label={t.plan}>
      <div className="hd">
        <h2>{t.plan}</h2>
        {onFold && (
          <button type="button" className="btn sm quiet fold" aria-label={t.foldPlan} onClick={onFold}>
            <PanelLeftClose size={20} strokeWidth={1.75} aria-hidden="true" />
          </button>
        )}
        <span className="label">{t.plannedReal}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard */}
      <div className="scroll" ref={scroller} tabIndex={0}>
        {plan.length === 0 && <p className="empty">{t.planEmpty}</p>}
        {sections.map((section) => (
          <div key={section.section.id}>
            <SectionLine
              of={section}
              open={unfolded === section.section.id}
              onToggle={() => setUnfolded(unfolded === section.section.id ? undefined : section.section.id)}
            />
            {unfolded === section.section.id && (
              <ol className="items">
                {section.items.map((item) => (
                  <Line
                    key={item.id}
                    item={item}
                    state={states[item.id] ?? 'upcoming'}
                    times={times}
                    onGo={onGo}
                  />
                ))}
                {section.state === 'current' && (
                  <Adhoc trainer={trainer} everyone={everyone} timeZone={info.timeZone} onGo={onAdhoc} />
                )}
              </ol>
            )}
          </div>
        ))}
      </div>
      <DayFoot info={info} everyone={everyone} sections={sections} times={times} currentId={current?.id} />
    </nav>
  )
}

/** Keeps the current line in sight when it changes, without moving the page or the focus. */
function useKeepInSight(scroller: { current: HTMLDivElement | null }, id?: string, unfolded?: string) {
  useEffect(() => {
    const box = scroller.current
    const line = id && unfolded ? box?.querySelector<HTMLElement>('[aria-current]') : undefined
    if (!box || !line) return
    const top = line.getBoundingClientRect().top - box.getBoundingClientRect().top
    if (top < 40 || top + line.offsetHeight > box.clientHeight - 60)
      box.scrollTop += top - box.clientHeight / 3
  }, [scroller, id, unfolded])
}

function SectionLine({ of, open, onToggle }: { of: SectionTimes; open: boolean; onToggle: () => void }) {
  const t = useConsoleWords()
  const spent = minutes(of.spent)
  const tone = of.state === 'current' ? 'on' : of.state === 'past' ? 'done' : ''
  return (
    <button
      type="button"
      className={`sec ${tone} ${open ? 'open' : ''}`}
      aria-expanded={open}
      title={of.section.title}
      onClick={onToggle}
    >
      <span className="n">
        {of.state === 'past' ? (
          <>
            <Check size={16} strokeWidth={1.75} aria-hidden="true" />
            <span className="vh">{t.past}</span>
          </>
        ) : (
          (of.number ?? <Flag size={16} strokeWidth={1.75} aria-hidden="true" />)
        )}
      </span>
      <span className="t">{of.section.short}</span>
      <span className="m num">
        {of.planned}
        {of.spent > 0 && ` · ${spent}`}
      </span>
    </button>
  )
}

function Line({
  item,
  state,
  times,
  onGo,
}: {
  item: PlanItem
  state: ItemState
  times: ItemTimes
  onGo?: (itemId: string) => void
}) {
  const t = useConsoleWords()
  const word = state === 'skipped' ? t.skipped : state === 'past' ? t.past : ''
  return (
    <li>
      <button
        type="button"
        className={`item ${state}`}
        aria-current={state === 'current' ? 'step' : undefined}
        aria-disabled={onGo ? undefined : true}
        title={item.title}
        onClick={() => onGo?.(item.id)}
      >
        <ItemThumb item={item} />
        <span>
          <span className="tt">{item.title}</span>
          <span className="tm num">
            <ItemTime item={item} times={times} />
          </span>
          {word && <span className="vh">, {word}</span>}
        </span>
      </button>
    </li>
  )
}

/** « 6 · 4 min 10 » while it runs, « 6 · 7 min » once passed, « 8 min » before. */
function ItemTime({ item, times }: { item: PlanItem; times: ItemTimes }) {
  const t = useConsoleWords()
  const now = useNow()
  const planned = item.minutes + (item.offMinutes ?? 0)
  const spent = spentOn(times, item.id, now)
  if (!times[item.id]) return t.minutes(planned)
  if (times[item.id]?.startedAt === undefined) return t.plannedSpent(planned, minutes(spent))
  const seconds = Math.floor(spent / 1000)
  return `${t.plannedSpent(planned, Math.floor(seconds / 60))} ${String(seconds % 60).padStart(2, '0')}`
}

function Adhoc({
  trainer,
  everyone,
  timeZone,
  onGo,
}: {
  trainer: TrainerView
  everyone: EveryoneView
  timeZone: string
  onGo?: (activityId: string) => void
}) {
  const t = useConsoleWords()
  const asked = Object.entries(trainer.plan.adhoc).sort((a, b) => a[1].at - b[1].at)
  return asked.map(([id, { title, at }]) => {
    const here = everyone.phase === 'live' && 'activityId' in trainer.stage && trainer.stage.activityId === id
    const kind = everyone.activities[id]?.kind ?? ''
    const Icon = signOf(kind)
    return (
      <li key={id}>
        <button
          type="button"
          className={`item adhoc ${here ? 'shown' : 'past'}`}
          aria-disabled={onGo ? undefined : true}
          onClick={() => onGo?.(id)}
        >
          <span className="th sign" aria-hidden="true">
            <Icon size={20} strokeWidth={1.75} />
          </span>
          <span>
            <span className="tt">{title}</span>
            <span className="tm num">
              {kind === 'poll' ? t.pollDialog : (t.kinds[kind] ?? t.activity)} ·{' '}
              {here ? t.here : time(at, timeZone)}
              {everyone.activities[id]?.phase === 'open' &&
                !here &&
                ` · ${(own(t.phases, kind) ?? t.votes).open}`}
            </span>
          </span>
        </button>
      </li>
    )
  })
}

function DayFoot({
  info,
  everyone,
  sections,
  times,
  currentId,
}: {
  info: ClassInfo
  everyone: EveryoneView
  sections: SectionTimes[]
  times: ItemTimes
  currentId?: string
}) {
  const t = useConsoleWords()
  const now = useNow(10_000)
  const { phase } = everyone
  const plan = info.plan ?? []
  const scheduled = scheduledEnd(info, plan, everyone.startedAt)
  const end = phase === 'live' ? projectedEnd(plan, times, currentId, now) : (everyone.endedAt ?? scheduled)
  const label = { lobby: t.scheduled, live: t.projected, ended: t.finished }[phase]
  const drift = minutes(end - scheduled)
  const text = duration(Math.abs(drift))
  return (
    <div className="ft">
      <div className="day" aria-hidden="true">
        {sections.map((section) => (
          <i
            key={section.section.id}
            className={section.state === 'past' ? 'd' : section.state === 'current' ? 'p' : undefined}
            style={{ flexGrow: section.planned, ...filled(section) }}
          />
        ))}
      </div>
      <div className="r">
        <span>
          {label} <b className="num">{time(end, info.timeZone)}</b>
        </span>
        {phase === 'live' && (
          <span className={drift > 0 ? 'tx-lamp num' : 'tx-mute num'}>
            {drift === 0 ? (
              t.onTime
            ) : (
              <>
                <span aria-hidden="true">{`${drift > 0 ? '+' : '−'}${text}`}</span>
                <span className="vh">{drift > 0 ? t.late(text) : t.early(text)}</span>
              </>
            )}
          </span>
        )}
      </div>
    </div>
  )
}

/** How much of the section in hand is behind us, as a custom property of the bar. */
function filled({ planned, spent, state }: SectionTimes): object {
  if (state !== 'current') return {}
  return { '--v': `${Math.max(4, Math.min(100, planned ? (100 * spent) / (planned * 60_000) : 0))}%` }
}
