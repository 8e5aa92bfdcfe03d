/** The slab: what can be done now. One lamp key in the middle; its words change before the press does. */
import {
  ArrowLeft,
  ArrowRight,
  ChartNoAxesColumn,
  CircleQuestionMark,
  Hand,
  Hash,
  LayoutGrid,
  Lightbulb,
  type LucideIcon,
  Square,
} from 'lucide-react'
import type { EveryoneView, TrainerView } from '#shared/views.ts'
import { nextWords } from './next-words.ts'
import { type Lead, notYours } from './people/lead.ts'
import { usePeopleWords } from './people/words.ts'
import type { Person } from './people.ts'
import { usePreferences } from './preferences.ts'
import type { Shortcut } from './shortcuts.ts'
import { useConsoleWords } from './words.ts'

type Props = {
  everyone: EveryoneView
  trainer: TrainerView
  people: Person[]
  online: boolean
  busy: boolean
  lead: Lead
  actions: Record<Shortcut, () => void>
  /** Takes the place where the activity on screen puts its own actions. */
  own?: (place: HTMLElement | null) => void
}

export function Slab({ everyone, trainer, people, online, busy, lead, actions, own }: Props) {
  const t = useConsoleWords()
  const p = usePeopleWords()
  const isLive = everyone.phase === 'live'
  const can = isLive && online && lead.mine
  const hands = everyone.floor.hands.length
  return (
    <nav className="slab" aria-label={t.actions}>
      <div className="a">
        <Key icon={ArrowLeft} word={t.back} hint="←" keys="ArrowLeft PageUp" can={can} press={actions.back} />
        <Key icon={Hash} word={t.goTo} hint="G" keys="G" can={can} press={actions.goTo} />
        <Key icon={LayoutGrid} word={t.overview} hint="O" keys="O" can press={actions.overview} />
      </div>
      <div className="c">
        <NextKey
          everyone={everyone}
          trainer={trainer}
          people={people}
          online={online}
          busy={busy}
          lead={lead}
          press={actions.next}
        />
      </div>
      <div className="z">
        {own && <div className="own" ref={own} />}
        <Key icon={ChartNoAxesColumn} word={t.poll} hint="P" keys="P" can={can} press={actions.poll} />
        <Key
          icon={trainer.blank ? Lightbulb : Square}
          word={trainer.blank ? t.light : t.blank}
          hint="B"
          keys="B ."
          can={can}
          lit={trainer.blank}
          press={actions.blank}
        />
        <Key
          icon={Hand}
          word={p.handsKey}
          hint="H"
          keys="H"
          can={isLive}
          badge={hands > 0 ? { n: hands, said: p.handsN(hands) } : undefined}
          press={actions.hands}
        />
        <Key icon={CircleQuestionMark} word={t.help} hint="?" keys="?" can press={actions.help} wide />
      </div>
    </nav>
  )
}

function NextKey({
  everyone,
  trainer,
  people,
  online,
  busy,
  lead,
  press,
}: Omit<Props, 'actions' | 'own'> & { press: () => void }) {
  const t = useConsoleWords()
  const p = usePeopleWords()
  const { shortcuts, namesHidden } = usePreferences()
  const nameOf = (id: string) =>
    namesHidden ? undefined : people.find((person) => person.personId === id)?.name
  if (everyone.phase === 'ended') {
    return (
      <a className="suite" href="/bureau">
        <ArrowRight size={24} strokeWidth={1.75} aria-hidden="true" />
        <span className="x">
          {t.next.ended}
          <span> · {t.toOffice}</span>
        </span>
      </a>
    )
  }
  const here = people.filter((person) => person.presence?.online).length
  const blocked = notYours({ everyone, trainer, lead }, p)
  const { main, more } = !online
    ? { main: t.next.cut, more: t.next.cutMore }
    : (blocked ??
      nextWords(trainer.plan.next, t, {
        here,
        of: people.length,
        activities: everyone.activities,
        trainer: trainer.activities,
        nameOf,
      }))
  const can = online && !blocked
  return (
    <button
      type="button"
      className={can ? 'suite' : 'suite blocked'}
      aria-disabled={can ? undefined : true}
      aria-busy={busy || undefined}
      aria-keyshortcuts={shortcuts ? 'ArrowRight Space PageDown' : undefined}
      onClick={press}
    >
      <ArrowRight size={24} strokeWidth={1.75} aria-hidden="true" />
      <span className="x">
        {main}
        {more && <span>{more}</span>}
      </span>
      {shortcuts && (
        <>
          <span className="k" aria-hidden="true">
            →
          </span>
          <span className="k" aria-hidden="true">
            {t.space}
          </span>
        </>
      )}
    </button>
  )
}

function Key({
  icon: Icon,
  word,
  hint,
  keys,
  can,
  lit,
  badge,
  wide,
  press,
}: {
  icon: LucideIcon
  word: string
  hint: string
  keys: string
  can: boolean
  /** In force now: the word says how to undo it. */
  lit?: boolean
  badge?: { n: number; said: string }
  /** Of no use on a phone. */
  wide?: boolean
  press: () => void
}) {
  const { shortcuts } = usePreferences()
  return (
    <button
      type="button"
      className={`col${lit ? ' lit' : ''}${wide ? ' wide' : ''}`}
      disabled={!can}
      aria-keyshortcuts={shortcuts ? keys : undefined}
      onClick={press}
    >
      <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
      <span>
        {word}
        {badge && <span className="vh">, {badge.said}</span>}
      </span>
      {badge && (
        <span className="rank num" aria-hidden="true">
          {badge.n}
        </span>
      )}
      {shortcuts && !badge && (
        <span className="k" aria-hidden="true">
          {hint}
        </span>
      )}
    </button>
  )
}
