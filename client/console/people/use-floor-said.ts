/** Says aloud, politely, what the people want; a new hand chimes. */
import { announce } from '#client/kit/index.ts'
import { chime } from '#client/kit/sound.ts'
import { useChange } from '#client/kit/use-change.ts'
import { paces } from './floor-times.ts'
import type { Lead } from './lead.ts'
import { questionsOf } from './questions.ts'
import type { PeopleProps } from './types.ts'
import { usePeopleWords } from './words.ts'

type Props = PeopleProps & { lead: Lead; namesHidden: boolean }

export function useFloorSaid({ everyone, trainer, people, name, lead, namesHidden }: Props): void {
  const t = usePeopleWords()
  const { hands, since, speaker } = everyone.floor
  const newest = hands.toSorted((a, b) => (since[b] ?? 0) - (since[a] ?? 0))[0]
  useChange(newest === undefined ? 0 : (since[newest] ?? 0), (now, before) => {
    if (now <= before || newest === undefined) return
    chime('hand')
    announce(namesHidden ? t.saidHandHidden(hands.length) : t.saidHand(name(newest), hands.length))
  })
  useChange(speaker, (now) => announce(now === undefined ? t.saidFree : t.saidSpeaks(name(now))))
  useChange(questionsOf(trainer.talk, false).length, (now, before) => {
    if (now > before) announce(t.saidQuestion)
  })
  useChange(paces(people).lost, (now, before) => {
    if (now > before) announce(t.saidLost(now))
  })
  useChange(trainer.lead, () => announce(lead.mine ? t.saidYouLead : t.saidLead(lead.name)))
}
