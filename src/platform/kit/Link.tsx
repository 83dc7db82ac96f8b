import { Link as RouterLink } from '@tanstack/react-router'
import type { ComponentProps, ReactNode } from 'react'
import type { Address } from '../web/address.ts'
import { inMyName } from '../web/session.ts'

export type LinkProps = Omit<ComponentProps<'a'>, 'href'> & {
  /** A page of Splot (`pageAt(…)`), a place on this one (`#why`), or an outer address. */
  to: Address
  icon?: ReactNode
}

/** A link: in Splot without reloading the page, outside as a plain anchor. The icon is not underlined. */
export function Link({ to, icon, children, ...rest }: LinkProps) {
  const content = icon ? (
    <>
      {icon}
      <span>{children}</span>
    </>
  ) : (
    children
  )
  const className = [rest.className, icon && 'with-icon'].filter(Boolean).join(' ') || undefined
  const url = new URL(to, 'https://splot.invalid')
  // What names a job is opened anew, in that one.
  if (!to.startsWith('/') || to.startsWith('/api/') || url.searchParams.has('as')) {
    return (
      <a {...rest} className={className} href={to.startsWith('/api/') ? inMyName(to) : to}>
        {content}
      </a>
    )
  }
  return (
    <RouterLink
      {...rest}
      className={className}
      to={url.pathname}
      search={Object.fromEntries(url.searchParams) as never}
      hash={url.hash.slice(1)}
      // The frame says itself which item is current; the router marks this very page only.
      activeOptions={exactly}
      activeProps={noActive}
    >
      {content}
    </RouterLink>
  )
}

const noActive = { className: '', 'aria-current': undefined, 'data-status': undefined } as const
const exactly = { exact: true } as const
