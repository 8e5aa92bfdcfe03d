/** What the participant's screens of a tour de table are given. */
import type { ParticipantProps, TurnProps } from '../participant.ts'
import type { RoundtableCommand, RoundtableEveryone, RoundtableMine } from './definition.ts'

export type Given = ParticipantProps<RoundtableEveryone, RoundtableMine>
export type RoundProps = TurnProps<RoundtableEveryone, RoundtableMine, RoundtableCommand>
