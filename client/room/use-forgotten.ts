/** Once a questionnaire is closed, nothing on this device may tie a person to a ballot any more. */
import { useEffect, useRef } from 'react'
import { useLive } from '#client/live/hooks.ts'

export function useForgotten(): void {
  const classId = useLive((s) => s.classId)
  const view = useLive((s) => s.view)
  const forgotten = useRef(new Set<string>())
  useEffect(() => {
    const { personId, activities = {} } = view?.mine ?? {}
    for (const [id, { kind, phase }] of Object.entries(view?.everyone.activities ?? {})) {
      const { at } = (activities[id]?.answer ?? {}) as { at?: number }
      const over = kind === 'survey' && (phase === 'closed' || phase === 'revealed') && at
      if (!over) forgotten.current.delete(id)
      if (!over || forgotten.current.has(id)) continue
      forgotten.current.add(id)
      void import('#client/live/kept.ts').then((kept) => kept.forgetKept(`${classId}/${personId}/${id}`))
    }
  }, [classId, view])
}
