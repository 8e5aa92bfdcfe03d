/** A course as loaded from its files: what a class pins by hash at `class.start`. Pure data, JSON-safe. */

/** One line of the plan (déroulé). Minutes are training time; `offMinutes` is time outside it (lunch). */
export type PlanItem = {
  /** Unique and stable within the course: `slide-6`, `p1`, `break-2`. */
  id: string
  type: 'slide' | 'activity' | 'break'
  title: string
  minutes: number
  offMinutes?: number
  sectionId: string
  /** 1-based slide number, on slides. */
  slide?: number
  activityId?: string
  /** Kind of activity: 'poll', … */
  kind?: string
}

export type Section = { id: string; title: string; short: string; minutes: number; objectives: string[] }
export type Objective = { id: string; text: string }

/** What everyone may know of a slide before its content is fetched. `steps` counts its fragments (0: none). */
export type SlideMeta = { n: number; title: string; steps: number; sectionId: string }

/** An activity's definition. `kind` selects the folder under shared/activities. */
export type ActivityDefinition = { kind: string; title: string; [key: string]: unknown }

export type Course = {
  id: string
  title: string
  organisation?: string
  subtitle?: string
  language: 'fr' | 'en'
  objectives: Objective[]
  sections: Section[]
  plan: PlanItem[]
  slides: SlideMeta[]
  activities: Record<string, ActivityDefinition>
  /** Content hash of the rendered deck; slides are served under it. */
  deckHash: string
}

/** One rendered slide. `html` is sanitised; fragments carry `data-marpit-fragment="k"` (1-based). */
export type RenderedSlide = {
  n: number
  title: string
  html: string
  steps: number
  text: string
  notes: string
}

/** A rendered deck. `css` is scoped for a shadow root whose only child is `<div class="marpit">`. Size in CSS px. */
export type Deck = { hash: string; css: string; width: number; height: number; slides: RenderedSlide[] }

/** A mistake in a course file: 1-based line and column, what is wrong and what would be right. */
export type CourseProblem = { file: string; line: number; column: number; problem: string; remedy: string }
