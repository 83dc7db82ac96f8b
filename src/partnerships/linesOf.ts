/** What a person wrote line by line, as items: without empty lines and marks of a list. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^[-–•*\s]+/, '').trim())
    .filter(Boolean)
