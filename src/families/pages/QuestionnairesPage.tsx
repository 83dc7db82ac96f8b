import { useTranslation } from 'react-i18next'
import { casesApi } from '../../cases/pages/api.ts'
import { type Family, FamilyFrame } from '../../cases/pages/FamilyFrame.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useParam } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { BlankSheet } from '../../questionnaires/pages/BlankSheet.tsx'
import { type ResponsePages, Responses } from '../../questionnaires/pages/Responses.tsx'
import { ResponseWork } from '../../questionnaires/pages/ResponseWork.tsx'

/** Questionnaires that the leading institution's team filled in with the family. */
export function QuestionnairesPage() {
  const { t } = useTranslation('families')
  return (
    <FamilyFrame part="questionnaires" sub={t('questionnaires.sub')}>
      {(family) => <List family={family} />}
    </FamilyFrame>
  )
}

/** One of them, being filled in or read. */
export function QuestionnairePage() {
  const { t } = useTranslation('families')
  return (
    <FamilyFrame part="questionnaires" title={t('questionnaires.one')}>
      {(family) => <One family={family} />}
    </FamilyFrame>
  )
}

/** A blank one, to be printed and taken along. */
export function BlankQuestionnairePage() {
  const { t } = useTranslation('families')
  const questionnaireId = useParam('questionnaireId')
  return (
    <FamilyFrame part="questionnaires" title={t('questionnaires.blank')}>
      {() => <BlankSheet questionnaireId={questionnaireId} />}
    </FamilyFrame>
  )
}

const listOf = ({ id }: Family) => pageAt('/families/$id/questionnaires', { id })
const pagesOf = (family: Family): ResponsePages => ({
  list: listOf(family),
  response: (responseId) => pageAt('/families/$id/questionnaires/$responseId', { id: family.id, responseId }),
  blank: (questionnaireId) =>
    pageAt('/families/$id/questionnaires/blank/$questionnaireId', { id: family.id, questionnaireId }),
})

function List({ family }: { family: Family }) {
  return (
    <Responses
      scopeId={family.id}
      pages={pagesOf(family)}
      names={useTeamNames(family)}
      mayFill={family.may.includes('team') && !family.closedAt}
    />
  )
}

function One({ family }: { family: Family }) {
  const responseId = useParam('responseId')
  return (
    <ResponseWork
      scopeId={family.id}
      responseId={responseId}
      list={listOf(family)}
      names={useTeamNames(family)}
      mayChange={family.may.includes('team') && !family.closedAt}
    />
  )
}

/** The people of the case by their ids, also those who have left it. */
function useTeamNames(family: Family): Map<string, string> {
  const team = useAsk(casesApi.team, { params: { id: family.id } })
  return new Map([
    ...(team.data ?? []).map(({ id, name }): [string, string] => [id, name]),
    ...(family.coordinator ? [[family.coordinator.id, family.coordinator.name] as [string, string]] : []),
  ])
}
