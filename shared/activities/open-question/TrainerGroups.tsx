/** Answers as the trainer reads them: let through, group, split, put one on the screen. */
import { ThumbsUp } from 'lucide-react'
import { fr } from '#client/i18n/format.ts'
import type { TrainerScreenProps } from '../trainer-screen.ts'
import type { OpenQuestionTrainer } from './definition.ts'
import { useTrainerWords } from './trainer-words.ts'

export type Props = Pick<TrainerScreenProps, 'everyone' | 'people' | 'namesHidden' | 'online' | 'send'> & {
  question: OpenQuestionTrainer
  /** The case whose contributions these are; without it, the answers. */
  on?: string
}

type Group = OpenQuestionTrainer['groups'][string]
type Entry = OpenQuestionTrainer['entries'][string]

/** Groups in order of arrival: nothing moves under the trainer's eyes. */
const groupsOn = ({ groups }: OpenQuestionTrainer, on: string | undefined): [string, Group][] =>
  Object.entries(groups)
    .filter(([, group]) => group.on === on)
    .sort(([, a], [, b]) => a.order - b.order)

export const entriesOf = ({ entries }: OpenQuestionTrainer, groupId: string): [string, Entry][] =>
  Object.entries(entries)
    .filter(([, entry]) => entry.groupId === groupId)
    .sort(([, a], [, b]) => a.order - b.order)

/** Entries that wait for the trainer: neither shown nor late. */
export const waitingIn = (question: OpenQuestionTrainer): string[] =>
  Object.entries(question.entries).flatMap(([id, { shown, late }]) => (shown || late ? [] : [id]))

export function TrainerGroups(props: Props) {
  const t = useTrainerWords()
  const groups = groupsOn(props.question, props.on)
  if (groups.length === 0) return <p className="empty">{props.on ? t.noContribution : t.none}</p>
  return (
    <ol className="open-groups">
      {groups.map(([id, group]) => (
        <OneGroup
          key={id}
          {...props}
          id={id}
          group={group}
          others={groups.filter(([other]) => other !== id)}
        />
      ))}
    </ol>
  )
}

function OneGroup({
  id,
  group,
  others,
  ...props
}: Props & { id: string; group: Group; others: [string, Group][] }) {
  const t = useTrainerWords()
  const { question, on, online, send, everyone } = props
  const entries = entriesOf(question, id)
  const late = entries.every(([, entry]) => entry.late)
  const act = (payload: { type: string; [key: string]: unknown }) => void send('activity.do', payload)
  const about = <span className="vh"> {t.about(group.text)}</span>
  const picked = question.picked === id
  const state = late ? t.late : picked ? t.onScreen : group.shown ? shownWord(t, props) : t.waiting
  return (
    <li className={group.shown || late ? undefined : 'waiting'}>
      <div className="said">
        <p>{fr(group.text)}</p>
        <p className="label">
          {state}
          {group.count > 1 && ` · ${t.same(group.count)}`}
          {question.definition.votes && group.votes > 0 && (
            <span className="num">
              {' · '}
              <ThumbsUp size={14} strokeWidth={1.75} aria-hidden="true" /> {t.support(group.votes)}
            </span>
          )}
        </p>
        <Authors {...props} entries={entries} split={(entryId) => act({ type: 'split', entryId })} />
      </div>
      {!late && (
        <div className="does">
          <button
            type="button"
            className={group.shown ? 'btn sm quiet' : 'btn sm main'}
            disabled={!online}
            onClick={() => act({ type: 'show', entryIds: entries.map(([one]) => one), shown: !group.shown })}
          >
            {group.shown ? t.hide : t.show}
            {about}
          </button>
          {on === undefined &&
            question.definition.variant === 'case' &&
            everyone.phase !== 'ready' &&
            !picked && (
              <button
                type="button"
                className="btn sm"
                disabled={!online}
                onClick={() => act({ type: 'pick', groupId: id })}
              >
                {t.pick}
                {about}
              </button>
            )}
          {others.length > 0 && (
            <select
              className="in sm"
              aria-label={`${t.groupWith} ${t.about(group.text)}`}
              value=""
              disabled={!online}
              onChange={(event) => act({ type: 'merge', from: id, into: event.target.value })}
            >
              <option value="">{t.groupWith}</option>
              {others.map(([other, { text }]) => (
                <option key={other} value={other}>
                  {text}
                </option>
              ))}
            </select>
          )}
        </div>
      )}
    </li>
  )
}

function shownWord(t: ReturnType<typeof useTrainerWords>, { everyone, question, on }: Props): string {
  const live = question.definition.results === 'live' || everyone.phase === 'revealed' || on !== undefined
  return live ? t.shown : t.hiddenYet
}

/** Who wrote each answer of a group, in their own words when these differ; each can be taken out. */
function Authors({
  question,
  people,
  namesHidden,
  online,
  entries,
  split,
}: Props & { entries: [string, Entry][]; split: (entryId: string) => void }) {
  const t = useTrainerWords()
  const named = question.definition.named && !namesHidden
  if (!named && entries.length < 2) return null
  return (
    <ul className="wrote">
      {entries.map(([id, { text, personId }]) => (
        <li key={id}>
          {named && personId !== undefined && <b>{people[personId]?.name}</b>}
          {entries.length > 1 && (
            <>
              {' '}
              {fr(text)}{' '}
              <button type="button" className="btn sm quiet" disabled={!online} onClick={() => split(id)}>
                {t.split}
                <span className="vh"> {t.about(text)}</span>
              </button>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
