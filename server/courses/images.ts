import { createHash } from 'node:crypto'
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

const EXTENSIONS = ['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'svg']
const MAX_BYTES = 5 * 1024 * 1024
/** What could run in a drawing opened on its own. */
const ACTIVE_SVG = /<script|<foreignObject|\son[a-z]+\s*=|javascript:|<!ENTITY|<iframe/i

export type ImageStore = {
  /** The served URL of an image of the course; undefined once its mistake is reported. */
  resolve(source: string): string | undefined
  /** Images in use: served name → path inside the course folder, and bytes. */
  images: Map<string, { path: string; bytes: Buffer }>
}

/** Finds the images of a course folder. `refuse(source, problem, remedy)` is told of those that cannot be shown. */
export function createImages(
  folder: string,
  refuse: (source: string, problem: string, remedy: string) => void,
): ImageStore {
  const images: ImageStore['images'] = new Map()
  const root = realpathSync(folder)

  function resolve(source: string): string | undefined {
    const no = (problem: string, remedy: string) => refuse(source, problem, remedy)
    if (/^(https?:)?\/\//i.test(source)) {
      no(
        `L’image « ${source} » est sur un autre site`,
        'Copiez-la dans le dossier images du cours et écrivez images/… à la place.',
      )
      return undefined
    }
    if (/^[a-z][a-z0-9+.-]*:/i.test(source) || source.startsWith('/')) {
      no(
        `L’image « ${source} » n’est pas dans le dossier du cours`,
        'Copiez-la dans le dossier images du cours et écrivez images/… à la place.',
      )
      return undefined
    }
    const extension = /\.([a-z0-9]+)$/i.exec(source)?.[1]?.toLowerCase() ?? ''
    if (!EXTENSIONS.includes(extension)) {
      no(
        `« ${source} » n’est pas une image d’un type connu`,
        `Les types d’images sont ${EXTENSIONS.join(', ')}.`,
      )
      return undefined
    }
    const path = found(decoded(source))
    if (!path) {
      no(
        `L’image « ${source} » n’existe pas dans le dossier du cours`,
        'Vérifiez son nom (majuscules, accents), ou copiez-la dans le dossier images du cours.',
      )
      return undefined
    }
    const bytes = readFileSync(path)
    if (bytes.length > MAX_BYTES) {
      no(
        `L’image « ${source} » pèse ${Math.ceil(bytes.length / 1024 / 1024)} Mo`,
        'Réduisez-la à moins de 5 Mo.',
      )
      return undefined
    }
    if (extension === 'svg' && ACTIVE_SVG.test(bytes.toString('utf8'))) {
      no(`Le dessin « ${source} » contient du code`, 'Exportez-le sans script ni contenu externe.')
      return undefined
    }
    const name = `${createHash('sha256').update(bytes).digest('hex')}.${extension}`
    images.set(name, { path: relative(root, path), bytes })
    return `/api/files/${name}`
  }

  /** The file's real path, only when it is a file inside the folder. */
  function found(source: string): string | undefined {
    try {
      const path = realpathSync(join(root, source))
      return path.startsWith(root + sep) && statSync(path).isFile() ? path : undefined
    } catch {
      return undefined
    }
  }
  return { resolve, images }
}

/** An image's name as its author wrote it: Markdown encodes accents and spaces. */
export function decoded(source: string): string {
  try {
    return decodeURIComponent(source)
  } catch {
    return source
  }
}
