import { fr } from '#client/i18n/format.ts'
import type { ClassInfo } from '#shared/api.ts'

/** Authors type plain spaces: titles are set once here, so that no line ever starts with « ? ». */
export function typeset(info: ClassInfo): ClassInfo {
  return {
    ...info,
    title: fr(info.title),
    sections: info.sections.map((section) => ({
      ...section,
      title: fr(section.title),
      short: fr(section.short),
    })),
    plan: info.plan?.map((item) => ({ ...item, title: fr(item.title) })),
  }
}
