/** Where matters belong; a meeting comes with its slice. */
export const namesOfPlaces = ['case', 'partnership'] as const
