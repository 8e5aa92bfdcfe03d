import type { EveryoneView, TrainerView } from '#shared/views.ts'
import type { Commands } from '../commands.ts'
import type { Person } from '../people.ts'

/** What every part of the panel reads. `name` obeys « Masquer les noms ». */
export type PeopleProps = {
  everyone: EveryoneView
  trainer: TrainerView
  people: Person[]
  name: (personId: string) => string
  commands: Commands
}
