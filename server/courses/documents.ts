/** Documents that an exercise gives to read: Markdown, images, PDF of the course folder. */
import { createHash } from 'node:crypto'
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { createPaper } from '#server/decks/paper.ts'
import { createImages, type ImageStore } from './images.ts'

export type Refuse = (problem: string, remedy: string) => void
export type ReadDocument =
  | { type: 'markdown'; html: string }
  | { type: 'image'; file: string }
  | { type: 'pdf'; file: string }

export type Documents = {
  /** A file of the course, by its path in the course folder; undefined once its mistake is reported. */
  read(source: string, refuse: Refuse): ReadDocument | undefined
  /** Markdown written in place. */
  paper(markdown: string, refuse: Refuse): ReadDocument | undefined
  files: ImageStore['images']
}

const MAX_BYTES = 10 * 1024 * 1024
/** The HTML of a sheet, in an event of the class. */
const MAX_HTML = 60_000
const IMAGE = /\.(png|jpe?g|gif|webp|avif|svg)$/i

export function createDocuments(folder: string): Documents {
  const root = realpathSync(folder)
  let refusing: Refuse = () => {}
  const store = createImages(folder, (_source, problem, remedy) => refusing(problem, remedy))
  const render = createPaper((source) => store.resolve(source))
  const from = (refuse: Refuse) => {
    refusing = refuse
  }

  function paper(markdown: string, refuse: Refuse): ReadDocument | undefined {
    from(refuse)
    const html = render(markdown)
    if (html.length <= MAX_HTML) return { type: 'markdown', html }
    refuse('Ce document est trop long', 'Coupez-le en deux documents.')
    return undefined
  }

  function read(source: string, refuse: Refuse): ReadDocument | undefined {
    from(refuse)
    if (IMAGE.test(source)) {
      const url = store.resolve(source)
      return url === undefined ? undefined : { type: 'image', file: nameIn(url) }
    }
    if (!/\.(md|pdf)$/i.test(source)) {
      refuse(
        `« ${source} » n’est pas un document d’un type connu`,
        'Les documents sont en Markdown (.md), en image (.png, .jpg, .svg) ou en PDF.',
      )
      return undefined
    }
    const bytes = found(source)
    if (!bytes) {
      refuse(
        `Le document « ${source} » n’existe pas dans le dossier du cours`,
        'Vérifiez son nom (majuscules, accents), ou copiez-le dans le dossier documents du cours.',
      )
      return undefined
    }
    return /\.md$/i.test(source)
      ? paper(bytes.toString('utf8').replace(/^\uFEFF/, ''), refuse)
      : pdf(source, bytes, refuse)
  }

  function pdf(source: string, bytes: Buffer, refuse: Refuse): ReadDocument | undefined {
    if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-') {
      refuse(`« ${source} » n’est pas un PDF`, 'Enregistrez-le de nouveau au format PDF.')
      return undefined
    }
    if (bytes.length > MAX_BYTES) {
      refuse(
        `« ${source} » pèse ${Math.ceil(bytes.length / 1024 / 1024)} Mo`,
        'Réduisez-le à moins de 10 Mo.',
      )
      return undefined
    }
    const file = `${createHash('sha256').update(bytes).digest('hex')}.pdf`
    store.images.set(file, { path: relative(root, realpathSync(join(root, source))), bytes })
    return { type: 'pdf', file }
  }

  /** The bytes of a file, only when it is inside the folder. */
  function found(source: string): Buffer | undefined {
    try {
      const path = realpathSync(join(root, source))
      return path.startsWith(root + sep) && statSync(path).isFile() ? readFileSync(path) : undefined
    } catch {
      return undefined
    }
  }

  return { read, paper, files: store.images }
}

const nameIn = (url: string): string => url.slice(url.lastIndexOf('/') + 1)
