/** What the parts of a participant's screen work out the same way. */
import type { ParticipantProps } from '../participant.ts'
import type { Field, FieldValue } from './definition.ts'
import { read, show, showDecimal } from './fields/index.ts'
import type { ScenarioCommand, ScenarioEveryone, ScenarioMine, Sheet } from './work.ts'

export type ScenarioProps = ParticipantProps<ScenarioEveryone, ScenarioMine>
export type SheetField = Sheet['fields'][number]
export type OwnCopy = NonNullable<ScenarioMine['copy']>

/** A field as the readers of values take it: they look at no hint and at nothing that stood there before. */
export const readable = (field: SheetField) => field as unknown as Field

/** What is shown in a field that is left: as typed while it cannot be understood; without its unit. */
export function settled(field: SheetField, value: FieldValue | undefined): string {
  const said = read(readable(field), value)
  if (said.empty) return ''
  if (typeof value !== 'string') return ''
  if (said.problem !== undefined) return value
  if (field.type === 'money' && said.amount !== undefined) return showDecimal(said.amount, 2, 2)
  if (field.type === 'percent' && said.amount !== undefined) return showDecimal(said.amount, 2)
  return field.type === 'choice' ? value : show(readable(field), value)
}

/** What does not go with the field's own format, once something stands in it. */
export const formatProblem = (field: SheetField, value: FieldValue | undefined): string | undefined =>
  read(readable(field), value).problem

/** Fields with something in them, and fields that must not stay empty. */
export function progress(
  { fields }: Sheet,
  value: (field: string) => FieldValue | undefined,
): { filled: number; of: number } {
  const filled = fields.filter((field) => !read(readable(field), value(field.id)).empty)
  return { filled: filled.length, of: fields.length }
}

/** Messages that show under a field: each once. */
export function messagesOf({ results }: OwnCopy, field: string): string[] {
  const wrong = Object.values(results).filter((one) => one.field === field && !one.ok)
  return [...new Set(wrong.map(({ message }) => message))]
}

const payloadOf = ({ payload }: { payload: unknown }) => payload as ScenarioCommand

/** The gesture of a type that is on its way, and the last one that was refused. */
export function sendingOf({ allPending, allRefused }: ScenarioProps, type: ScenarioCommand['type']) {
  return {
    pending: allPending.findLast((one) => payloadOf(one).type === type),
    refused: allRefused.findLast((one) => payloadOf(one).type === type),
  }
}

/** What stands in a field, to be read: « 2 148,00 € », « 16/11/2026 ». */
export const shown = (field: SheetField, value: FieldValue | undefined): string =>
  show(readable(field), value)

/** The same thing said, however it is typed. */
export const sameValue = (field: SheetField, a: FieldValue | undefined, b: FieldValue): boolean =>
  read(readable(field), a).text === read(readable(field), b).text

/** A record under ids that keep their order (r1, r2…), as a list. */
export const inOrder = <T>(record: Record<string, T>): T[] =>
  Object.keys(record)
    .sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
    .map((id) => record[id]!)

/** When the copy last came back, from the client or from the trainer. */
export const cameBackAt = ({ replies, returned }: Pick<OwnCopy, 'replies' | 'returned'>): number =>
  Math.max(returned?.at ?? 0, inOrder(replies).at(-1)?.at ?? 0)

/** When the server last stored something written in this copy. */
export function savedAt({ values }: OwnCopy): number | undefined {
  const at = Math.max(0, ...Object.values(values).map((written) => written.at))
  return at > 0 ? at : undefined
}
