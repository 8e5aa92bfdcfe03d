/** The right column: who is here, unless the activity on stage has a list of people of its own. */
import { type ComponentProps, type ComponentType, Suspense } from 'react'
import type { TrainerScreenProps } from '#shared/activities/trainer-screen.ts'
import { useActivityProps } from './activity-props.ts'
import { sidePanels } from './activity-screens.ts'
import { PeoplePanel } from './PeoplePanel.tsx'

type Props = ComponentProps<typeof PeoplePanel>

export function SidePanel(props: Props) {
  const { everyone, trainer } = props
  const { stage } = trainer
  const activityId = everyone.phase === 'live' && 'activityId' in stage ? stage.activityId : undefined
  const Panel = sidePanels[everyone.activities[activityId ?? '']?.kind ?? '']
  const people = <PeoplePanel {...props} />
  if (activityId === undefined || !Panel) return people
  return (
    <Suspense fallback={people}>
      <OfActivity {...props} activityId={activityId} Panel={Panel} />
    </Suspense>
  )
}

function OfActivity({
  activityId,
  Panel,
  ...props
}: Props & { activityId: string; Panel: ComponentType<TrainerScreenProps> }) {
  const given = useActivityProps(props, activityId)
  return given ? <Panel {...given} /> : <PeoplePanel {...props} />
}
