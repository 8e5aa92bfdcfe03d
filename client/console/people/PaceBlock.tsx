/** What the group says of the pace, added up; reactions as they go by. Silent when all is well. */
import { paces } from './floor-times.ts'
import type { PeopleProps } from './types.ts'
import { useReactions } from './use-reactions.ts'
import { usePeopleWords } from './words.ts'

export function PaceBlock({ people, commands }: PeopleProps) {
  const t = usePeopleWords()
  const { lost, fast, slow, rest } = paces(people)
  const reactions = useReactions()
  const said = [lost > 0 && t.lost(lost), fast > 0 && t.fast(fast), slow > 0 && t.slow(slow)].filter(Boolean)
  return (
    <>
      {said.length > 0 && (
        <section className="blk pace-blk" aria-labelledby="pace">
          <h2 id="pace">
            {t.pace}
            <span className="num">{said.join(', ')}</span>
          </h2>
          <div className="pace-row">
            <div className="pace" aria-hidden="true">
              <i style={{ flexGrow: rest }} />
              <i className="v" style={{ flexGrow: fast + slow }} />
              <i className="p" style={{ flexGrow: lost }} />
            </div>
            <button
              type="button"
              className="btn sm quiet"
              aria-label={t.clearLong}
              disabled={!commands.online}
              onClick={() => void commands.run('pace.clear')}
            >
              {t.clear}
            </button>
          </div>
        </section>
      )}
      {reactions.length > 0 && (
        <section className="blk reactions" aria-label={t.reactions}>
          <p>{reactions.map(({ reaction, n }) => t.reaction[reaction](n)).join(' · ')}</p>
        </section>
      )}
    </>
  )
}
