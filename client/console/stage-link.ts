import { post } from '#client/api.ts'
import type { StageLinkAnswer } from '#shared/api.ts'

/** Asks for a link that signs a projection screen in. Rejects with a message for the reader. */
export async function makeStageLink(classId: string, as?: string): Promise<string> {
  const { url } = await post<StageLinkAnswer>(`/api/classes/${classId}/stage-link`, {}, { as })
  return url
}
