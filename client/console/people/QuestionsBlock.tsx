/** Questions that wait for the trainer: the oldest in sight, all of them in the dialog. */
import { questionsOf } from './questions.ts'
import type { PeopleProps } from './types.ts'
import { usePeopleWords } from './words.ts'

const SHOWN = 2

export function QuestionsBlock({ trainer, name, onAll }: PeopleProps & { onAll: () => void }) {
  const t = usePeopleWords()
  const waiting = questionsOf(trainer.talk, false)
  if (Object.keys(trainer.talk.questions).length === 0) return null
  return (
    <section className="blk questions-blk" aria-labelledby="questions">
      <h2 id="questions">
        {t.questions}
        <button type="button" className="all num" onClick={onAll}>
          {waiting.length} · {t.seeAll}
        </button>
      </h2>
      <ul>
        {waiting.slice(0, SHOWN).map(({ id, by, text }) => (
          <li key={id}>
            <button type="button" onClick={onAll}>
              <b>{name(by)}</b> <span>{text}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
