/** An open question in the participant's hand: writing, what became of it, what the group wrote. */
import { useState } from 'react'
import { Remaining } from '../question/Remaining.tsx'
import { Answers } from './Answers.tsx'
import { Cloud } from './Cloud.tsx'
import type { OpenQuestionCommand, OpenQuestionEntry } from './definition.ts'
import { PickedCase } from './PickedCase.tsx'
import { type OpenProps, rulesOf, sendingOf } from './participant-model.ts'
import { anyWritten } from './places.ts'
import { Writing, type WritingWords } from './Writing.tsx'
import { type OpenWords, useOpenWords } from './words.ts'
import '../question/question.css'
import './participant.css'

const NO_ENTRIES: Record<string, OpenQuestionEntry> = {}

export function Participant(props: OpenProps) {
  const { everyone, activityId, again, over } = props
  const [catchingUp, setCatchingUp] = useState(again)
  const t = useOpenWords()
  const { phase, question, groups, picked, variant, display } = everyone
  const entries = props.mine.entries ?? NO_ENTRIES
  const wrote = anyWritten(entries)
  const sending = props.allPending.some(({ payload }) => (payload as OpenQuestionCommand).type === 'catch-up')
  const missed = phase === 'revealed' && (!wrote || sending)
  const catchUp = missed && (catchingUp || sending)
  const late = phase === 'closed' && !over && (!wrote || onlyLate(entries))
  const writes = (phase === 'open' && !over) || late || catchUp
  const heading = `q-${activityId}`
  const title = catchUp ? t.catchUp : titleOf(t, everyone)
  const type = catchUp ? 'catch-up' : 'answer'
  const shownGroups = groups && Object.keys(groups).length > 0 ? groups : undefined
  const vote =
    everyone.votes && phase !== 'ready' && !over && !catchUp
      ? (groupId: string, on: boolean) => props.send({ type: 'vote', groupId, on })
      : undefined
  return (
    <section className={`open-question asked-question ${phase}`} aria-labelledby={heading}>
      <p className="kick">
        <span className={phase === 'open' ? 'live-tag' : 'state'}>{title}</span>
        <Remaining ms={phase === 'open' ? props.remaining : undefined} paused={props.paused} />
      </p>
      <h1 id={heading} className={picked ? 'small' : question.text.length > 120 ? 'long' : undefined}>
        {question.text}
      </h1>
      {picked && !catchUp ? (
        <PickedCase {...props} picked={picked} vote={vote} />
      ) : (
        <>
          {phase === 'ready' && <p className="rules">{t.soonMore}</p>}
          {catchUp && <p className="rules">{t.missedMore}</p>}
          {late && !wrote && <p className="rules">{t.lateMore}</p>}
          {phase !== 'ready' && (wrote || writes) && (
            <Writing
              {...sendingOf(props, type)}
              key={type}
              entries={entries}
              perPerson={catchUp ? 1 : everyone.perPerson}
              maxLength={everyone.maxLength}
              rows={variant === 'case' ? 4 : 2}
              inARow={display === 'cloud'}
              words={wordsOf(t, everyone)}
              mayWrite={writes}
              mayChange={phase === 'open' && !over}
              send={(place, text) => props.send({ type, questionId: place, text })}
            />
          )}
          {phase !== 'ready' && !wrote && !writes && <p className="rules">{t.none}</p>}
          {missed && !catchUp && (
            <button type="button" className="btn send" onClick={() => setCatchingUp(true)}>
              {t.answerNow}
            </button>
          )}
          {!catchUp && phase !== 'revealed' && <p className="rules">{rulesOf(t, everyone)}</p>}
          {(shownGroups || phase === 'revealed') && (
            <section className="others" aria-label={t.others}>
              <h2>{t.others}</h2>
              {!shownGroups ? (
                <p className="rules">{t.noneYet}</p>
              ) : display === 'cloud' && !vote ? (
                <Cloud groups={shownGroups} />
              ) : (
                <Answers groups={shownGroups} mine={props.mine.votes} vote={vote} votes={everyone.votes} />
              )}
            </section>
          )}
          <p className="quiet-line num">{t.answered(everyone.answeredCount)}</p>
        </>
      )}
    </section>
  )
}

function titleOf(t: OpenWords, { phase, variant, picked }: OpenProps['everyone']): string {
  if (picked) return t.casePicked
  const open = variant === 'case' ? t.caseOpen : t.open
  return { ready: t.soon, open, closed: t.closed, revealed: t.results }[phase]
}

function wordsOf(t: OpenWords, { variant, display }: OpenProps['everyone']): WritingWords {
  if (variant === 'case')
    return {
      field: (n) => (n === undefined ? t.case : t.caseN(n)),
      hint: t.caseHint,
      another: t.anotherCase,
      own: t.yourCases,
    }
  if (display === 'cloud')
    return {
      field: (n) => (n === undefined ? t.word : t.wordN(n)),
      another: t.anotherWord,
      own: t.yours,
    }
  return {
    field: (n) => (n === undefined ? t.answer : t.answerN(n)),
    another: t.another,
    own: t.yours,
  }
}

const onlyLate = (entries: Record<string, OpenQuestionEntry>) =>
  Object.values(entries).every((entry) => entry.late || entry.text === '' || entry.at === 0)
