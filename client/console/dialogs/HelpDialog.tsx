import { Dialog, Notice } from '#client/kit/index.ts'
import { useConsoleWords } from '../words.ts'

/** Every key and what it does. */
export function HelpDialog({
  open,
  onClose,
  enabled,
}: {
  open: boolean
  onClose: () => void
  enabled: boolean
}) {
  const t = useConsoleWords()
  const keys: [string[], string][] = [
    [['→', t.space, 'Page ↓'], t.helpKeys.next],
    [['←', 'Page ↑'], t.helpKeys.back],
    [['G'], t.helpKeys.goTo],
    [[t.digits, t.enter], t.helpKeys.jump],
    [['O'], t.helpKeys.overview],
    [['F'], t.helpKeys.fullScreen],
    [['B', '.'], t.helpKeys.blank],
    [['P'], t.helpKeys.poll],
    [['A'], t.helpKeys.outcomes],
    [['H'], t.helpKeys.hands],
    [['J', 'K'], t.helpKeys.copies],
    [['?'], t.helpKeys.help],
  ]
  return (
    <Dialog open={open} title={t.helpDialog} onClose={onClose}>
      {!enabled && <Notice tone="warn">{t.helpOff}</Notice>}
      <dl className="keys">
        {keys.map(([caps, what]) => (
          <div key={what}>
            <dt>
              {caps.map((cap) => (
                <kbd key={cap} className="k">
                  {cap}
                </kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p className="label">{t.helpTyping}</p>
    </Dialog>
  )
}
