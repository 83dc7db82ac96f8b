import { casesApi } from '../../cases/pages/api.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { type Meeting, meetingsApi } from './api.ts'

/** Who of an institution may come in somebody's place: works with the family, or in the partnership, and is not asked already. */
export function useColleagues(meeting: Meeting, institutionId: string) {
  const team = useAsk(
    casesApi.team,
    { params: { id: meeting.caseId ?? '' } },
    { enabled: meeting.caseId !== null },
  )
  const members = useAsk(
    meetingsApi.whomToInvite,
    { params: { id: meeting.partnershipId } },
    { enabled: meeting.caseId === null },
  )
  const institution = meeting.people.find((each) => each.institutionId === institutionId)?.institution
  const there = meeting.caseId
    ? (team.data ?? [])
        .filter(({ state }) => state === 'accepted')
        .map(({ id, name, institutionName }) => ({ id, name, of: institutionName }))
    : (members.data?.people ?? []).map(({ id, name, institution }) => ({ id, name, of: institution }))
  return there
    .filter(({ id, of }) => of === institution && !meeting.people.some(({ workerId }) => workerId === id))
    .map(({ id, name }) => ({ value: id, label: name }))
}
