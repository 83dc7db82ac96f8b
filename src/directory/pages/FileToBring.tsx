import { type ReactNode, useState } from 'react'
import { FileField } from '../../platform/kit/FileField.tsx'
import { LoadingRows } from '../../platform/kit/LoadingRows.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { useDeed } from '../../platform/web/useDeed.ts'

/** A file that is chosen and looked through; what is in it is seen before anything changes. */
export function FileToBring<Seen>(props: {
  heading: string
  label: string
  hint: string
  accept: string
  look: (file: File) => Promise<Seen>
  children: (file: File, seen: Seen) => ReactNode
}) {
  const { heading, label, hint, accept, look, children } = props
  const [files, setFiles] = useState<File[]>([])
  const see = useDeed(look)
  const file = files[0]
  return (
    <>
      <Section heading={heading}>
        <FileField
          label={label}
          hint={hint}
          accept={accept}
          value={files}
          onChange={(chosen) => {
            setFiles(chosen)
            if (chosen[0]) see.run(chosen[0])
            else see.reset()
          }}
        />
        {see.busy && <LoadingRows rows={3} />}
        {Boolean(see.problem) && <ProblemNotice problem={see.problem} />}
      </Section>
      {file && see.answer && children(file, see.answer)}
    </>
  )
}
