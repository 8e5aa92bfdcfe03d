/** Result bars of a poll, the same in the room, on the stage and in the console. Sizes come from `results.css`. */
import { choiceClass, ChoiceShape } from '#client/kit/ChoiceShape.tsx'
import { words } from '#client/i18n/index.ts'
import type { PollEveryone, PollResults } from './definition.ts'
import './results.css'
