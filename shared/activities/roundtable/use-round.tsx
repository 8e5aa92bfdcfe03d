/** What the trainer's screens of a tour de table read of what the console gives. */
import { personName } from '../trainer/person-name.ts'
import { useSharedWords } from '../trainer/words.ts'
import type { TrainerScreenProps } from '../trainer-screen.ts'
import type { RoundtableEveryone, RoundtableTrainer } from './definition.ts'
import { useTrainerWords } from './trainer-words.ts'

export type RoundProps = TrainerScreenProps & {
  round: RoundtableEveryone
  own: RoundtableTrainer
  nameOf: (personId: string) => string
}

export function useRound(props: TrainerScreenProps): RoundProps {
  const t = useTrainerWords()
  const shared = useSharedWords()
  return {
    ...props,
    round: props.everyone as unknown as RoundtableEveryone,
    own: props.trainer as unknown as RoundtableTrainer,
    nameOf: (id) => personName(id, props, shared) || t.unknown,
  }
}
