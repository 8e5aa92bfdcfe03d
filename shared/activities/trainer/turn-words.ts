/** The words of the clock of a turn, in the console. */
import { words } from '#client/i18n/index.ts'

export const useTurnWords = words({
  fr: {
    outOf: (clock: string) => `sur ${clock}, sans coupure`,
    overTime: (clock: string) => `temps dépassé, prévu ${clock}`,
    stopped: (clock: string) => `sur ${clock}, arrêté`,
    noLimit: 'sans limite de temps',
    more: '30\u00A0s',
    moreLong: '30 secondes de plus',
    pause: 'Pause',
    resume: 'Reprendre',
  },
  en: {
    outOf: (clock: string) => `of ${clock}, nobody is cut off`,
    overTime: (clock: string) => `over time, ${clock} planned`,
    stopped: (clock: string) => `of ${clock}, stopped`,
    noLimit: 'no time limit',
    more: '30 s',
    moreLong: '30 seconds more',
    pause: 'Pause',
    resume: 'Resume',
  },
})
