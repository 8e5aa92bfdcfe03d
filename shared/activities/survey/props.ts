/** What the participant's screens of a questionnaire are given. */
import type { ParticipantProps } from '../participant.ts'
import type { SurveyEveryone, SurveyMine } from './definition.ts'

export type SurveyProps = ParticipantProps<SurveyEveryone, SurveyMine>
