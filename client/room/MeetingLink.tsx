import { ExternalLink } from 'lucide-react'
import { useClassInfo } from '#client/live/hooks.ts'
import { useRoomWords } from './words.ts'

/** Beside Estrade: where the class meets by sound and image, in another window. */
export function MeetingLink() {
  const t = useRoomWords()
  const url = useClassInfo()?.meetingUrl
  if (!url) return null
  return (
    <p>
      <a className="btn" href={url} target="_blank" rel="noreferrer">
        <ExternalLink size={20} strokeWidth={1.75} aria-hidden="true" />
        {t.joinMeeting}
      </a>
    </p>
  )
}
