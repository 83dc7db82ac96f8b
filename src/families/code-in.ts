/** A code of a case, or how it begins, as people write and say it: "4u5-hgj", "4U5 HGJ", "4U5HGJ". Of other signs, what no code is. */
export const codeIn = (typed: string): string =>
  /^[\p{L}\p{N}][\p{L}\p{N}\s-]*$/u.test(typed) ? typed.replace(/[\s-]/g, '').toUpperCase() : '–'
