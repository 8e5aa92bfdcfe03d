import { words } from '#client/i18n/index.ts'
import { Link } from '#client/kit/navigation.tsx'

const useWords = words({
  fr: { before: 'Le temps d’attendre :', test: 'essayer la caméra, le micro et le son' },
  en: { before: 'While you wait:', test: 'test the camera, the microphone and the sound' },
})

/** From the lobby to the equipment test, and back by its last link. */
export function EquipmentLink({ classId, personId }: { classId: string; personId: string }) {
  const t = useWords()
  return (
    <p className="more">
      {t.before}{' '}
      <Link href={`/essai?${new URLSearchParams({ as: personId, classe: classId })}`}>{t.test}</Link>
    </p>
  )
}
