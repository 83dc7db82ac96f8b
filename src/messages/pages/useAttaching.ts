import { useRef, useState } from 'react'
import { newId } from '../../platform/web/newId.ts'
import { formOf } from '../../platform/web/request.ts'
import { messagesApi } from './api.ts'
import { classOf, type MessageValues } from './messageValues.ts'

/** What bears no name takes no paper in a case: nobody knows what a paper names. */
const takesPapers = (place: 'case' | 'partnership', values: MessageValues) =>
  place === 'partnership' || classOf(values) !== 'request'

/**
 * Files that go with a message of a place: they are sent once it is written, one after another. What is written stands,
 * whatever becomes of its files; those that did not get through stay chosen.
 */
export function useAttaching(place: 'case' | 'partnership') {
  const [chosen, setChosen] = useState<File[]>([])
  const [left, setLeft] = useState<{ messageId: string; problem: unknown } | null>(null)
  // A file that is sent again after a lost answer is the same file.
  const ids = useRef(new Map<File, string>())
  const attachTo = async (messageId: string) => {
    for (const file of chosen) {
      const id = ids.current.get(file) ?? newId()
      ids.current.set(file, id)
      try {
        await messagesApi.attach({ params: { id: messageId }, query: { id }, body: formOf(file), key: id })
      } catch (problem) {
        return setLeft({ messageId, problem })
      }
      setChosen((files) => files.filter((other) => other !== file))
    }
    setLeft(null)
  }
  return {
    place,
    chosen,
    choose: setChosen,
    takes: (values: MessageValues) => takesPapers(place, values),
    /** The message that was written without some of its files, and why. */
    left,
    attachTo,
    sendWith: (values: MessageValues) =>
      takesPapers(place, values) ? attachTo(values.messageId) : Promise.resolve(),
  }
}

export type Attaching = ReturnType<typeof useAttaching>
