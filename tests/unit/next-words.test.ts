import { JSDOM } from 'jsdom'
import { describe, expect, test, vi } from 'vitest'
import type { EveryoneActivity, NextAction } from '#shared/views.ts'

// The words ask the page which language it speaks.
const { window } = new JSDOM('', { url: 'http://localhost/?lang=fr' })
vi.stubGlobal('location', window.location)
vi.stubGlobal('document', window.document)
const { nextWords, phaseWord } = await import('#client/console/next-words.ts')
const { useConsoleWords } = await import('#client/console/words.ts')

const t = useConsoleWords.now()
const around = { here: 12, of: 12, activities: {}, trainer: {}, nameOf: () => undefined }
const said = (next: NextAction, more: object = {}) => {
  const { main, more: rest = '' } = nextWords(next, t, { ...around, ...more })
  return (main + rest).replace(/[\u00A0\u202F]/g, ' ')
}

describe('what the next key will do', () => {
  test('a title that quotes is set within its own quotation marks', () => {
    expect(said({ type: 'slide', itemId: 's51', title: 'Un faux ami : « Rejetée »' } as NextAction)).toBe(
      'Suite : montrer « Un faux ami : “Rejetée” »',
    )
  })

  test('answers that wait for the trainer are counted before they are shown', () => {
    const entries = {
      e1: { text: 'délai', at: 1, shown: false },
      e2: { text: 'code', at: 2, shown: true },
      e3: { text: 'tard', at: 3, shown: false, late: true },
      e4: { text: 'un conseil', at: 4, shown: false, on: 'e2' },
    }
    const next = { type: 'reveal', activityId: 'q1', kind: 'open-question' } as NextAction
    expect(said(next, { trainer: { q1: { entries } } })).toBe(
      'Suite : montrer les réponses à tous · 1 attend votre accord',
    )
    expect(said(next)).toBe('Suite : montrer les réponses à tous')
  })

  test('a QCM at one’s own pace is not a vote', () => {
    const mcq = (pace: string) => ({ kind: 'mcq', phase: 'open', pace }) as unknown as EveryoneActivity
    expect(phaseWord(mcq('learner'), t)).toBe('QCM ouvert')
    expect(phaseWord(mcq('trainer'), t)).toBe('Question ouverte')
  })
})
