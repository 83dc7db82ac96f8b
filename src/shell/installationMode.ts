/** The server writes the mode into the page, so that those who are not signed in see the practice strip too. */
export const installationMode = (): 'practice' | 'service' =>
  document.querySelector<HTMLMetaElement>('meta[name="splot-mode"]')?.content === 'service'
    ? 'service'
    : 'practice'
