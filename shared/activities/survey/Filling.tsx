/** The questionnaire while it is being filled: what its anonymity means, one item at a time, then all of them again. */
import { ChevronLeft, ChevronRight, EyeOff, ListChecks, UserRound } from 'lucide-react'
import { useState } from 'react'
import { COMMAND_MAX_BYTES } from '#shared/types.ts'
import { Remaining } from '../question/Remaining.tsx'
import { useFocusAt } from '../question/use-focus-at.tsx'
import { usePlace } from '../question/use-place.tsx'
import { AnswerList } from './AnswerList.tsx'
import type { SurveyAnswers, SurveyItemView } from './definition.ts'
import { Item } from './Item.tsx'
import { givenOnly, gradeWords, inOrder, isGiven } from './participant-model.ts'
import type { SurveyProps } from './props.ts'
import { useSurveyWords } from './words.ts'

type Props = SurveyProps & {
  answers: SurveyAnswers
  onChange: (answers: SurveyAnswers) => void
  /** Something was handed in already: what is written now would take its place. */
  changing: boolean
  late: boolean
  onHandIn: (answers: SurveyAnswers) => void
  onCancel: () => void
}
type Page = Props & { items: SurveyItemView[]; at: number; onGo: (at: number) => void }

const ICON = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const

/** Page 0 says what this is, the last one is read before handing in, one item on each page between. */
export function Filling(props: Props) {
  const items = inOrder(props.everyone)
  const [at, onGo] = usePlace(props.activityId, items.length + 1)
  const item = items[at - 1]
  const page = { ...props, items, at, onGo }
  if (at === 0) return <Cover {...page} />
  return item ? <OneItem key={item.id} {...page} item={item} /> : <BeforeHandingIn {...page} />
}

export function Anonymity({ anonymous }: { anonymous: boolean }) {
  const t = useSurveyWords()
  const Icon = anonymous ? EyeOff : UserRound
  return (
    <div className="anonymity">
      <Icon size={24} strokeWidth={1.75} aria-hidden="true" />
      <div>
        <h2>{anonymous ? t.anonymousTitle : t.namedTitle}</h2>
        {(anonymous ? t.anonymous : t.named).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  )
}

function Cover({ everyone, activityId, items, answers, late, onGo, ...props }: Page) {
  const t = useSurveyWords()
  const heading = useFocusAt<HTMLHeadingElement>(`${activityId} cover`, true)
  const first = items.findIndex((item) => !isGiven(answers[item.id]))
  const begun = items.some((item) => isGiven(answers[item.id]))
  return (
    <section className="survey asked-question sheet" aria-labelledby={`q-${activityId}`}>
      <div className="sheet-body">
        <p className="kick">
          <span className={late ? 'state' : 'live-tag'}>{late ? t.closed : t.open}</span>
          <Remaining ms={late ? undefined : props.remaining} paused={props.paused} />
        </p>
        <h1 id={`q-${activityId}`} ref={heading} tabIndex={-1}>
          {everyone.title}
        </h1>
        {everyone.intro && <p className="lead">{everyone.intro}</p>}
        {late && <p className="lead missing">{t.late}</p>}
        <Anonymity anonymous={everyone.anonymous} />
        <p className="quiet-line">{t.keptHere}</p>
      </div>
      <nav className="turn" aria-label={t.all}>
        <button
          type="button"
          className="btn main begin"
          onClick={() => onGo(begun ? (first < 0 ? items.length : first) + 1 : 1)}
        >
          {begun ? t.goOn : t.begin}
          <ChevronRight {...ICON} />
        </button>
      </nav>
    </section>
  )
}

function OneItem({ item, ...page }: Page & { item: SurveyItemView }) {
  const { everyone, activityId, items, at, answers, late, onGo, onChange } = page
  const t = useSurveyWords()
  const heading = useFocusAt<HTMLHeadingElement>(`${activityId} ${item.id}`, true)
  const id = `q-${activityId}`
  const { [item.id]: _before, ...others } = answers
  return (
    <section className="survey asked-question sheet" aria-labelledby={id}>
      <div className="sheet-body">
        <p className="kick">
          <span className={late ? 'state' : 'live-tag'}>{t.position(at, items.length)}</span>
          {page.remaining === undefined || late ? (
            <span>{everyone.anonymous ? t.anonymousTag : t.namedTag}</span>
          ) : (
            <Remaining ms={page.remaining} paused={page.paused} />
          )}
        </p>
        <span className="progress" aria-hidden="true">
          {items.map((one, index) => (
            <i
              key={one.id}
              className={`${isGiven(answers[one.id]) ? 'on' : ''}${index + 1 === at ? ' here' : ''}`}
            />
          ))}
        </span>
        <h1 id={id} ref={heading} tabIndex={-1} className={item.text.length > 120 ? 'long' : undefined}>
          {item.text}
        </h1>
        <Item
          item={item}
          labelledBy={id}
          answer={answers[item.id]}
          grades={gradeWords(everyone, t.grades)}
          onAnswer={(answer) => onChange(answer ? { ...others, [item.id]: answer } : others)}
        />
      </div>
      <nav className="turn" aria-label={t.all}>
        <button type="button" className="btn" onClick={() => onGo(at - 1)}>
          <ChevronLeft {...ICON} />
          {t.previous}
        </button>
        <button
          type="button"
          className="btn quiet all"
          aria-label={t.listOfAll}
          onClick={() => onGo(items.length + 1)}
        >
          <ListChecks {...ICON} />
          {t.list}
        </button>
        <button
          type="button"
          className={`btn${at === items.length ? ' main' : ''}`}
          onClick={() => onGo(at + 1)}
        >
          {at === items.length ? t.review : t.next}
          <ChevronRight {...ICON} />
        </button>
      </nav>
    </section>
  )
}

/** Room for what surrounds the answers in the command. */
const ANSWERS_MAX_BYTES = COMMAND_MAX_BYTES - 1024

function BeforeHandingIn({ items, answers, onGo, onHandIn, onCancel, changing, late, ...props }: Page) {
  const { everyone, activityId } = props
  const t = useSurveyWords()
  const heading = useFocusAt<HTMLHeadingElement>(`${activityId} review`, true)
  const [tooLong, setTooLong] = useState(false)
  const missing = items.filter((item) => !isGiven(answers[item.id]))
  const needed = items.findIndex((item) => item.required && !isGiven(answers[item.id]))
  const required = missing.filter((item) => item.required).length
  const state =
    required > 0
      ? t.missingRequired(required)
      : missing.length > 0
        ? t.missingOptional(missing.length)
        : t.complete
  const handIn = () => {
    const given = givenOnly(answers)
    const fits = new TextEncoder().encode(JSON.stringify(given)).length <= ANSWERS_MAX_BYTES
    setTooLong(!fits)
    if (fits) onHandIn(given)
  }
  return (
    <section className="survey asked-question sheet" aria-labelledby={`q-${activityId}`}>
      <div className="sheet-body">
        <p className="kick">
          <span className={late ? 'state' : 'live-tag'}>{late ? t.closed : everyone.title}</span>
          <span>{everyone.anonymous ? t.anonymousTag : t.namedTag}</span>
        </p>
        <h1 id={`q-${activityId}`} ref={heading} tabIndex={-1}>
          {t.reviewTitle}
        </h1>
        <p className={`lead${required > 0 ? ' missing' : ''}`}>{state}</p>
        {late && <p className="lead missing">{t.late}</p>}
        {tooLong && (
          <p className="note stop" role="alert">
            {t.tooLong}
          </p>
        )}
        <AnswerList
          items={items}
          answers={answers}
          grades={gradeWords(everyone, t.grades)}
          onGo={(index) => onGo(index + 1)}
        />
        {changing && (
          <button type="button" className="btn quiet" onClick={onCancel}>
            {t.cancel}
          </button>
        )}
      </div>
      <nav className="turn" aria-label={t.reviewTitle}>
        <button type="button" className="btn" onClick={() => onGo(items.length)}>
          <ChevronLeft {...ICON} />
          {t.previous}
        </button>
        {needed >= 0 ? (
          <button type="button" className="btn main" onClick={() => onGo(needed + 1)}>
            {t.goTo(needed + 1)}
          </button>
        ) : (
          <button type="button" className="btn main" onClick={handIn}>
            {changing ? t.handInAgain : t.handIn}
          </button>
        )}
      </nav>
    </section>
  )
}
