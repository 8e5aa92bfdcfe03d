/** A questionnaire in the participant's hand: filled, handed in, amended until the close, then thanked for. */
import { CircleCheck, Clock, CloudOff, MonitorSmartphone, TriangleAlert } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { fr, time } from '#client/i18n/format.ts'
import { useWaiting } from '../question/Outcome.tsx'
import { AnswerList } from './AnswerList.tsx'
import type { SurveyAnswers, SurveyCommand } from './definition.ts'
import { Figures } from './Figures.tsx'
import { Anonymity, Filling } from './Filling.tsx'
import { gradeWords, inOrder, isGiven } from './participant-model.ts'
import type { SurveyProps } from './props.ts'
import { type Kept, newBallotId, useKept } from './use-kept.tsx'
import { useSurveyWords } from './words.ts'
import '../question/question.css'
import '../question/sheet.css'
import './participant.css'

export function Participant(props: SurveyProps) {
  const { everyone, mine, activityId, over, send } = props
  const { anonymous, phase } = everyone
  const stored = (mine.answer?.at ?? 0) > 0
  const { kept, change } = useKept(`${props.draftsUnder}/${activityId}`, mine.answer?.at)
  const [changing, setChanging] = useState(false)
  const amended = useAmended(props)
  const shut = phase === 'closed' || phase === 'revealed' || over
  if (phase === 'ready') return <Soon {...props} />
  if (!kept) return null
  const late = shut && !anonymous && phase === 'closed' && !over && !stored
  const fills = (phase === 'open' && !over) || late
  if (!fills) return <Over {...props} kept={kept} />
  if (mine.answer && !changing)
    return <HandedIn {...props} kept={kept} amended={amended} onChange={() => setChanging(true)} />
  const stop = () => setChanging(false)
  const handIn = async (answers: SurveyAnswers) => {
    const ballotId = anonymous ? (kept.ballotId ?? newBallotId()) : undefined
    // First on the device: without its ballot nothing could be changed any more.
    await change({ handed: answers, draft: undefined, ...(ballotId && { ballotId }) })
    const command: SurveyCommand =
      ballotId === undefined
        ? { type: 'return', answers }
        : { type: mine.answer ? 'amend' : 'return', answers, ballotId }
    send(command)
    stop()
  }
  return (
    <>
      <Refusals {...props} />
      <Filling
        {...props}
        answers={kept.draft ?? kept.handed ?? mine.answer?.answers ?? {}}
        onChange={(draft) => void change({ draft })}
        changing={changing}
        late={late}
        onHandIn={(answers) => void handIn(answers)}
        onCancel={() => {
          void change({ draft: undefined })
          stop()
        }}
      />
    </>
  )
}

function Refusals({ allRefused }: SurveyProps) {
  const t = useSurveyWords()
  const why = allRefused.at(-1)?.why
  if (!why) return null
  return (
    <div className="note stop" role="alert">
      <TriangleAlert size={20} strokeWidth={1.75} aria-hidden="true" />
      <div>
        <b>{t.refused}</b> {fr(why.reason)}
      </div>
    </div>
  )
}

function Soon({ everyone, activityId }: SurveyProps) {
  const t = useSurveyWords()
  return (
    <section className="survey asked-question" aria-labelledby={`q-${activityId}`}>
      <p className="kick">
        <span className="state">{t.soon}</span>
      </p>
      <h1 id={`q-${activityId}`}>{everyone.title}</h1>
      {everyone.intro && <p className="lead">{everyone.intro}</p>}
      <Anonymity anonymous={everyone.anonymous} />
    </section>
  )
}

const ICON = { size: 24, strokeWidth: 1.75, 'aria-hidden': true } as const

/** What became of the return, and how it can still be changed. */
function HandedIn(props: SurveyProps & { kept: Kept; amended: boolean; onChange: () => void }) {
  const { everyone, mine, kept, activityId, allPending, amended, connected, keptOn, onChange } = props
  const t = useSurveyWords()
  const pending = allPending.at(-1)
  const waiting = useWaiting(pending?.since, connected)
  const { at = 0, late } = mine.answer ?? {}
  const mayChange = everyone.anonymous ? kept.ballotId !== undefined : !late
  const answers = kept.handed ?? mine.answer?.answers
  const line = pending
    ? waiting
      ? {
          icon: <CloudOff {...ICON} />,
          tone: 'warn',
          title: t.waiting,
          more: keptOn === 'device' ? t.waitingDevice : t.waitingMemory,
        }
      : { icon: <Clock {...ICON} />, title: t.sending, more: t.sendingMore }
    : {
        icon: <CircleCheck {...ICON} />,
        tone: 'ok',
        title: amended ? t.changed : late ? t.savedLate(time(at)) : t.savedAt(time(at)),
        more: t.thanks,
      }
  return (
    <section className="survey asked-question" aria-labelledby={`q-${activityId}`}>
      <p className="kick">
        <span className="live-tag">{everyone.title}</span>
        <span>{everyone.anonymous ? t.anonymousTag : t.namedTag}</span>
      </p>
      <Refusals {...props} />
      <Status {...line} heading={`q-${activityId}`} />
      {!pending &&
        (mayChange ? (
          <>
            <button type="button" className="btn send" onClick={onChange}>
              {t.change}
            </button>
            <p className="quiet-line">{everyone.anonymous ? t.changeMore : t.changeNamed}</p>
          </>
        ) : (
          everyone.anonymous && (
            <p className="quiet-line elsewhere">
              <MonitorSmartphone size={20} strokeWidth={1.75} aria-hidden="true" />
              {t.alreadyMore}
            </p>
          )
        ))}
      {answers && (
        <>
          <h2>{t.yours}</h2>
          <AnswerList items={inOrder(everyone)} answers={answers} grades={gradeWords(everyone, t.grades)} />
        </>
      )}
    </section>
  )
}

/** True once an amendment made on this page has been stored: its time is kept nowhere. */
function useAmended({ allPending, allRefused }: SurveyProps): boolean {
  const [sent, setSent] = useState(false)
  const sending = allPending.some(({ payload }) => (payload as SurveyCommand).type === 'amend')
  useEffect(() => {
    if (sending) setSent(true)
  }, [sending])
  return sent && !sending && allRefused.length === 0
}

type StatusProps = { icon?: ReactNode; tone?: string; title: string; more: string; heading: string }

function Status({ icon, tone, title, more, heading }: StatusProps) {
  return (
    <div className="handed-in" role="status">
      {icon && <span className={tone && `tx-${tone}`}>{icon}</span>}
      <div>
        <h1 id={heading}>{title}</h1>
        <p>{more}</p>
      </div>
    </div>
  )
}

/** Closed: thanks, one's own answers where they bear one's name, and the figures of the group once they are shown. */
function Over(props: SurveyProps & { kept: Kept }) {
  const { everyone, mine, kept, activityId } = props
  const t = useSurveyWords()
  const { phase, results, anonymous } = everyone
  const returned = mine.answer !== undefined
  const own = returned ? (anonymous ? undefined : mine.answer?.answers) : (kept.draft ?? kept.handed)
  const written = own && Object.values(own).some(isGiven) ? own : undefined
  const items = inOrder(everyone)
  return (
    <section className="survey asked-question" aria-labelledby={`q-${activityId}`}>
      <p className="kick">
        <span className="state">{phase === 'revealed' ? t.results : t.closed}</span>
        {results && <span className="num">{t.returns(results.returns)}</span>}
      </p>
      <Refusals {...props} />
      {results ? (
        <>
          <h1 id={`q-${activityId}`}>{everyone.title}</h1>
          <Figures items={items} results={results} low={everyone.low} high={everyone.high} />
        </>
      ) : (
        <Status
          icon={returned ? <CircleCheck {...ICON} /> : undefined}
          tone="ok"
          title={returned ? t.closedThanks : (everyone.title ?? t.closed)}
          more={returned ? `${t.closedMine} ${t.resultsSoon}` : t.closedNone}
          heading={`q-${activityId}`}
        />
      )}
      {written && (
        <>
          <h2>{returned ? t.yours : t.notSent}</h2>
          <AnswerList items={items} answers={written} grades={gradeWords(everyone, t.grades)} />
        </>
      )}
    </section>
  )
}
