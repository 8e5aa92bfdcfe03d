/** The question shown to all, over whatever is on stage, until it is taken off or the plan moves on. */
import { Notice } from '#client/kit/index.ts'
import type { PeopleProps } from './types.ts'
import { usePeopleWords } from './words.ts'

export function AskedNotice({
  everyone,
  commands,
  leads,
}: Pick<PeopleProps, 'everyone' | 'commands'> & { leads: boolean }) {
  const t = usePeopleWords()
  if (!everyone.asked) return null
  return (
    <div className="con-notice asked-notice">
      <Notice tone="info">
        <b>{t.shown}.</b> {everyone.asked.text}
      </Notice>
      {leads && (
        <button
          type="button"
          className="btn sm"
          disabled={!commands.online}
          onClick={() => void commands.run('question.show')}
        >
          {t.hide}
        </button>
      )}
    </div>
  )
}
