/** How the people of a tile are called: their names, or their rank while names are hidden. */

import { personName } from '../../trainer/person-name.ts'
import { useSharedWords } from '../../trainer/words.ts'
import type { CockpitProps, NameOf } from './props.ts'

export function useNames(props: CockpitProps): NameOf {
  const t = useSharedWords()
  return (people) => people.map((id) => personName(id, props, t)).join(' · ')
}
