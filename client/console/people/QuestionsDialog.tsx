/** What participants asked in private: answered in private, shown to all without a name, or settled aloud. */
import { useState } from 'react'
import { time } from '#client/i18n/format.ts'
import { announce, Dialog } from '#client/kit/index.ts'
import { useClassInfo } from '#client/live/hooks.ts'
import { answersTo, type Question, questionsOf } from './questions.ts'
import type { PeopleProps } from './types.ts'
import { WordForm } from './WordForm.tsx'
import { usePeopleWords } from './words.ts'

type Props = PeopleProps & { leads: boolean }

export function QuestionsDialog({ open, onClose, ...props }: Props & { open: boolean; onClose: () => void }) {
  const t = usePeopleWords()
  const { talk } = props.trainer
  const waiting = questionsOf(talk, false)
  const settled = questionsOf(talk, true)
  return (
    <Dialog open={open} title={t.questionsTitle} onClose={onClose} className="questions-dialog">
      <p className="label">{t.questionsWho}</p>
      {waiting.length === 0 && <p>{t.questionsEmpty}</p>}
      <ul className="questions">
        {waiting.map((question) => (
          <Item key={question.id} question={question} {...props} />
        ))}
      </ul>
      {settled.length > 0 && (
        <details>
          <summary>{t.settledN(settled.length)}</summary>
          <ul className="questions">
            {settled.map((question) => (
              <Item key={question.id} question={question} {...props} />
            ))}
          </ul>
        </details>
      )}
    </Dialog>
  )
}

function Item({ question, leads, trainer, name, commands }: Props & { question: Question }) {
  const t = usePeopleWords()
  const info = useClassInfo()
  const [replying, setReplying] = useState(false)
  const { id, by, text, at, settled } = question
  const shown = trainer.talk.shown === id
  const { online, run } = commands
  const reply = async (words: string) => {
    const said = await run('word.say', { personId: by, text: words, questionId: id })
    if (!said.ok) return false
    announce(t.wordSent(name(by)))
    setReplying(false)
    await run('question.settle', { questionId: id, settled: true })
    return true
  }
  return (
    <li>
      <p className="label">
        <b>{name(by)}</b> <span className="num">{time(at, info?.timeZone)}</span>
      </p>
      <p className="tx">{text}</p>
      {answersTo(trainer.talk, id).map((answer) => (
        <p key={answer.id} className="answer">
          <b>{info?.roster[answer.by]?.name}</b> {answer.text}
        </p>
      ))}
      {replying ? (
        <WordForm label={t.replyTo(name(by))} how={t.replyHow} online={online} focus onSend={reply}>
          <button type="button" className="btn" onClick={() => setReplying(false)}>
            {t.cancel}
          </button>
        </WordForm>
      ) : (
        <div className="do">
          <button type="button" className="btn sm" onClick={() => setReplying(true)}>
            {t.reply}
          </button>
          <button
            type="button"
            className="btn sm"
            disabled={!online || !leads}
            title={leads ? t.showHow : t.needsLead}
            onClick={() => void run('question.show', shown ? {} : { questionId: id })}
          >
            {shown ? t.hide : t.show}
          </button>
          <button
            type="button"
            className="btn sm"
            disabled={!online}
            onClick={() => void run('question.settle', { questionId: id, settled: !settled })}
          >
            {settled ? t.reopen : t.settle}
          </button>
        </div>
      )}
    </li>
  )
}
