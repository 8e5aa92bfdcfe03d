import { useQuery } from '../../kit/navigation.tsx'
import type { ClassTab } from '../class-tab.ts'
import { Convocations } from './Convocations.tsx'
import { Letter } from './Letter.tsx'

/** The tab of a class: the board, or the letter it sends (`?vue=lettre`). */
export function ConvocationsTab({ login, klass }: ClassTab) {
  const letter = useQuery().get('vue') === 'lettre'
  return letter ? (
    <Letter login={login} classId={klass.id} />
  ) : (
    <Convocations login={login} classId={klass.id} />
  )
}
