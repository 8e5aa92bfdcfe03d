/** One line per person: silent when all is well, words and a ground when not. The name opens what concerns them. */
import { Check, Laptop, Mic, Smartphone, Tablet } from 'lucide-react'
import { duration } from '#client/i18n/format.ts'
import { useNow } from '#client/live/hooks.ts'
import type { Presence } from '#shared/protocol.ts'
import { attention, networkLevel, type Person } from '../people.ts'
import { useConsoleWords } from '../words.ts'
import { usePeopleWords } from './words.ts'

const DEVICES = { computer: Laptop, phone: Smartphone, tablet: Tablet }

type Props = {
  person: Person
  name: string
  answered?: boolean
  /** Place in the queue, from 1; 0: hand down. */
  rank: number
  speaks: boolean
  /** Once the class has ended people leave: nothing calls for attention. */
  over: boolean
  onOpen: () => void
}

export function Who({ person, name, answered, rank, speaks, over, onOpen }: Props) {
  const t = useConsoleWords()
  const p = usePeopleWords()
  const { presence } = person
  const need = attention(person)
  const Device = DEVICES[presence?.device ?? 'computer']
  const device = t[presence?.device ?? 'computer']
  const several = presence?.online && presence.devices > 1 ? t.devices(presence.devices) : undefined
  return (
    <li className={over || need === 'normal' ? 'who' : 'who warn'}>
      <button type="button" className="nm" aria-haspopup="dialog" onClick={onOpen}>
        <span className={presence?.online ? 'pr' : 'pr away'} />
        <span>
          <b>{name}</b>
          {!over && <Words person={person} />}
        </span>
      </button>
      <span className="ic">
        {speaks && (
          <span className="speaks" title={p.speaks}>
            <Mic size={16} strokeWidth={1.75} aria-hidden="true" />
            <span className="vh">{p.speaks}</span>
          </span>
        )}
        {rank > 0 && (
          <span className="rank num">
            <span aria-hidden="true">{rank}</span>
            <span className="vh">{p.rank(rank)}</span>
          </span>
        )}
        <span title={several ?? device}>
          <Device size={16} strokeWidth={1.75} aria-hidden="true" />
          <span className="vh">{several ?? device}</span>
        </span>
        <Network presence={presence} />
        {answered !== undefined && (
          <span className="an">
            {answered ? (
              <Check size={20} strokeWidth={1.75} aria-hidden="true" />
            ) : (
              <span className="no" aria-hidden="true" />
            )}
            <span className="vh">{answered ? t.hasAnswered : t.hasNotAnswered}</span>
          </span>
        )}
      </span>
    </li>
  )
}

const LONG_CUT_MS = 5 * 60_000

/** The line under a name: only when there is something to say. */
function Words({ person: { presence, pace } }: { person: Person }) {
  const t = useConsoleWords()
  const p = usePeopleWords()
  const now = useNow()
  const ago = (since: number) => {
    const ms = Math.max(0, now - since)
    return ms < 60_000 ? `${Math.round(ms / 1000)}\u00A0s` : duration(Math.round(ms / 60_000))
  }
  if (presence && !presence.online) {
    const since = presence.since ?? now
    return (
      <em className="tx-warn">
        {now - since < LONG_CUT_MS ? t.networkCut(ago(since)) : t.offline(ago(since))}
      </em>
    )
  }
  if (pace?.pace === 'lost') return <em className="tx-warn">{p.paceSince.lost(ago(pace.at))}</em>
  const level = networkLevel(presence)
  if (level !== undefined && level < 2) return <em className="tx-warn">{t.networks[level]}</em>
  if (pace && pace.pace !== 'ok') return <em className="tx-mute">{p.paceSince[pace.pace](ago(pace.at))}</em>
  if (presence?.behind !== undefined) return <em className="tx-mute">{t.lookingAt(presence.behind)}</em>
  if (level === 2) return <em className="tx-mute">{t.networks[level]}</em>
  return null
}

function Network({ presence }: { presence?: Presence }) {
  const t = useConsoleWords()
  const level = networkLevel(presence)
  const word = level === undefined ? t.networkUnknown : t.networks[level]
  return (
    <span title={word}>
      <span className={level !== undefined && level < 2 ? 'net low' : 'net'} aria-hidden="true">
        {[1, 2, 3, 4].map((bar) => (
          <i key={bar} className={bar <= (level ?? 0) ? undefined : 'o'} />
        ))}
      </span>
      <span className="vh">{word}</span>
    </span>
  )
}
