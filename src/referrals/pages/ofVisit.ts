/** Of which point a form is: a worker's, or of the guest of one visit. */
export const paramsOf = (point: string, visit: string | undefined) => ({ id: point, ...(visit && { visit }) })

/** Where what is begun in it is kept. */
export const draftOf = (point: string, form: string, visit: string | undefined) =>
  `${visit ? `${visit}/` : ''}point/${point}/${form}`
