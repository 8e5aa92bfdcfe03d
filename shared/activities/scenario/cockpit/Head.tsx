/** What the exercise is, how far the group is, and which copies to look at. */

import { Megaphone } from 'lucide-react'
import { fr } from '#client/i18n/format.ts'
import { useCockpitWords } from '../trainer-words.ts'
import { Casting } from './Casting.tsx'
import { countsOf, type Filter, groupPicture, type Tile } from './model.ts'
import type { CockpitProps, Looking } from './props.ts'

const FILTERS: Filter[] = ['all', 'stuck', 'submitted', 'working', 'not-started', 'accepted']

type Props = CockpitProps & { tiles: readonly Tile[]; looking: Looking; onLook: (at: Looking) => void }

export function Head(props: Props) {
  const { everyone, trainer, tiles, looking, onLook } = props
  const t = useCockpitWords()
  const { definition } = trainer
  const counts = countsOf(tiles)
  const [commonest] = groupPicture(trainer, tiles)
  const teams = definition.roles.length > 0
  return (
    <header className="cockpit-head">
      <h2>{fr(definition.title)}</h2>
      <p className="meta">
        <span>{t.kind}</span>
        <span className="num">{teams ? t.teams(tiles.length) : t.people(tiles.length)}</span>
        {commonest && <span className="num">{t.commonest(fr(commonest.field.label), commonest.n)}</span>}
      </p>
      {everyone.phase === 'ready' && <p className="label">{t.ready}</p>}
      {teams && <Casting {...props} />}
      <Announced {...props} />
      <fieldset className="tabs">
        <legend className="vh">{t.filters}</legend>
        {FILTERS.filter((one) => one === 'all' || one === looking || counts[one] > 0).map((one) => (
          <button key={one} type="button" aria-pressed={looking === one} onClick={() => onLook(one)}>
            {t.filter[one]} <b className="num">{counts[one]}</b>
          </button>
        ))}
        <button
          type="button"
          className="apart"
          aria-pressed={looking === 'group'}
          onClick={() => onLook(looking === 'group' ? 'all' : 'group')}
        >
          {t.group}
        </button>
      </fieldset>
    </header>
  )
}

/** What everyone reads at the top of their screen, until it is taken back. */
function Announced({ everyone, online, send }: Props) {
  const t = useCockpitWords()
  if (!everyone.announcement) return null
  return (
    <p className="announced">
      <Megaphone size={16} strokeWidth={1.75} aria-hidden="true" />
      <span>
        <b>{t.messageNow}</b> {fr(everyone.announcement.text)}
      </span>
      <button
        type="button"
        className="btn sm quiet"
        disabled={!online}
        onClick={() => void send('activity.do', { type: 'announce', text: '' })}
      >
        {t.messageOff}
      </button>
    </p>
  )
}
