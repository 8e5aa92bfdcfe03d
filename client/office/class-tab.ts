/** What the page of a tab of a class is given. `again` asks the server for the class once more, after a change. */
import type { LoginAnswer, OfficeClass } from '#shared/api.ts'

export type ClassTab = { login: LoginAnswer; klass: OfficeClass; again: () => void }
