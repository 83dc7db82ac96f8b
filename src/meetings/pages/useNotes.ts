import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { pathOf } from '../../platform/web/client.ts'
import { send } from '../../platform/web/request.ts'
import { inMyName, sessionPath, useSession } from '../../platform/web/session.ts'
import { meetingsContract } from '../contract.ts'
import { aNote, type Note } from './aNote.ts'

const reopenAfter = 3_000

/** The notes of a meeting, each as its point is opened; what others write comes as they write it. */
export function useNotes(meetingId: string): (pointId: string) => Note {
  const queries = useQueryClient()
  const workerId = useSession().worker!.id
  const notes = useMemo(() => {
    const known = new Map<string, Note>()
    const noteOf = (pointId: string) => {
      const found =
        known.get(pointId) ??
        aNote(`${workerId}/minutes/${pointId}`, (edit) =>
          // One that arrives twice is one: it needs no key.
          send(
            'POST',
            pathOf(meetingsContract.editNote, { params: { id: meetingId, pointId } }),
            { edit },
            { key: null },
          ),
        )
      known.set(pointId, found)
      return found
    }
    return { known, noteOf }
  }, [meetingId, workerId])

  useEffect(() => {
    let stream: EventSource | undefined
    let reopen: ReturnType<typeof setTimeout> | undefined
    function open() {
      stream = new EventSource(inMyName(`/api/meetings/${meetingId}/notes`))
      stream.addEventListener('note', ({ data }) => {
        const { point, edits } = JSON.parse(data) as { point: string; edits: string[] }
        notes.noteOf(point).take(edits)
      })
      stream.addEventListener('again', () => queries.invalidateQueries())
      stream.addEventListener('bye', () => {
        stream?.close()
        queries.invalidateQueries()
        queries.invalidateQueries({ queryKey: [sessionPath] })
      })
      stream.onerror = () => {
        if (stream?.readyState === EventSource.CLOSED) reopen = setTimeout(open, reopenAfter)
      }
    }
    open()
    return () => {
      clearTimeout(reopen)
      stream?.close()
      for (const note of notes.known.values()) note.leave()
    }
  }, [meetingId, queries, notes])
  return notes.noteOf
}
