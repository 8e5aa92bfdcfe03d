/** What a simulated person could do now. */
export type Random = () => number

/**
 * `key` names it within its activity, for as long as the activity stays open. `likely`: how many people out of one
 * would do it. `changes`: it may be done again while it lasts.
 */
export type Gesture = {
  key: string
  activityId: string
  does: 'answered' | 'submitted' | 'written' | 'supported' | 'caughtUp' | 'filled'
  likely: number
  changes: boolean
  payload(random: Random): object | undefined
}
