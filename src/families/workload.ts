/** How many families the law has somebody coordinate, whose post may be a part of a full one; unsaid, it counts as a whole one. */
export const mostFamilies = (byLaw: number, post: number | null | undefined) =>
  Math.round(byLaw * (post ?? 1))

/** Full-time posts of all together. */
export const postsOf = (workers: { post: number | null }[]) =>
  workers.reduce((sum, { post }) => sum + (post ?? 1), 0)

/** How many posts are lacking for so many residents, in eighths of a post, rounded up; zero or less where there are enough. */
export const postsLacking = (residents: number, residentsForAPost: number, posts: number) =>
  Math.ceil((residents / residentsForAPost - posts) * 8) / 8
