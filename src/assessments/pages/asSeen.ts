import type { ByDefault } from '../../cases/pages/useWhom.ts'
import type { Assessment } from './api.ts'

/** Whom institutions wrote about in a domain; nothing where none did. The family's voice and what is agreed follow it. */
export function asSeen(assessment: Assessment, domain: string): ByDefault | undefined {
  const people = assessment.views
    .filter((view) => view.domain === domain && !view.byFamily && view.withoutLevel !== 'does_not_concern')
    .flatMap(({ about }) => about)
  return people.length ? { whom: null, people: [...new Set(people)] } : undefined
}
