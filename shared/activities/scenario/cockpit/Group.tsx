/** The group's picture: which fields went wrong, for how many, and whose copies to open. */

import { fr } from '#client/i18n/format.ts'
import { useCockpitWords } from '../trainer-words.ts'
import type { ScenarioTrainer } from '../work.ts'
import { groupPicture, type Tile } from './model.ts'
import type { NameOf } from './props.ts'

type Props = {
  trainer: ScenarioTrainer
  tiles: readonly Tile[]
  nameOf: NameOf
  onOpen: (tile: Tile) => void
}

export function Group({ trainer, tiles, nameOf, onOpen }: Props) {
  const t = useCockpitWords()
  const picture = groupPicture(trainer, tiles)
  const of = tiles.filter(({ copy }) => copy).length
  return (
    <section className="picture" aria-labelledby="group-picture">
      <h3 id="group-picture">{t.picture}</h3>
      {picture.length === 0 && <p className="empty">{t.pictureNone}</p>}
      <ol>
        {picture.map(({ field, n, tiles: wrong }) => (
          <li key={field.id}>
            <span className="what">
              <b>{fr(field.label)}</b>
              <span className="num">{t.pictureOf(n, of)}</span>
            </span>
            <span className="share" aria-hidden="true">
              <i style={{ width: `${(100 * n) / Math.max(1, of)}%` }} />
            </span>
            <span className="whose">
              {wrong.map((tile) => (
                <button key={tile.id} type="button" onClick={() => onOpen(tile)}>
                  {nameOf(tile.people)}
                </button>
              ))}
            </span>
          </li>
        ))}
      </ol>
      {picture.length > 0 && <p className="label">{t.yours}</p>}
    </section>
  )
}
