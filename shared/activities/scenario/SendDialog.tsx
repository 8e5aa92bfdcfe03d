/** Before a copy leaves: what will happen, and what is still empty. */
import { Dialog } from '#client/kit/index.ts'
import { fr } from '#shared/typography.ts'
import { read } from './fields/index.ts'
import { readable } from './participant-model.ts'
import type { BarProps } from './props.ts'
import { useScenarioWords } from './words.ts'
import type { Sheet } from './work.ts'

type Props = BarProps & {
  action?: Sheet['actions'][number]
  close: () => void
  confirm: (action: string) => void
}

export function SendDialog({ action, close, confirm, sheet, copy, work }: Props) {
  const t = useScenarioWords()
  const empty = sheet.fields.filter(
    (field) => copy.editable.includes(field.id) && read(readable(field), work.value(field.id)).empty,
  )
  const needed = empty.filter(({ required }) => required)
  const next = sheet.roles.find(({ id }) => id === action?.passTo)?.title
  return (
    <Dialog
      open={action !== undefined}
      onClose={close}
      title={fr(action?.label ?? '')}
      className="send-dialog"
    >
      <p>{next === undefined ? t.sendMore : t.passMore(fr(next))}</p>
      {needed.length > 0 ? (
        <>
          <p className="tx-stop">{t.needed(needed.length)}</p>
          <ul>
            {needed.map(({ id, label }) => (
              <li key={id}>{label}</li>
            ))}
          </ul>
        </>
      ) : (
        empty.length > 0 && (
          <>
            <p>{t.stillEmpty(empty.length)}</p>
            <ul>
              {empty.map(({ id, label }) => (
                <li key={id}>{label}</li>
              ))}
            </ul>
          </>
        )
      )}
      <div className="keys">
        {needed.length === 0 && action && (
          <button type="button" className="btn main" onClick={() => confirm(action.id)}>
            {t.confirm}
          </button>
        )}
        <button type="button" className="btn" onClick={close}>
          {t.backToForm}
        </button>
      </div>
    </Dialog>
  )
}
