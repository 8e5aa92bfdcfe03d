/** An open question as the trainer sees it: what comes in, what shows, who is missing. */
import { EyeOff } from 'lucide-react'
import { fr } from '#client/i18n/format.ts'
import { Missing } from '../trainer/Missing.tsx'
import { NamesToggle } from '../trainer/NamesToggle.tsx'
import { Tally } from '../trainer/Tally.tsx'
import { TimerControls } from '../trainer/TimerControls.tsx'
import type { TrainerScreenProps } from '../trainer-screen.ts'
import type { OpenQuestionTrainer } from './definition.ts'
import { TrainerGroups, waitingIn } from './TrainerGroups.tsx'
import { useTrainerWords } from './trainer-words.ts'
import '../trainer/trainer.css'
import './trainer.css'

export default function Trainer(props: TrainerScreenProps) {
  const t = useTrainerWords()
  const question = props.trainer as unknown as OpenQuestionTrainer
  const { definition, picked } = question
  const waiting = waitingIn(question)
  const act = (payload: { type: string; [key: string]: unknown }) => void props.send('activity.do', payload)
  const n = props.order.filter((id) => question.answered[id]).length
  const asked = props.everyone.phase !== 'ready'
  return (
    <div className="trainer-screen open-trainer">
      <section className="card" aria-labelledby="open-question">
        <h2 id="open-question">{fr(definition.text)}</h2>
        {waiting.length > 1 && (
          <p className="all">
            <button
              type="button"
              className="btn sm main"
              disabled={!props.online}
              onClick={() => act({ type: 'show', entryIds: waiting, shown: true })}
            >
              {t.showAll(waiting.length)}
            </button>
          </p>
        )}
        {picked !== undefined && question.groups[picked] && (
          <div className="picked">
            <p>{fr(question.groups[picked].text)}</p>
            <button
              type="button"
              className="btn sm"
              disabled={!props.online}
              onClick={() => act({ type: 'pick' })}
            >
              {t.unpick}
            </button>
            <h3>{t.contributions}</h3>
            <TrainerGroups {...props} question={question} on={picked} />
          </div>
        )}
        <TrainerGroups {...props} question={question} />
        <div className="only">
          <EyeOff size={16} strokeWidth={1.75} aria-hidden="true" />
          <span className="tx">{definition.named ? t.onlyYou : t.unnamed}</span>
          {definition.named && <NamesToggle namesHidden={props.namesHidden} hideNames={props.hideNames} />}
        </div>
      </section>
      <div className="side">
        <Tally n={n} of={props.order.length} />
        {asked && (
          <Missing
            missing={props.order.filter((id) => !question.answered[id])}
            people={props.people}
            namesHidden={props.namesHidden}
          />
        )}
        <TimerControls {...props} />
      </div>
    </div>
  )
}
