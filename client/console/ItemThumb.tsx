import {
  ChartNoAxesColumn,
  ClipboardPen,
  Coffee,
  ListChecks,
  type LucideIcon,
  MessageCircleQuestionMark,
  Presentation,
  SquarePen,
  Users,
} from 'lucide-react'
import { memo } from 'react'
import { Slide } from '#client/slides/Slide.tsx'
import type { PlanItem } from '#shared/course.ts'
import { own } from '#shared/own.ts'

const SIGNS: Record<string, LucideIcon> = {
  poll: ChartNoAxesColumn,
  mcq: ListChecks,
  'open-question': MessageCircleQuestionMark,
  scenario: SquarePen,
  survey: ClipboardPen,
  roundtable: Users,
  presentation: Presentation,
}

/** The sign of a kind of activity. */
export const signOf = (kind: string | undefined): LucideIcon => own(SIGNS, kind ?? '') ?? ListChecks

/** The small picture of one line of the plan: its slide, or the sign of its kind. */
export const ItemThumb = memo(function ItemThumb({ item }: { item: PlanItem }) {
  if (item.type === 'slide' && item.slide) {
    return (
      <span className="th" aria-hidden="true">
        <Slide n={item.slide} fit="width" thumbnail />
      </span>
    )
  }
  const Icon = item.type === 'break' ? Coffee : signOf(item.kind)
  return (
    <span className="th sign" aria-hidden="true">
      <Icon size={20} strokeWidth={1.75} />
    </span>
  )
})
