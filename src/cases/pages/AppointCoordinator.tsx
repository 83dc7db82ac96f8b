import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { casesApi } from './api.ts'
import type { Family } from './FamilyFrame.tsx'

export type AppointCoordinatorProps = { family: Family; hint: string; onDone?: () => void }

/** Who of the leading institution coordinates from now on. */
export function AppointCoordinator({ family, hint, onDone }: AppointCoordinatorProps) {
  const { t } = useTranslation('cases')
  const there = useAsk(casesApi.whoMayCoordinate, { params: { id: family.id } })
  const form = useForm(casesApi.appointCoordinator, {
    params: { id: family.id },
    start: () => ({ id: newId(), workerId: null as string | null }),
    ...(onDone && { onDone }),
  })
  return (
    <Loaded query={there}>
      {(people) =>
        people.length === 0 ? (
          <EmptyState>{t('appoint.nobody')}</EmptyState>
        ) : (
          <Form
            of={form}
            kind={family.coordinator ? 'default' : 'filled'}
            deed={t(family.coordinator ? 'coordination.replace' : 'coordination.appoint')}
          >
            <SelectField
              {...form.field(
                'workerId',
                t(family.coordinator ? 'coordination.instead' : 'coordination.who'),
                {
                  lack: t('coordination.lack'),
                },
              )}
              hint={hint}
              options={people
                .filter((each) => each.id !== family.coordinator?.id)
                .map((each) => ({ value: each.id, label: `${each.name}, ${each.position}` }))}
            />
          </Form>
        )
      }
    </Loaded>
  )
}
