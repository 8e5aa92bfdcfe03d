/** My grades and the words of my trainer: a level in words beside its steps, never by colour alone. */
import { fr } from '#client/i18n/format.ts'
import type { PresentationSheet } from './definition.ts'
import type { OralProps } from './props.ts'
import { usePresentationWords } from './words.ts'

export function OwnSheet({ everyone, sheet }: OralProps & { sheet: PresentationSheet }) {
  const t = usePresentationWords()
  const levels = Object.values(everyone.levels)
  return (
    <section className="own-sheet" aria-labelledby="own-sheet">
      <h2 id="own-sheet">{t.sheet}</h2>
      <ul>
        {Object.entries(everyone.criteria)
          .sort(([, a], [, b]) => a.n - b.n)
          .map(([id, { text }]) => {
            const level = sheet.grades[id]
            return (
              <li key={id}>
                <span>{fr(text)}</span>
                <span className="grade">
                  <b>{level === undefined ? t.notGraded : fr(everyone.levels[`l${level}`] ?? '')}</b>
                  {level !== undefined && (
                    <span className="steps" role="img" aria-label={t.levelOf(level, levels.length)}>
                      {levels.map((label, i) => (
                        <i key={label} className={i < level ? 'on' : undefined} />
                      ))}
                    </span>
                  )}
                </span>
              </li>
            )
          })}
      </ul>
      {sheet.feedback !== undefined && (
        <>
          <h3>{t.feedback}</h3>
          <p className="feedback">{fr(sheet.feedback)}</p>
        </>
      )}
      <p className="rules">{t.sheetPrivate}</p>
    </section>
  )
}
