/**
 * Slices of whose texts nobody is asked whether they speak of violence: they are about institutions, services and the ways of
 * people, or, as a concern, are where it is told.
 */
const elsewhere = /^(institutions|asks|partnerships|guests|competence|directory|households|concerns)\./
/** What somebody or something is called, where it is, by which law. */
const isCalled =
  /\.(who|phone|phone_of|phone_hours|place|link|law|court_order|outside|outside_address|agreed_by|agreed_as|given_to|with_whom)$/

/** Whether a form asks of what is written there if it speaks of violence: whatever is told of a family, unless it is said here. */
export const isHeard = (column: string) => !elsewhere.test(column) && !isCalled.test(column)
