import { MonitorSmartphone } from 'lucide-react'
import type { DeviceLogin, LoginsAnswer } from '#shared/office.ts'
import { post } from '../../api.ts'
import { shortDate, time } from '../../i18n/format.ts'
import { announce } from '../../kit/LiveRegion.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { useSend } from '../ask.ts'
import { Asked, useAnswer } from '../asked.tsx'
import { deviceName } from './device-name.ts'
import { useWords } from './words.ts'
import './account.css'

/** The sign-ins of a person: those of who asks, or of `personId` for the organiser. */
export default function Devices({ as, personId }: { as?: string; personId?: string }) {
  const t = useWords()
  const { failure, send } = useSend()
  const path = personId ? `/api/office/people/${personId}/logins` : '/api/logins'
  const asked = useAnswer<LoginsAnswer>(path, as)

  async function revoke({ id }: DeviceLogin) {
    const [to, body] = personId ? [`${path}/revoke`, { id }] : [`/api/logins/${id}/revoke`, {}]
    await send(async () => {
      await post(to, body, { as })
      announce(t.revoked)
    })
    asked.again()
  }

  return (
    <>
      {failure && (
        <Notice tone="stop" role="alert">
          {failure.message}
        </Notice>
      )}
      <Asked asked={asked}>
        {({ logins }) =>
          logins.length === 0 ? (
            <p className="hint">{t.noDevice}</p>
          ) : (
            <ul className="devices">
              {logins.map((one) => (
                <Device key={one.id} one={one} onRevoke={() => revoke(one)} />
              ))}
            </ul>
          )
        }
      </Asked>
    </>
  )
}

function Device({ one, onRevoke }: { one: DeviceLogin; onRevoke: () => void }) {
  const t = useWords()
  const known = deviceName(one.userAgent)
  const name = known ? t.on(known.browser, known.system) : t.unknownDevice
  return (
    <li>
      <MonitorSmartphone size={20} strokeWidth={1.75} aria-hidden="true" />
      <p>
        <b>{name}</b>
        {one.current && ` (${t.thisOne})`}
        <span>{t.since(shortDate(one.createdAt), time(one.createdAt))}</span>
      </p>
      {!one.current && (
        <button type="button" className="btn sm" aria-label={t.revokeOf(name)} onClick={onRevoke}>
          {t.revoke}
        </button>
      )}
    </li>
  )
}
