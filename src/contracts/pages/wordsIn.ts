const forEverybody = ['causes', 'possibilities', 'limits', 'barriers', 'mainGoal', 'effects'] as const
const forB = ['education', 'skills', 'experience', 'earlierAttempts'] as const

/** The words of a contract of a type, in the order of the form. */
export const wordsIn = (type: 'A' | 'B') => (type === 'B' ? [...forEverybody, ...forB] : forEverybody)
