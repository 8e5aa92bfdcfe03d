import { words } from '#client/i18n/index.ts'

export const useSlideWords = words({
  fr: {
    slide: (n: number, title: string) => `Diapositive ${n} : ${title}`,
    loading: (n: number) => `La diapositive ${n} arrive`,
    failed: (n: number) => `La diapositive ${n} n’a pas pu être chargée.`,
    retry: 'Réessayer',
  },
  en: {
    slide: (n: number, title: string) => `Slide ${n}: ${title}`,
    loading: (n: number) => `Slide ${n} is coming`,
    failed: (n: number) => `Slide ${n} could not be loaded.`,
    retry: 'Try again',
  },
})
