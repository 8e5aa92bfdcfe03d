/** The line above what is on stage: that it is, and before how many eyes. */
import type { Person } from './people.ts'
import { useConsoleWords } from './words.ts'

export function LiveTag({ blank, word }: { blank: boolean; word?: string }) {
  const t = useConsoleWords()
  return (
    <span className={blank ? 'live-tag off' : 'live-tag'}>{blank ? t.blankOn : (word ?? t.onScreen)}</span>
  )
}

/** How many participants have this screen before their eyes: online, and not looking back. */
export function Watching({ people }: { people: Person[] }) {
  const t = useConsoleWords()
  const n = people.filter(({ presence }) => presence?.online && presence.behind === undefined).length
  return (
    <span className="r watching">{n === 0 ? t.watchingNone : n === 1 ? t.watchingOne : t.watching(n)}</span>
  )
}
