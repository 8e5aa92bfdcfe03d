/** People × objectives. By name only, no total: nobody is ranked. */
import type { CSSProperties, MouseEvent } from 'react'
import type { Objective } from '#shared/course.ts'
import { own } from '#shared/own.ts'
import type { Outcome, Outcomes } from '#shared/views.ts'
import { OutcomeCell, points } from './OutcomeCell.tsx'
import { groupOutcome, MOMENTS } from './progress.ts'
import { useOutcomeWords } from './words.ts'

export type Learner = { personId: string; name: string; outcomes: Outcomes }

type Measured = NonNullable<Outcome[keyof Outcome]>

type Props = {
  objectives: readonly Objective[]
  /** In order of name, already hidden when they must be. */
  people: readonly Learner[]
  /** Where a name leads, when it does. */
  link?: (personId: string) => { href: string; onClick: (event: MouseEvent) => void }
}

export function OutcomesTable({ objectives, people, link }: Props) {
  const t = useOutcomeWords()
  const scores = people.flatMap(({ outcomes }) => Object.values(outcomes).flatMap(Object.values<Measured>))
  // In figures: columns of the same width, in which the longest « 10,5 / 13 » fits.
  const longest = Math.max(5, ...scores.map((one) => t.score(points(one.points), one.of).length))
  const sizes = {
    '--oc-column': `${80 / objectives.length}%`,
    '--oc-moment': `calc(${longest} * 0.75ch + 15px)`,
  } as CSSProperties
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
    <section className="oc-scroll" tabIndex={0} aria-label={t.title}>
      <table className="oc-table" style={sizes}>
        <caption className="vh">{t.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.person}</th>
            {objectives.map(({ id, text }) => (
              <th key={id} scope="col">
                <span className="oc-obj">{text}</span>
                <span className="oc-when" aria-hidden="true">
                  {MOMENTS.map((moment) => (
                    <span key={moment}>{t.short[moment]}</span>
                  ))}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="oc-group">
            <th scope="row">{t.group}</th>
            {objectives.map(({ id, text }) => (
              <td key={id}>
                <Label text={text} />
                <OutcomeCell
                  as="percent"
                  outcome={groupOutcome(
                    people.map(({ outcomes }) => outcomes),
                    id,
                  )}
                />
              </td>
            ))}
          </tr>
          {people.map(({ personId, name, outcomes }) => (
            <tr key={personId}>
              <th scope="row">{link ? <a {...link(personId)}>{name}</a> : name}</th>
              {objectives.map(({ id, text }) => (
                <td key={id}>
                  <Label text={text} />
                  <OutcomeCell as="points" outcome={own(outcomes, id) ?? {}} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** On a narrow screen the columns become lines, and each says its objective and its moments. */
function Label({ text }: { text: string }) {
  const t = useOutcomeWords()
  return (
    <span className="oc-label" aria-hidden="true">
      <span className="oc-obj">{text}</span>
      <span className="oc-when">
        {MOMENTS.map((moment) => (
          <span key={moment}>{t.short[moment]}</span>
        ))}
      </span>
    </span>
  )
}
