/** Whose a form about a point is, and where its draft is kept: a worker's, or of the guest of one visit. */
export const formOf = (point: string, form: string, visit: string | undefined) => ({
  params: { id: point, ...(visit && { visit }) },
  draft: `${visit ? `${visit}/` : ''}point/${point}/${form}`,
})
