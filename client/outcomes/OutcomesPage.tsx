/** The class page of outcomes, for those who teach: on screen, on paper, during the class and after it. */
import { Printer, RefreshCw } from 'lucide-react'
import { useRef } from 'react'
import { usePreferences } from '#client/console/preferences.ts'
import { Link, Mark } from '#client/kit/index.ts'
import { useTitle } from '#client/kit/use-title.ts'
import { when } from '#client/kit/when.ts'
import { Asked, useAnswer } from '#client/office/asked.tsx'
import type { OutcomesAnswer } from '#shared/api.ts'
import { OutcomesBoard } from './OutcomesBoard.tsx'
import { openSheet, PersonSheet, sheetId } from './PersonSheet.tsx'
import { useOutcomeWords } from './words.ts'

export default function OutcomesPage({ classId, as }: { classId: string; as?: string }) {
  const t = useOutcomeWords()
  const asked = useAnswer<OutcomesAnswer>(`/api/classes/${encodeURIComponent(classId)}/outcomes`, as)
  const query = as ? `?as=${encodeURIComponent(as)}` : ''
  useTitle(asked.data ? t.titleOf(asked.data.title) : t.title)
  return (
    <div className="oc-page">
      <header>
        <Mark href="/" />
        <Link className="btn sm" href={`/bureau${query}`}>
          {t.office}
        </Link>
        <a className="btn sm" href={`/console/${classId}${query}`}>
          {t.console}
        </a>
      </header>
      <main>
        <Asked asked={asked}>{(data) => <Sheet data={data} again={asked.again} />}</Asked>
      </main>
    </div>
  )
}

function Sheet({ data, again }: { data: OutcomesAnswer; again: () => void }) {
  const t = useOutcomeWords()
  const { namesHidden, set } = usePreferences()
  const named = (name: string, index: number) => (namesHidden ? t.participantN(index + 1) : name)
  const measured = data.series.length > 0
  const sheets = useRef<HTMLElement>(null)
  const unfold = (open: boolean) => {
    for (const details of sheets.current?.querySelectorAll('details') ?? []) details.open = open
  }
  return (
    <>
      <div>
        <h1>{t.title}</h1>
        <p className="oc-where">
          {data.title}
          <br />
          {when(data, t)}
          {data.trainerName && ` · ${t.trainer(data.trainerName)}`}
        </p>
      </div>
      <div className="oc-tools">
        <button type="button" className="btn sm" onClick={() => print()}>
          <Printer size={16} strokeWidth={1.75} aria-hidden="true" />
          {t.print}
        </button>
        <button type="button" className="btn sm" onClick={again}>
          <RefreshCw size={16} strokeWidth={1.75} aria-hidden="true" />
          {t.refresh}
        </button>
        <label className="oc-hide">
          <input
            type="checkbox"
            checked={namesHidden}
            onChange={(event) => set({ namesHidden: event.target.checked })}
          />
          {t.hideNames}
        </label>
      </div>
      <p className="oc-note">{t.private}</p>
      <OutcomesBoard
        objectives={data.objectives}
        people={data.people}
        namesHidden={namesHidden}
        link={
          measured
            ? (personId) => ({ href: `#${sheetId(personId)}`, onClick: () => openSheet(personId) })
            : undefined
        }
      />
      {measured && (
        <section className="oc-people" aria-labelledby="oc-people" ref={sheets}>
          <h2 id="oc-people">{t.byPerson}</h2>
          <p className="oc-tools">
            <span className="oc-note">{t.byPersonMore}</span>
            <button type="button" className="btn sm" onClick={() => unfold(true)}>
              {t.unfold}
            </button>
            <button type="button" className="btn sm" onClick={() => unfold(false)}>
              {t.fold}
            </button>
          </p>
          {data.people.map((person, index) => (
            <PersonSheet
              key={person.personId}
              person={person}
              name={named(person.name, index)}
              series={data.series}
              objectives={data.objectives}
            />
          ))}
        </section>
      )}
    </>
  )
}
