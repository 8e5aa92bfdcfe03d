/** The mood or the word of my day, and the group's without names. */
import { type FormEvent, useId, useState } from 'react'
import { fr, time } from '#client/i18n/format.ts'
import { GroupMood } from './GroupMood.tsx'
import { MOODS, WORD_MAX } from './limits.ts'
import { MoodSign } from './MoodSign.tsx'
import type { RoundProps } from './props.ts'
import { useRoundtableWords } from './words.ts'

export function Feeling(props: RoundProps & { mood: 'mood' | 'word' }) {
  const t = useRoundtableWords()
  const { mood, everyone, over } = props
  const open = everyone.phase === 'open' && !over
  return (
    <section className="feeling">
      {mood === 'mood' ? <OwnMood {...props} open={open} /> : <OwnWord {...props} open={open} />}
      <Saved {...props} />
      <h2>{mood === 'mood' ? t.group : t.groupWords}</h2>
      <GroupMood everyone={everyone} />
    </section>
  )
}

function OwnMood({ mine, send, open }: RoundProps & { open: boolean }) {
  const t = useRoundtableWords()
  const name = useId()
  return (
    <fieldset disabled={!open} className="choices">
      <legend>{t.moodAsk}</legend>
      <div className="moods">
        {MOODS.map((one) => (
          <label key={one} className="ch mood">
            <input
              type="radio"
              className="vh"
              name={name}
              checked={mine.answer?.mood === one}
              onChange={() => send({ type: 'mood', mood: one })}
            />
            <MoodSign mood={one} size={28} />
            <span>{t.moods[one]}</span>
          </label>
        ))}
      </div>
      <p className="rules">{t.moodPublic}</p>
    </fieldset>
  )
}

function OwnWord({ mine, send, open }: RoundProps & { open: boolean }) {
  const t = useRoundtableWords()
  const id = useId()
  const stored = mine.answer?.word ?? ''
  const [text, write] = useState<string>()
  const word = (text ?? stored).trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (word !== '' && word !== stored) send({ type: 'mood', word })
    write(undefined)
  }
  return (
    <form className="own-word" onSubmit={submit}>
      <label htmlFor={id}>{t.wordAsk}</label>
      <div className="go">
        <input
          id={id}
          className="in"
          maxLength={WORD_MAX}
          disabled={!open}
          value={text ?? stored}
          autoComplete="off"
          enterKeyHint="send"
          onChange={(event) => write(event.target.value)}
        />
        <button type="submit" className="btn main" disabled={!open || word === '' || word === stored}>
          {t.send}
        </button>
      </div>
      <p className="rules">{t.wordPublic}</p>
    </form>
  )
}

function Saved({ mine, allPending, connected }: RoundProps) {
  const t = useRoundtableWords()
  const pending = allPending.some(({ payload }) => (payload as { type?: string }).type === 'mood')
  const { answer } = mine
  if (!answer) return null
  return (
    <p className="became num" role="status">
      {pending ? connected ? t.sending : t.waiting : <b className="tx-ok">{t.savedAt(time(answer.at))}</b>}
      {answer.word && ` · ${fr(`« ${answer.word} »`)}`}
    </p>
  )
}
