/** Who speaks and who waits, in order, with how long: the same for everyone. */
import { elapsed } from '#client/i18n/format.ts'
import { Dialog } from '#client/kit/index.ts'
import { useLive, useNow } from '#client/live/hooks.ts'
import { TurnTime } from './FloorLine.tsx'
import { useTalkWords } from './talk-words.ts'
import { type Floor, useName } from './use-floor.ts'

export function QueueDialog({ open, onClose, floor }: { open: boolean; onClose: () => void; floor: Floor }) {
  const t = useTalkWords()
  return (
    <Dialog open={open} onClose={onClose} title={t.queueTitle}>
      <Queue floor={floor} />
    </Dialog>
  )
}

function Queue({ floor: { speaker, turn, hands, since, order } }: { floor: Floor }) {
  const t = useTalkWords()
  const name = useName()
  const me = useLive((s) => s.view?.mine?.personId)
  const now = useNow()
  const called = (id: string) => (id === me ? `${name(id)} (${t.you})` : name(id))
  return (
    <>
      {speaker !== undefined && (
        <p className="speaking">
          <span className="live-tag">{t.now}</span>
          <b>{called(speaker)}</b> <TurnTime turn={turn} />
        </p>
      )}
      {hands.length === 0 ? (
        <p>{t.queueEmpty}</p>
      ) : (
        <ol className="queue">
          {hands.map((id, index) => (
            <li key={id} className={id === me ? 'me' : undefined}>
              <span className="o num" aria-hidden="true">
                {index + 1}
              </span>
              <span>{called(id)}</span>
              <span className="num w">{t.waits(elapsed(now - (since[id] ?? now)))}</span>
            </li>
          ))}
        </ol>
      )}
      {order === 'quiet' && <p className="tx-mute">{t.quiet}</p>}
    </>
  )
}
