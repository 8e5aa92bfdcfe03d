/** Presentations as the trainer runs them: who presents, their grid, the words given back, who is left. */
import { useEffect, useState } from 'react'
import { fr } from '#client/i18n/format.ts'
import { personName } from '../trainer/person-name.ts'
import { useSharedWords } from '../trainer/words.ts'
import type { TrainerScreenProps } from '../trainer-screen.ts'
import type { PresentationEveryone, PresentationTrainer } from './definition.ts'
import { PeopleList } from './PeopleList.tsx'
import type { OralScreenProps } from './props.ts'
import { SheetCard } from './SheetCard.tsx'
import { useTrainerWords } from './trainer-words.ts'
import '../trainer/trainer.css'
import './trainer.css'

export default function Trainer(given: TrainerScreenProps) {
  const t = useTrainerWords()
  const shared = useSharedWords()
  const props: OralScreenProps = {
    ...given,
    oral: given.everyone as unknown as PresentationEveryone,
    own: given.trainer as unknown as PresentationTrainer,
    nameOf: (id) => personName(id, given, shared) || t.unknown,
    act: (payload) => void given.send('activity.do', payload),
  }
  const { oral, order, everyone } = props
  const all = [...oral.order, ...order.filter((id) => !oral.order.includes(id))]
  const [chosen, choose] = useState(oral.speaker ?? all[0])
  // The sheet follows whoever takes the stage.
  useEffect(() => {
    if (oral.speaker) choose(oral.speaker)
  }, [oral.speaker])
  const personId = chosen ?? all[0]
  return (
    <div className="trainer-screen oral">
      <section className="card" aria-labelledby="oral-who">
        <p className="label">{fr(oral.instructions)}</p>
        {everyone.phase === 'ready' && <p className="label">{t.ready}</p>}
        {personId !== undefined && <SheetCard key={personId} {...props} personId={personId} />}
      </section>
      <div className="side">
        <PeopleList {...props} all={all} chosen={personId} choose={choose} />
      </div>
    </div>
  )
}
