/** The pages of one class in the office: one line per tab, in the order shown. */
import type { ComponentType } from 'react'
import { Access } from './Access.tsx'
import type { ClassTab } from './class-tab.ts'
import { ConvocationsTab } from './convocations/ConvocationsTab.tsx'
import { ClassPeople } from './people/ClassPeople.tsx'
import { Programme } from './programme/Programme.tsx'
import type { useWords } from './words.ts'

type Word = { [K in keyof Words]: Words[K] extends string ? K : never }[keyof Words]
type Words = ReturnType<typeof useWords>

/** `slug` is the last part of /bureau/classe/<id>/<slug>; the first tab also answers without one. */
export const classTabs: readonly { slug: string; word: Word; Screen: ComponentType<ClassTab> }[] = [
  { slug: 'convocations', word: 'convocations', Screen: ConvocationsTab },
  { slug: 'inscrits', word: 'enrolledTab', Screen: ClassPeople },
  { slug: 'programme', word: 'programme', Screen: Programme },
  { slug: 'acces', word: 'access', Screen: Access },
]
