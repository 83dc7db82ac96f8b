import { Paperclip } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { FileField } from '../../kit/FileField.tsx'
import { Link } from '../../kit/Link.tsx'
import { ProblemNotice } from '../../kit/ProblemNotice.tsx'
import { Row, Rows } from '../../kit/Rows.tsx'
import { dayOf } from '../../texts/dates.ts'
import { newId } from '../../web/newId.ts'
import { formOf } from '../../web/request.ts'
import { useAsk } from '../../web/useAsk.ts'
import { useDeed } from '../../web/useDeed.ts'
import { useWords } from '../../web/useWords.ts'
import { filesApi } from './filesApi.ts'

type AttachmentsProps = {
  /** The place to which they are attached, and whom or what there they are about. */
  scopeId: string
  aboutId?: string
  /** Who will read what is added. */
  hint: string
}

/** What is attached to something, and adding to it: a file is read like any fact of its class and of whom it is about. */
export function Attachments({ scopeId, aboutId, hint }: AttachmentsProps) {
  const { t } = useTranslation('files', { keyPrefix: 'attachments' })
  const { longDate, number } = useWords()
  const files = useAsk(filesApi.files, { params: { scopeId } })
  const [chosen, setChosen] = useState<File[]>([])
  const [id, setId] = useState(newId)
  const add = useDeed(
    (file: File, key) =>
      filesApi.addFile({
        params: { scopeId },
        query: { id, class: 'file', aboutId },
        body: formOf(file),
        key,
      }),
    () => {
      setChosen([])
      setId(newId())
    },
  )
  return (
    <div style={{ paddingTop: 12 }}>
      {files.data && files.data.length > 0 && (
        <Rows label={t('title')}>
          {files.data.map((file) => (
            <Row
              key={file.id}
              title={
                <Link to={`/api/files/${file.id}`} icon={<Paperclip size={16} aria-hidden />}>
                  {file.name}
                </Link>
              }
              sub={t('facts', {
                size: number(Math.max(1, Math.round(file.size / 1024))),
                day: longDate(dayOf(file.addedAt)),
              })}
            />
          ))}
        </Rows>
      )}
      <FileField
        label={t('add')}
        hint={hint}
        optional={false}
        value={chosen}
        onChange={setChosen}
        accept="application/pdf,image/png,image/jpeg,image/webp,.docx,.odt"
      />
      {chosen[0] && (
        <p style={{ paddingTop: 8 }}>
          <Button busy={add.busy} onClick={() => add.run(chosen[0]!)}>
            {t('send')}
          </Button>
        </p>
      )}
      {add.problem ? <ProblemNotice problem={add.problem} /> : null}
    </div>
  )
}
