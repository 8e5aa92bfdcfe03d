import { useId } from 'react'
import { isMeetingUrl } from '#shared/meeting.ts'
import { useWords } from './words.ts'

export const meetingFaulty = (text: string) => text.trim() !== '' && !isMeetingUrl(text.trim())

/** The link of a meeting held beside Estrade, or none. */
export function MeetingField({
  value,
  tried,
  onChange,
}: {
  value: string
  tried: boolean
  onChange: (value: string) => void
}) {
  const t = useWords()
  const id = useId()
  const bad = tried && meetingFaulty(value)
  return (
    <div className="f">
      <label htmlFor={id}>{t.meeting}</label>
      <input
        className={`in ${bad ? 'bad' : ''}`}
        id={id}
        inputMode="url"
        maxLength={1000}
        spellCheck={false}
        placeholder="https://"
        value={value}
        aria-invalid={bad || undefined}
        aria-describedby={`${id}-say`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p className={bad ? 'why tx-stop' : 'hint'} id={`${id}-say`}>
        {bad ? t.meetingWrong : t.meetingHint}
      </p>
    </div>
  )
}
