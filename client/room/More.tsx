/** What is needed now and then: slides seen, size of the text, sound, keys, help. */
import {
  ALargeSmall,
  GalleryHorizontalEnd,
  Keyboard,
  LifeBuoy,
  type LucideIcon,
  Volume2,
  VolumeX,
} from 'lucide-react'
import { Dialog } from '#client/kit/index.ts'
import { sound } from '#client/kit/sound.ts'
import { MeetingLink } from './MeetingLink.tsx'
import { useTalkWords } from './talk-words.ts'
import type { useTextSize } from './text-size.ts'
import { handKey } from './use-hand-key.ts'
import { useMedia } from './use-media.ts'
import { useRoomWords } from './words.ts'

type Props = {
  open: boolean
  onClose: () => void
  onOpen: (dialog: 'seen' | 'help') => void
  size: ReturnType<typeof useTextSize>
}

export function MoreDialog({ open, onClose, onOpen, size: [size, nextSize] }: Props) {
  const t = useTalkWords()
  const r = useRoomWords()
  const sounds = sound.useOn()
  const keys = handKey.useOn()
  const hasKeys = useMedia('(any-hover: hover)')
  const said = (on: boolean) => (on ? t.on : t.off)
  return (
    <Dialog open={open} onClose={onClose} title={t.moreTitle}>
      <MeetingLink />
      <ul className="more-list">
        <Row icon={GalleryHorizontalEnd} word={t.seen} press={() => onOpen('seen')} />
        <Row icon={ALargeSmall} word={t.text} state={r.sizes[size]} press={nextSize} />
        <Row
          icon={sounds ? Volume2 : VolumeX}
          word={t.sound}
          state={said(sounds)}
          pressed={sounds}
          press={() => sound.set(!sounds)}
        />
        {hasKeys && (
          <Row
            icon={Keyboard}
            word={t.key}
            state={said(keys)}
            pressed={keys}
            press={() => handKey.set(!keys)}
          />
        )}
        <Row icon={LifeBuoy} word={t.help} press={() => onOpen('help')} />
      </ul>
    </Dialog>
  )
}

function Row({
  icon: Icon,
  word,
  state,
  pressed,
  press,
}: {
  icon: LucideIcon
  word: string
  /** What it is set to now. */
  state?: string
  pressed?: boolean
  press: () => void
}) {
  return (
    <li>
      <button type="button" aria-pressed={pressed} onClick={press}>
        <Icon size={24} strokeWidth={1.75} aria-hidden="true" />
        <span>{word}</span>
        {/* A pressed state is said by itself. */}
        {state && (
          <span className="tx-mute" aria-hidden={pressed === undefined ? undefined : true}>
            {state}
          </span>
        )}
      </button>
    </li>
  )
}
