/** One case on the stage: its words, a field to contribute, what the group brings to it. */
import { Answers } from './Answers.tsx'
import type { OpenQuestionEntry, OpenQuestionEveryone } from './definition.ts'
import { type OpenProps, rulesOf, sendingOf } from './participant-model.ts'
import { anyWritten } from './places.ts'
import { Writing } from './Writing.tsx'
import { useOpenWords } from './words.ts'

const NO_ENTRIES: Record<string, OpenQuestionEntry> = {}

type Props = OpenProps & {
  picked: NonNullable<OpenQuestionEveryone['picked']>
  vote?: (groupId: string, on: boolean) => void
}

export function PickedCase({ picked, vote, ...props }: Props) {
  const t = useOpenWords()
  const { everyone, mine, over } = props
  const entries = mine.contributions?.[picked.id] ?? NO_ENTRIES
  const brought = Object.keys(picked.contributions).length > 0
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long case scrolls by itself on a phone */}
      <section className="case-text" aria-label={t.theCase} tabIndex={0}>
        {picked.text}
      </section>
      {(!over || anyWritten(entries)) && (
        <Writing
          {...sendingOf(props, 'contribute', picked.id)}
          key={picked.id}
          entries={entries}
          perPerson={everyone.perPerson}
          maxLength={everyone.maxLength}
          rows={2}
          inARow={false}
          words={{
            field: () => t.contribution,
            hint: t.contributionHint,
            another: t.anotherContribution,
            own: t.yourContributions,
          }}
          mayWrite={!over}
          mayChange={!over}
          send={(place, text) => props.send({ type: 'contribute', on: picked.id, questionId: place, text })}
        />
      )}
      {!over && <p className="rules">{rulesOf(t, everyone)}</p>}
      <section className="others" aria-label={t.contributions}>
        <h2>{t.contributions}</h2>
        {brought ? (
          <Answers groups={picked.contributions} mine={mine.votes} vote={vote} votes={everyone.votes} />
        ) : (
          <p className="rules">{t.noContribution}</p>
        )}
      </section>
    </>
  )
}
