import highs from 'highs'

/** The package's types describe its other build, in which what loads it is the `default` of what is imported. */
export const loadHighs = highs as unknown as typeof highs.default
