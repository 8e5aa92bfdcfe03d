/** What each is asked to say. */
import { fr } from '#client/i18n/format.ts'
import type { RoundtableEveryone } from './definition.ts'

export function Prompts({ prompts }: Pick<RoundtableEveryone, 'prompts'>) {
  const texts = Object.entries(prompts)
  return (
    <ul className="q">
      {texts.map(([id, prompt]) => (
        <li key={id}>{fr(prompt)}</li>
      ))}
    </ul>
  )
}
