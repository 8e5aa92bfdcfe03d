/** How I follow, which stays until I change it; and a reaction, which goes by. */
import {
  CircleCheck,
  CircleHelp,
  FastForward,
  Heart,
  PartyPopper,
  Smile,
  ThumbsUp,
  Turtle,
} from 'lucide-react'
import { useEffect, useState } from 'react'
import { announce, Dialog } from '#client/kit/index.ts'
import { signal, useLive } from '#client/live/hooks.ts'
import { REACTIONS, type Reaction, type ReactionSaid } from '#shared/protocol.ts'
import { useTalkWords } from './talk-words.ts'
import { useGesture } from './use-gesture.ts'

const ICON = { size: 24, strokeWidth: 1.75, 'aria-hidden': true } as const
const PACES = [
  ['lost', CircleHelp],
  ['fast', FastForward],
  ['ok', CircleCheck],
  ['slow', Turtle],
] as const
const SIGNS = { thumb: ThumbsUp, applause: PartyPopper, smile: Smile, thanks: Heart }

export function PaceDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTalkWords()
  return (
    <Dialog open={open} onClose={onClose} title={t.paceTitle}>
      <Paces onDone={onClose} />
      <Reactions />
    </Dialog>
  )
}

function Paces({ onDone }: { onDone: () => void }) {
  const t = useTalkWords()
  const mine = useLive((s) => s.view?.mine?.pace)
  const { run, problem } = useGesture()
  return (
    <section aria-labelledby="pace-how">
      <h3 id="pace-how">{t.paceHow}</h3>
      <div className="picks">
        {PACES.map(([pace, Icon]) => (
          <button
            key={pace}
            type="button"
            className="btn"
            aria-pressed={mine === pace}
            onClick={async () => {
              if (!(await run('pace.say', { pace }))) return
              announce(t.saidPace(t.paces[pace]))
              onDone()
            }}
          >
            <Icon {...ICON} />
            {t.paces[pace]}
          </button>
        ))}
      </div>
      {problem ? (
        <p className="tx-warn" role="alert">
          {problem}
        </p>
      ) : (
        <p className="tx-mute">{t.paceWho}</p>
      )}
    </section>
  )
}

/** What the server lets through of one person: more would not be seen. */
const PAUSE_MS = 1500

function Reactions() {
  const t = useTalkWords()
  const connected = useLive((s) => s.line === 'connected')
  const [sent, setSent] = useState<Reaction>()
  useEffect(() => {
    if (sent === undefined) return
    const timer = setTimeout(() => setSent(undefined), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [sent])
  const react = (reaction: Reaction) => {
    if (sent !== undefined || !connected) return
    signal({ type: 'react', reaction } satisfies ReactionSaid)
    setSent(reaction)
    announce(t.sent(t.reactions[reaction]))
  }
  return (
    <section aria-labelledby="react-how">
      <h3 id="react-how">{t.reactHow}</h3>
      <div className="picks small">
        {REACTIONS.map((reaction) => {
          const Icon = SIGNS[reaction]
          return (
            <button
              key={reaction}
              type="button"
              className="btn"
              aria-disabled={sent !== undefined || !connected || undefined}
              onClick={() => react(reaction)}
            >
              <Icon {...ICON} />
              {t.reactions[reaction]}
            </button>
          )
        })}
      </div>
      <p className={connected ? 'tx-mute' : 'tx-warn'}>
        {connected ? (sent ? t.sent(t.reactions[sent]) : t.reactWho) : t.sentNot}
      </p>
    </section>
  )
}
