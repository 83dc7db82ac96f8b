import { casesApi } from '../../cases/pages/api.ts'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import type { MessagePartProps } from '../../platform/web/door.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { basketsApi } from './api.ts'
import { ItemForGoal } from './ItemForGoal.tsx'

/** What a message says goes into the basket of its family. */
export function ItemOfMessage({ message, place, words, onDone }: MessagePartProps) {
  const family = useAsk(casesApi.case, { params: { id: place.id } })
  return (
    <Loaded query={family}>
      {(found) => (
        <ItemForGoal
          family={found}
          settled={{
            call: basketsApi.putItemOfMessage,
            params: { id: message.id },
            draft: `message/${message.id}/item`,
            start: { what: words, providerId: null, workerId: null, starts: null },
          }}
          onDone={onDone}
          onBack={onDone}
        />
      )}
    </Loaded>
  )
}
