/** What a list of one's answers says of an activity, whatever its kind. Types only. */
export type OwnAnswer = {
  /** One's own words, when it is one question. */
  said?: string[]
  /** Questions asked so far, and answered by this person. */
  asked: number
  answered: number
  /** Ids of the questions that can still be answered privately, outside the results. */
  missed: string[]
  /** It is open and waits for this person. */
  due: boolean
}
