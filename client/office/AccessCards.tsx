import type { Credential, OfficeClass } from '#shared/api.ts'
import { Mark } from '../kit/Mark.tsx'
import { Qr } from '../kit/Qr.tsx'
import { when } from '../kit/when.ts'
import { useWords } from './words.ts'

/** One card per person, to print on A4 and cut: the only part of the page that goes on paper. */
export function AccessCards({
  klass,
  credentials,
  site,
}: {
  klass: OfficeClass
  credentials: Credential[]
  site: string
}) {
  const t = useWords()
  return (
    <section className="cards" aria-labelledby="cards-title">
      <h2 id="cards-title">{t.cards}</h2>
      <p className="office-sub">{t.cardsText}</p>
      <ul>
        {credentials.map((credential) => (
          <li key={credential.personId}>
            <div className="card-text">
              <Mark />
              <p className="card-class">
                <b>{klass.title}</b>
                {when(klass, t)}
              </p>
              <p className="card-name">{credential.name}</p>
              <dl>
                <dt>{t.cardSite}</dt>
                <dd>{site.replace(/^https?:\/\//, '')}</dd>
                <dt>{t.cardLogin}</dt>
                <dd>{credential.login}</dd>
                <dt>{t.cardPassword}</dt>
                <dd className="card-password">{credential.password}</dd>
              </dl>
            </div>
            <div className="card-qr">
              <Qr text={credential.link} label={t.qrPerson(credential.name)} />
              <p>{t.cardScan}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
