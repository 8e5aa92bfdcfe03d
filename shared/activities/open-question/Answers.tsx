/** The answers of a group as a list, in order, each with its weight and, when asked, a way to support it. */
import { ThumbsUp } from 'lucide-react'
import type { OpenQuestionGroup } from './definition.ts'
import { useOpenWords } from './words.ts'
import './answers.css'

type Props = {
  groups: Record<string, OpenQuestionGroup>
  /** Groups one supports; without `vote` support is only counted. */
  mine?: Record<string, true>
  vote?: (groupId: string, on: boolean) => void
  /** Support is part of this question. */
  votes: boolean
}

/** Groups in the order in which they are shown. */
export const inOrder = (groups: Record<string, OpenQuestionGroup>) =>
  Object.entries(groups).sort(([, a], [, b]) => a.order - b.order)

export function Answers({ groups, mine, vote, votes }: Props) {
  const t = useOpenWords()
  return (
    <ol className="open-answers">
      {inOrder(groups).map(([id, group]) => {
        const supported = mine !== undefined && Object.hasOwn(mine, id)
        return (
          <li key={id}>
            <p className="said">
              {group.text}
              {group.count > 1 && <small className="num">{t.same(group.count)}</small>}
            </p>
            {vote ? (
              <button
                type="button"
                className="btn support num"
                aria-pressed={supported}
                onClick={() => vote(id, !supported)}
              >
                <ThumbsUp size={20} strokeWidth={supported ? 2.5 : 1.75} aria-hidden="true" />
                <span>{group.votes}</span>
                <span className="vh">
                  {t.support} {t.about(group.text)}
                </span>
              </button>
            ) : (
              votes && (
                <p className="support num">
                  <ThumbsUp size={20} strokeWidth={1.75} aria-hidden="true" />
                  <span aria-hidden="true">{group.votes}</span>
                  <span className="vh">{t.votes(group.votes)}</span>
                </p>
              )
            )}
          </li>
        )
      })}
    </ol>
  )
}
