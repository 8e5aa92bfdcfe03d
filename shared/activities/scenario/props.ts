/** What the parts of the form are given: the form itself, the bar under it, the control of a field. */
import type { FieldValue } from './definition.ts'
import type { OwnCopy, ScenarioProps, SheetField } from './participant-model.ts'
import type { Work } from './use-work.tsx'
import type { Sheet } from './work.ts'

export type FormProps = ScenarioProps & {
  sheet: Sheet
  copy: OwnCopy
  work: Work
  /** The field in hand, or the last one that was. */
  inHand?: string
  setInHand: (field: string) => void
}

export type BarProps = Omit<FormProps, 'setInHand'>

export type ControlProps = {
  id: string
  field: SheetField
  value: FieldValue | undefined
  focused: boolean
  bad: boolean
  describedBy: string
  onType: (value: FieldValue) => void
}
