/** One copy at a glance: where it stands, what is being filled in, what is wrong, how long since the last gesture. */

import {
  CircleCheck,
  CircleDashed,
  Clock,
  LifeBuoy,
  Lightbulb,
  type LucideIcon,
  PencilLine,
  Send,
  Undo2,
} from 'lucide-react'
import { memo } from 'react'
import { fr } from '#client/i18n/format.ts'
import { show } from '../fields/index.ts'
import { useCockpitWords } from '../trainer-words.ts'
import { type Cell, type Tile as Copy, lastWritten, stepOf, type TileState } from './model.ts'
import type { CockpitProps, NameOf } from './props.ts'

export const SIGNS: Record<TileState, { icon: LucideIcon; tone: string }> = {
  'not-started': { icon: CircleDashed, tone: 'tx-mute' },
  working: { icon: PencilLine, tone: '' },
  stopped: { icon: Clock, tone: 'tx-warn' },
  stuck: { icon: LifeBuoy, tone: 'tx-stop' },
  submitted: { icon: Send, tone: 'tx-info' },
  returned: { icon: Undo2, tone: '' },
  accepted: { icon: CircleCheck, tone: 'tx-ok' },
}

type Props = CockpitProps & {
  tile: Copy
  current: boolean
  /** The field under the author's hand. */
  inHand?: string
  nameOf: NameOf
  onOpen: (tile: Copy) => void
}

export function Tile({ tile, current, inHand, nameOf, onOpen, ...props }: Props) {
  const t = useCockpitWords()
  const { state, people, cells, filled, wrong, hints } = tile
  const { icon: Icon, tone } = SIGNS[state]
  const name = nameOf(people)
  const offline = !props.over && people.every((id) => !props.people[id]?.online)
  const ongoing = state !== 'submitted' && state !== 'accepted'
  const step = ongoing && tile.copy && stepOf(props.trainer.definition, inHand ?? lastWritten(tile.copy)[0])
  return (
    <button
      type="button"
      className={`tile ${state}`}
      data-tile={tile.id}
      aria-current={current || undefined}
      aria-label={t.open(name, t.state[state])}
      aria-describedby={`tile-${tile.id}`}
      onClick={() => onOpen(tile)}
    >
      <span className="hd">
        <span className={`state ${tone}`}>
          <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
          {t.state[state]}
        </span>
        <span className="when num">
          {step && (
            <>
              <span aria-hidden="true">{t.stepShort(step.n, step.of)}</span>
              <span className="vh">{t.step(step.n, step.of)}</span>
            </>
          )}
          {!props.over && <Ago since={tile.since} now={props.now} state={state} />}
        </span>
      </span>
      <span className="name">{name}</span>
      <span id={`tile-${tile.id}`} className="about">
        <span className="typ">
          {offline && <b className="tx-warn">{t.offline}</b>}
          {(tile.copy || !props.over) && (
            <Doing {...props} tile={tile} inHand={inHand} nameOf={nameOf} offline={offline} />
          )}
        </span>
        <span className="ft">
          <Cells cells={cells} />
          <span className="cnt num">
            <span className="full">{t.fieldsOf(filled, cells.length)}</span>
            <span className="short">
              <span aria-hidden="true">
                {filled}/{cells.length}
              </span>
              <span className="vh">{t.fieldsOf(filled, cells.length)}</span>
            </span>
            {hints > 0 && (
              <span className="tx-mute hints" title={t.hints(hints)}>
                <Lightbulb size={16} strokeWidth={1.75} aria-hidden="true" />
                <span aria-hidden="true">{hints}</span>
                <span className="vh">{t.hints(hints)}</span>
              </span>
            )}
            {wrong > 0 && <span className="tx-stop">{t.toReview(wrong)}</span>}
          </span>
        </span>
      </span>
    </button>
  )
}

/** « 12 s », « 4 min ». */
function Ago({ since, now, state }: { since?: number; now: number; state: TileState }) {
  const t = useCockpitWords()
  if (since === undefined) return null
  const seconds = Math.max(0, Math.round((now - since) / 1000))
  const ago = seconds < 60 ? t.seconds(seconds) : t.minutes(Math.floor(seconds / 60))
  const gesture = state === 'working' || state === 'stopped' || state === 'returned'
  return (
    <span className="ago">
      <span aria-hidden="true">{ago}</span>
      <span className="vh">{gesture ? t.lastGesture(ago) : t.since(ago)}</span>
    </span>
  )
}

const Cells = memo(function Cells({ cells }: { cells: readonly Cell[] }) {
  return (
    <span className="cells" aria-hidden="true">
      {cells.map((cell, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is the place of a field
        <i key={i} className={cell} />
      ))}
    </span>
  )
})

/** The two lines that say what is happening in a copy. */
function Doing({
  tile: { state, copy },
  inHand,
  nameOf,
  trainer,
  everyone,
  offline,
}: CockpitProps & { tile: Copy; inHand?: string; nameOf: NameOf; offline: boolean }) {
  const t = useCockpitWords()
  const { definition } = trainer
  // Nobody has the case before their eyes until it opens, nor without a screen.
  if (everyone.phase === 'ready') return null
  if (!copy || state === 'not-started') return offline ? null : <span>{t.reading}</span>
  const label = (id: string | undefined) =>
    fr(definition.fields.find((field) => field.id === id)?.label ?? '')
  const last = Object.values(copy.attempts).at(-1)
  if (state === 'stuck')
    return (
      <>
        {copy.stuck?.field && <small>{t.stuckAt(label(copy.stuck.field))}</small>}
        <b>{copy.stuck?.text ? t.quoted(fr(copy.stuck.text)) : t.stuckSaid}</b>
      </>
    )
  if (state === 'submitted' || state === 'accepted')
    return (
      <>
        {state === 'submitted' && <small>{t.waitsForYou}</small>}
        {last && <span className="num">{t.rightOf(last.right, last.of)}</span>}
      </>
    )
  const [latest, before] = lastWritten(copy).filter((id) => id !== inHand)
  const now = inHand ?? latest
  const turn = Object.entries(copy.members)
    .filter(([, roles]) => copy.holder !== undefined && roles.includes(copy.holder))
    .map(([id]) => id)
  const role = definition.roles.find(({ id }) => id === copy.holder)?.title
  return (
    <>
      {role && <small>{t.turnOf(nameOf(turn), fr(role))}</small>}
      {state === 'returned' && <span>{copy.returned ? t.returnedWith : copy.status.label}</span>}
      {copy.savedOnly && <b className="tx-warn">{t.savedOnly}</b>}
      <Written id={inHand ? latest : before} copy={copy} trainer={trainer} />
      {now && <Written id={now} copy={copy} trainer={trainer} inHand={now === inHand} />}
    </>
  )
}

/** « N° d’engagement : BC-2026-0041 », with a bar after it while it is being filled in. */
function Written({
  id,
  copy,
  trainer,
  inHand,
}: {
  id?: string
  copy: NonNullable<Copy['copy']>
  trainer: CockpitProps['trainer']
  inHand?: boolean
}) {
  const t = useCockpitWords()
  const field = trainer.definition.fields.find((one) => one.id === id)
  if (!field) return null
  const text = fr(show(field, copy.values[field.id]?.value))
  if (inHand === undefined)
    return (
      <small>
        {t.label(field.label)} {text || t.empty}
      </small>
    )
  return (
    <span className="now">
      {inHand && !text ? `${t.openField} ` : ''}
      {inHand && !text ? <b>{fr(field.label)}</b> : `${t.label(field.label)} `}
      {text ? <b>{text}</b> : `, ${t.empty}`}
      {inHand && text && <i className="caret" />}
    </span>
  )
}
