/** The name of the one text in the document of a note, on both sides. */
export const words = 'words'
