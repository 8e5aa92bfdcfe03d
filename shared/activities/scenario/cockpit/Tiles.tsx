import { CircleCheck } from 'lucide-react'
import { useFocus } from '#client/live/draft.ts'
import { useCockpitWords } from '../trainer-words.ts'
import type { Tile as Copy } from './model.ts'
import type { CockpitProps, NameOf } from './props.ts'
import { Tile } from './Tile.tsx'

type Props = CockpitProps & {
  tiles: readonly Copy[]
  /** Accepted copies, in one line under the others. */
  folded: readonly Copy[]
  current?: Copy
  nameOf: NameOf
  onOpen: (tile: Copy) => void
}

export function Tiles({ tiles, folded, current, nameOf, onOpen, ...props }: Props) {
  const t = useCockpitWords()
  const focus = useFocus()
  return (
    <>
      {tiles.length === 0 && folded.length === 0 && <p className="empty">{t.none}</p>}
      <ul className={tiles.length > 9 ? 'tiles many' : 'tiles'} aria-label={t.tiles}>
        {tiles.map((tile) => (
          <li key={tile.people.join()}>
            <Tile
              {...props}
              tile={tile}
              current={tile.id === current?.id}
              inHand={tile.copyId === undefined ? undefined : focus[tile.copyId]?.field}
              nameOf={nameOf}
              onOpen={onOpen}
            />
          </li>
        ))}
      </ul>
      {folded.length > 0 && (
        <div className="folded">
          <b className="state tx-ok">
            <CircleCheck size={16} strokeWidth={1.75} aria-hidden="true" />
            {t.acceptedList(folded.length)}
          </b>
          <span>
            {folded.map((tile) => (
              <button
                key={tile.id}
                type="button"
                data-tile={tile.id}
                aria-current={tile.id === current?.id || undefined}
                aria-label={t.open(nameOf(tile.people), t.state.accepted)}
                onClick={() => onOpen(tile)}
              >
                {nameOf(tile.people)}
              </button>
            ))}
          </span>
        </div>
      )}
    </>
  )
}
