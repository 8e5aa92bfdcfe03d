/** Who is who, with the numbers one needs. */
import { showIban, showSiret, showVat } from './fields/index.ts'
import { useScenarioWords } from './words.ts'
import type { Sheet } from './work.ts'

export function Actors({ actors }: { actors: Sheet['actors'] }) {
  const t = useScenarioWords()
  if (actors.length === 0) return null
  return (
    <section className="actors" aria-label={t.actors}>
      <h2>{t.actors}</h2>
      {actors.map(({ role, name, siret, vat, iban, address }) => (
        <dl key={`${role} ${name}`}>
          <dt>{role}</dt>
          <dd>
            <b>{name}</b>
            {address && <span>{address}</span>}
            {siret && <span className="num">{t.siret(showSiret(siret))}</span>}
            {vat && <span className="num">{t.vatNumber(showVat(vat))}</span>}
            {iban && <span className="num">{t.iban(showIban(iban))}</span>}
          </dd>
        </dl>
      ))}
    </section>
  )
}
