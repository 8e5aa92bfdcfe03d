import type { ClassRef, LoginAnswer } from '#shared/api.ts'
import { navigate } from '../kit/navigation.tsx'

/** Where a person takes a seat in a class: the console for who teaches, the room for who learns. */
export function seatAddress(personId: string, ref: Pick<ClassRef, 'id' | 'role'>): string {
  const screen = ref.role === 'trainer' || ref.role === 'cotrainer' ? 'console' : 'salle'
  return `/${screen}/${ref.id}?as=${encodeURIComponent(personId)}`
}

/** After a sign-in: straight into the class when there is no doubt which one, else to « Mes classes ». */
export function enter(answer: LoginAnswer, classId?: string): void {
  const wanted = answer.classes.find((ref) => ref.id === classId)
  const only = answer.role === 'participant' && answer.classes.length === 1 ? answer.classes[0] : undefined
  const seat = wanted ?? only
  navigate(seat ? seatAddress(answer.personId, seat) : '/', { replace: true })
}
