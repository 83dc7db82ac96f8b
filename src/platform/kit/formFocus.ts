import { type RefObject, useEffect, useRef, useState } from 'react'

const controls = 'input, textarea, select, button, summary'

/** Somebody wrote in a field what cannot be read: the form holds nothing of it, and must not be sent as if they had not. */
export const holdsUnread = (form: HTMLElement | null) => form?.querySelector('[data-unfit]') != null

/** To the first field that is not right yet, its label in sight; false when the form marks none. */
export function focusFirstWrong(form: HTMLElement): boolean {
  let field = form.querySelector('[data-field-error]')?.parentElement
  while (field && field !== form) {
    const control = firstControl(field)
    if (control) {
      control.focus({ preventScroll: true })
      const tall = field.getBoundingClientRect().height > window.innerHeight / 2
      field.scrollIntoView({ block: tall ? 'start' : 'center' })
      return true
    }
    field = field.parentElement
  }
  return false
}

function firstControl(within: Element): HTMLElement | undefined {
  const first = [...within.querySelectorAll<HTMLElement>(controls)].find((each) => each.checkVisibility())
  // Of choices that exclude one another the keyboard comes to the chosen one.
  const name = first?.matches('[type=radio]') && first.getAttribute('name')
  return (name && within.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]:checked`)) || first
}

/**
 * A form that took the place of its button takes the focus too; when it closes, the focus goes back to that button,
 * or, where there is none any more, to the heading above.
 */
export function useTakesItsTurn(form: RefObject<HTMLElement | null>) {
  // Asked before the page changes: afterwards the button is gone and the focus with it.
  const [opener] = useState(() => document.activeElement)
  const [beside] = useState(() => opener?.closest('aside'))
  const places = useRef<HTMLElement[]>([])
  useEffect(() => {
    if (!form.current || !(opener instanceof HTMLElement) || opener.localName !== 'button') return
    // What stands beside the work does not take the place of a button in it.
    const aside = form.current.closest('aside')
    if (!opener.isConnected && isNowhere() && (!aside || aside === beside))
      firstControl(form.current)?.focus()
    for (let at = form.current.parentElement; at && at.id !== 'main'; at = at.parentElement)
      places.current.push(at)
    const name = nameOf(opener)
    return () => {
      const above = places.current
      places.current = []
      setTimeout(() => {
        if (!isNowhere()) return
        const left = above.filter((each) => each.isConnected)
        const back = opener.isConnected ? opener : buttonNamed(name, left)
        if (back) back.focus()
        else focusHeading(left)
      })
    }
  }, [form, opener, beside])
}

/** The focus was on something that is gone. */
export const isNowhere = () => document.activeElement === document.body || !document.activeElement
const nameOf = (button: Element) => button.getAttribute('aria-label') ?? button.textContent

/** The nearest button of that name: the list around it was drawn anew. */
function buttonNamed(name: string | null, places: HTMLElement[]): HTMLElement | undefined {
  for (const place of places)
    for (const button of place.querySelectorAll('button')) if (nameOf(button) === name) return button
  return undefined
}

function focusHeading(places: HTMLElement[]) {
  const heading = places[0]?.closest('section')?.querySelector<HTMLElement>('h2, h3')
  if (!heading) return
  heading.tabIndex = -1
  heading.focus()
}
