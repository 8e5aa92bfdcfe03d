/** Tells screen readers what the trainer and the client say, without moving the focus. */
import { useEffect, useRef } from 'react'
import { announce } from '#client/kit/index.ts'
import { inOrder, type ScenarioProps } from './participant-model.ts'
import { useScenarioWords } from './words.ts'

export function useSaid({ mine, everyone }: ScenarioProps): void {
  const { copy } = mine
  const reply = copy && inOrder(copy.replies).at(-1)?.text
  const comments = JSON.stringify(copy?.comments ?? {})
  useChanged(reply, (text) => announce(useScenarioWords.now().saidReply(text)))
  useChanged(everyone.announcement?.text, (text) => announce(useScenarioWords.now().saidTrainer(text)))
  useChanged(copy?.returned?.note, (text) => announce(useScenarioWords.now().saidReturned(text)))
  useChanged(copy?.accepted && 'yes', () => announce(useScenarioWords.now().saidAccepted))
  useChanged(comments === '{}' ? undefined : comments, () => announce(useScenarioWords.now().saidComment))
}

/** Speaks when the text changes; what was there on arrival is on screen already. */
function useChanged(text: string | undefined, say: (text: string) => void): void {
  const before = useRef(text)
  useEffect(() => {
    if (before.current === text) return
    before.current = text
    if (text !== undefined) say(text)
  })
}
