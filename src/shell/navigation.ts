import { Ellipsis, Handshake, House, type LucideIcon, Megaphone, Sun } from 'lucide-react'

export type NavItem = {
  key: 'day' | 'families' | 'concerns' | 'partnership' | 'more'
  to: string
  icon: LucideIcon
}

/** The five places of the header and of the bottom bar on phones. */
export const navigation: NavItem[] = [
  { key: 'day', to: '/', icon: Sun },
  { key: 'families', to: '/families', icon: House },
  { key: 'concerns', to: '/concerns', icon: Megaphone },
  { key: 'partnership', to: '/partnerships', icon: Handshake },
  { key: 'more', to: '/more', icon: Ellipsis },
]

/** The item that a page belongs to: `/families/…` is under Rodziny. */
export function currentItem(pathname: string): NavItem['key'] | undefined {
  const under = ({ to }: NavItem) =>
    to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`)
  return navigation.find(under)?.key
}

/** Places of the footer, also listed under Więcej. */
export const further: { key: 'help' | 'accessibility' | 'looks'; to: string }[] = [
  { key: 'help', to: '/help' },
  { key: 'accessibility', to: '/accessibility' },
  { key: 'looks', to: '/my-looks' },
]
