import { PageFrame } from '../PageFrame.tsx'

export function KitPage() {
  return (
    <PageFrame tab="Części" title="Części Splotu">
      .
    </PageFrame>
  )
}
