/** The trainer's private words, as they come: one line each until it is read or closed. */
import { MessageSquareText, X } from 'lucide-react'
import { useFloorWords } from './floor-words.ts'
import { markRead, useUnread } from './unread.ts'
import { useName } from './use-floor.ts'

export function WordNotice({ onRead }: { onRead: () => void }) {
  const t = useFloorWords()
  const name = useName()
  const first = useUnread()[0]
  if (!first) return null
  const { id, by, text } = first
  return (
    <section className="spk word" aria-label={t.wrote(name(by))}>
      <MessageSquareText size={20} strokeWidth={1.75} aria-hidden="true" />
      <span className="said">
        <b>{name(by)}</b> {text}
      </span>
      <button type="button" className="btn sm" onClick={onRead}>
        {t.read}
      </button>
      <button type="button" className="btn quiet sm" onClick={() => markRead(id)} aria-label={t.close}>
        <X size={20} strokeWidth={1.75} aria-hidden="true" />
      </button>
    </section>
  )
}
