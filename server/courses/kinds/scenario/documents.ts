/** Documents of a mise en situation. */
import type { ScenarioDefinition } from '#shared/activities/scenario/definition.ts'
import type { Path } from '../../yaml.ts'
import type { BodyReporter, ReadContext } from '../reader.ts'
import type { ScenarioBody } from './body.ts'
import { unknownName } from './rules.ts'

export function documentsOf(
  { documents, roles = [] }: ScenarioBody,
  refuse: BodyReporter,
  context: ReadContext,
): ScenarioDefinition['documents'] {
  const known = roles.map(({ id }) => id)
  return documents.flatMap(({ id, titre, fichier, texte, description, roles: readers }, i) => {
    const path: Path = ['documents', i]
    for (const [j, role] of readers.entries())
      if (!known.includes(role)) refuse([...path, 'roles', j], ...unknownName('Le rôle', role, known))
    if ((fichier === undefined) === (texte === undefined)) {
      refuse(
        path,
        'Un document est un fichier ou un texte',
        'Écrivez « fichier: documents/commande.md », ou « texte: | » et le texte en dessous.',
      )
      return []
    }
    const no = (key: string) => (problem: string, remedy: string) => refuse([...path, key], problem, remedy)
    const read =
      fichier === undefined
        ? context.documents.paper(texte!, no('texte'))
        : context.documents.read(fichier, no('fichier'))
    if (!read) return []
    if (read.type === 'image' && description === undefined) {
      refuse(
        path,
        'Il manque la description de cette image',
        'Écrivez ce qui s’y lit, pour qui ne la voit pas : description: "…".',
      )
      return []
    }
    return [
      { id, title: titre, ...read, ...(description !== undefined && { alt: description }), roles: readers },
    ]
  })
}
