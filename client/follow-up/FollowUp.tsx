/** The questionnaire some months after the class, reached by the link of a mail, outside any class. */
import { type FormEvent, useEffect, useState } from 'react'
import type { SurveyAnswers } from '#shared/activities/survey/definition.ts'
import { Item } from '#shared/activities/survey/Item.tsx'
import { givenOnly, gradeWords, inOrder, isGiven } from '#shared/activities/survey/participant-model.ts'
import { useSurveyWords } from '#shared/activities/survey/words.ts'
import type { FollowUpAnswer } from '#shared/convocation.ts'
import { ApiError, post } from '../api.ts'
import { date, fr } from '../i18n/format.ts'
import { Mark } from '../kit/Mark.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Preferences } from '../kit/Preferences.tsx'
import { useTitle } from '../kit/use-title.ts'
import { useWords } from './words.ts'
import '#shared/activities/question/question.css'
import '#shared/activities/survey/participant.css'
import './follow-up.css'

export default function FollowUp() {
  const t = useWords()
  const [token] = useState(() => new URLSearchParams(location.hash.slice(1)).get('t') ?? '')
  const [found, setFound] = useState<FollowUpAnswer>()
  const [failure, setFailure] = useState<ApiError>()
  const [attempt, setAttempt] = useState(0)
  useTitle(t.title)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is the reason to ask again
  useEffect(() => {
    if (!token) return
    setFailure(undefined)
    post<FollowUpAnswer>('/api/follow-up/look', { token }).then(setFound, (error: unknown) => {
      if (error instanceof ApiError) setFailure(error)
    })
  }, [token, attempt])

  return (
    <div className="follow-up">
      <header>
        <Mark />
        <Preferences />
      </header>
      <main>
        <h1>{found ? fr(found.name) : t.title}</h1>
        {!token && <Notice tone="stop">{t.broken}</Notice>}
        {failure && (
          <>
            <Notice tone={failure.status === 0 ? 'warn' : 'stop'} role="alert">
              {failure.message}
            </Notice>
            {failure.status === 0 && (
              <button type="button" className="btn" onClick={() => setAttempt(attempt + 1)}>
                {t.retry}
              </button>
            )}
          </>
        )}
        {token && !found && !failure && <p role="status">{t.loading}</p>}
        {found && <Questions token={token} found={found} />}
      </main>
    </div>
  )
}

function Questions({ token, found }: { token: string; found: FollowUpAnswer }) {
  const t = useWords()
  const survey = useSurveyWords()
  const [answers, setAnswers] = useState<SurveyAnswers>(() => kept(token))
  const [state, setState] = useState<'writing' | 'empty' | 'sending' | 'thanks' | 'given'>(
    found.given ? 'given' : 'writing',
  )
  const [failure, setFailure] = useState<string>()
  const items = inOrder(found.survey)

  function change(id: string, answer: SurveyAnswers[string] | undefined) {
    const { [id]: _, ...others } = answers
    const next = answer ? { ...others, [id]: answer } : others
    setAnswers(next)
    keep(token, next)
    if (state === 'empty') setState('writing')
  }

  async function send(event: FormEvent) {
    event.preventDefault()
    if (state === 'sending') return
    if (!items.some(({ id }) => isGiven(answers[id]))) return setState('empty')
    setState('sending')
    setFailure(undefined)
    try {
      await post('/api/follow-up', { token, answers: givenOnly(answers) })
      forget(token)
      setState('thanks')
    } catch (error) {
      if (error instanceof ApiError && error.code === 'already-given') return setState('given')
      setFailure(error instanceof ApiError ? error.message : String(error))
      setState('writing')
    }
  }

  if (state === 'thanks' || state === 'given') {
    return (
      <Notice tone="ok" role="status">
        {t[state]}
      </Notice>
    )
  }
  return (
    <form className="survey" onSubmit={send}>
      <p className="follow-up-about">{t.about(found.title, date(found.startsAt, found.timeZone))}</p>
      {found.survey.intro && <p>{fr(found.survey.intro)}</p>}
      <Notice>{found.survey.anonymous ? t.anonymous : t.named}</Notice>
      {items.map((item) => (
        <section key={item.id} className="follow-up-item">
          <h2 id={`q-${item.id}`}>{fr(item.text)}</h2>
          <Item
            item={item}
            labelledBy={`q-${item.id}`}
            answer={answers[item.id]}
            grades={gradeWords(found.survey, survey.grades)}
            onAnswer={(answer) => change(item.id, answer)}
          />
        </section>
      ))}
      {state === 'empty' && (
        <Notice tone="warn" role="alert">
          {t.empty}
        </Notice>
      )}
      {failure && (
        <Notice tone="stop" role="alert">
          {failure}
        </Notice>
      )}
      <button type="submit" className="btn lamp" aria-busy={state === 'sending' || undefined}>
        {t.send}
      </button>
    </form>
  )
}

/** What is being written stays in this tab until it is stored. */
const keyOf = (token: string) => `estrade-follow-up-${token}`

function kept(token: string): SurveyAnswers {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(token)) ?? '{}')
  } catch {
    return {}
  }
}

function keep(token: string, answers: SurveyAnswers): void {
  try {
    sessionStorage.setItem(keyOf(token), JSON.stringify(answers))
  } catch {
    // Storage refused: it stays on the page.
  }
}

function forget(token: string): void {
  try {
    sessionStorage.removeItem(keyOf(token))
  } catch {
    // Nothing was stored then.
  }
}
