/** What the stage gives to the screen of a kind. `id`: the activity on stage. A stage sees only what all may see. */
import type { EveryoneView } from '#shared/views.ts'

export type StageProps = { id: string; everyone: EveryoneView }
