/** What the parts of the cockpit are given: all of it, and the open copy. */
import type { TrainerScreenProps } from '../../trainer-screen.ts'
import type { ScenarioEveryone, ScenarioTrainer } from '../work.ts'
import type { Filter, Tile } from './model.ts'

export type CockpitProps = Omit<TrainerScreenProps, 'everyone' | 'trainer'> & {
  everyone: ScenarioEveryone & TrainerScreenProps['everyone']
  trainer: ScenarioTrainer
}

/** What is looked at beside the open copy: copies in one state, or the fields that go wrong. */
export type Looking = Filter | 'group'

/** How the people of a tile are called. */
export type NameOf = (people: readonly string[]) => string

export type CopyProps = CockpitProps & { tile: Tile; nameOf: NameOf }
