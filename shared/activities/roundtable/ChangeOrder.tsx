/** Another order for those who have not spoken yet. */
import { ArrowDownAZ, Ear, Shuffle } from 'lucide-react'
import { Dialog } from '#client/kit/index.ts'
import { arranged, type Way } from './trainer-model.ts'
import { useTrainerWords } from './trainer-words.ts'
import type { RoundProps } from './use-round.tsx'

const ICON = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const

type Props = RoundProps & { open: boolean; onClose: () => void }

export function ChangeOrder({ round, order, spoken, send, online, open, onClose }: Props) {
  const t = useTrainerWords()
  const put = (how: Way) => {
    onClose()
    const lot = crypto.randomUUID()
    void send('activity.do', {
      type: 'arrange',
      how,
      order: arranged(round, order, how, { lot, spoken }),
    })
  }
  const ways: [Way, typeof Shuffle, string][] = [
    ['drawn', Shuffle, t.draw],
    ['quiet', Ear, t.quietFirst],
    ['listed', ArrowDownAZ, t.asListed],
  ]
  return (
    <Dialog open={open} onClose={onClose} title={t.change}>
      <p>{t.changeMore}</p>
      <div className="rt-ways">
        {ways.map(([how, Icon, word]) => (
          <button
            key={how}
            type="button"
            className="btn"
            disabled={!online || order.length === 0}
            onClick={() => put(how)}
          >
            <Icon {...ICON} />
            {word}
          </button>
        ))}
      </div>
    </Dialog>
  )
}
