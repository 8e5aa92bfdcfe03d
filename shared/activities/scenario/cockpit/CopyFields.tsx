/** The form of a copy, read: right fields in two quiet columns, wrong ones across with what was expected. */

import { Check, MessageSquareText } from 'lucide-react'
import { useState } from 'react'
import { fr } from '#client/i18n/format.ts'
import { own } from '#shared/own.ts'
import { show } from '../fields/index.ts'
import { useCockpitWords } from '../trainer-words.ts'
import type { TrainerCopy } from '../work.ts'
import { FieldChecks } from './FieldChecks.tsx'
import { FieldComment } from './FieldComment.tsx'
import type { OpenCopy, OpenField } from './model.ts'
import type { CopyProps } from './props.ts'

type Props = CopyProps & {
  copyId: string
  copy: TrainerCopy
  read: OpenCopy
  /** The field under its author's hand. */
  inHand?: string
}

export function CopyFields(props: Props) {
  const { read, trainer, copy } = props
  const t = useCockpitWords()
  const { steps } = trainer.definition
  const sent = Object.keys(copy.attempts).length > 0
  const failed = read.checks.filter(([, { ok, overridden }]) => overridden || (sent && !ok))
  return (
    <>
      {steps.map((step) => {
        const fields = read.fields.filter(({ field }) => field.step === step.id)
        if (fields.length === 0) return null
        return (
          <section key={step.id} aria-label={step.title}>
            {steps.length > 1 && <h3>{fr(step.title)}</h3>}
            <div className="fields">
              {fields.map((one) => (
                <Row key={one.field.id} {...props} one={one} />
              ))}
            </div>
          </section>
        )
      })}
      {failed.length > 0 && (
        <section aria-label={t.wholeCopy}>
          <h3>{t.wholeCopy}</h3>
          <div className="fields">
            <div className="fx bad">
              <FieldChecks {...props} checks={failed} />
            </div>
          </div>
        </section>
      )}
    </>
  )
}

function Row({ one, ...props }: Props & { one: OpenField }) {
  const { copy, trainer, inHand } = props
  const t = useCockpitWords()
  const [opened, open] = useState(false)
  const { field, cell, live, checks } = one
  const here = inHand === field.id
  const comment = own(copy.comments, field.id)
  // While its author is in it, a field keeps its place: it is judged once they leave it.
  const bad = cell === 'wrong' && !here
  const judged = checks.some(([, { overridden }]) => overridden)
  const unfolded = opened || comment !== undefined || judged
  const text = fr(show(field, one.value))
  const expected = expectedOf(one, trainer.definition)
  return (
    <div
      className={`fx${bad ? ' bad' : ''}${unfolded ? ' open' : ''}${here || live ? ' now' : ''}`}
      data-field={field.id}
    >
      <span className="l">
        {fr(field.label)}
        {(here || live) && <span className="vh"> ({t.beingTyped})</span>}
      </span>
      <span className="v num">
        {bad ? <b>{text || t.empty}</b> : text || <span className="tx-mute">{t.empty}</span>}
        {(here || live) && <i className="caret" />}
      </span>
      {bad && (
        <span className="expected">
          {expected && expected !== text ? t.expected(expected) : fr(failed(checks)?.message ?? '')}
        </span>
      )}
      <span className="marks">
        {(opened || !unfolded) && (
          <button
            type="button"
            className={bad ? 'btn sm' : 'btn sm quiet say'}
            aria-label={t.commentOn(field.label)}
            aria-expanded={opened}
            onClick={() => open(!opened)}
          >
            <MessageSquareText size={16} strokeWidth={1.75} aria-hidden="true" />
            {bad && t.comment}
          </button>
        )}
        {cell === 'filled' && checks.length > 0 && !here && (
          <>
            <Check size={16} strokeWidth={1.75} aria-hidden="true" className="tx-ok" />
            <span className="vh">{t.right}</span>
          </>
        )}
      </span>
      {unfolded && (
        <>
          {(opened || comment) && (
            <FieldComment {...props} field={field} comment={comment} onDone={() => open(false)} />
          )}
          <FieldChecks
            {...props}
            checks={bad ? checks.filter(([, { ok, overridden }]) => !ok || overridden) : checks}
          />
        </>
      )}
    </div>
  )
}

const failed = (checks: OpenField['checks']) => checks.find(([, { ok }]) => !ok)?.[1]

/** In the author's own words where the check has some, else as the model answer has it. */
function expectedOf({ field, checks }: OpenField, { checks: all, model }: Props['trainer']['definition']) {
  const failed = checks.find(([, { ok }]) => !ok)?.[0]
  const words = all.find(({ id }) => id === failed)?.expected
  return fr(words ?? show(field, own(model.values, field.id)))
}
