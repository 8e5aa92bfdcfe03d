/** The parts of the office, in the order of the navigation: one line each. */
import { BookOpen, CalendarDays, Contact, type LucideIcon, Mail, UserRound, Users } from 'lucide-react'
import type { ComponentType } from 'react'
import type { LoginAnswer } from '#shared/api.ts'
import { Account } from './account/Account.tsx'
import { ClassList } from './ClassList.tsx'
import { CourseList } from './CourseList.tsx'
import { Outbox } from './convocations/Outbox.tsx'
import { KnownPeople } from './known/KnownPeople.tsx'
import { Team } from './team/Team.tsx'
import type { useWords } from './words.ts'

type Words = ReturnType<typeof useWords>
type Word = { [K in keyof Words]: Words[K] extends string ? K : never }[keyof Words]
export type SectionScreen = ComponentType<{ login: LoginAnswer }>
/** `slug` is the first part after /bureau; `covers`: other first parts that belong to it. */
export type Section = {
  slug: string
  covers?: readonly string[]
  word: Word
  icon: LucideIcon
  /** For the organiser alone. */
  organiser?: true
  Screen: SectionScreen
}

export const sections: readonly Section[] = [
  { slug: 'formations', word: 'courses', icon: BookOpen, Screen: CourseList },
  { slug: '', covers: ['classe', 'nouvelle'], word: 'classes', icon: CalendarDays, Screen: ClassList },
  { slug: 'envois', word: 'outbox', icon: Mail, Screen: Outbox },
  { slug: 'personnes', word: 'knownPeople', icon: Contact, organiser: true, Screen: KnownPeople },
  { slug: 'equipe', word: 'team', icon: Users, organiser: true, Screen: Team },
  { slug: 'compte', word: 'account', icon: UserRound, Screen: Account },
]
