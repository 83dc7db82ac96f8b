/**
 * What is about everybody in a scope at once, as `aboutId`: free words and papers that name many. Those alone see it to
 * whom its class is open about everybody there; no grant about one person, or about what is shared, reaches it.
 */
export const everybody = '00000000-0000-0000-0000-000000000000'
