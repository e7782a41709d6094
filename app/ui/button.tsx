import { Link, type LinkProps } from '@remix-run/react'
import type { ButtonHTMLAttributes } from 'react'

export type ButtonLook = 'action' | 'secondary' | 'danger' | 'quiet'
type Shape = {
  look?: ButtonLook
  /** Less padding, for rows of a table; still 44 px tall on phones. */
  small?: boolean
  /** Takes the whole width on phones. */
  wide?: boolean
  /** What its page is for. With one hand, on phones, it stays above the tab bar, on the thumb's side. */
  main?: boolean
}

function classesOf({ look = 'action', small, wide, main }: Shape, more?: string): string {
  return [
    'button',
    `button-${look}`,
    small && 'button-small',
    wide && 'w-full lg:w-auto',
    main && 'main-act',
    more,
  ]
    .filter(Boolean)
    .join(' ')
}

/** A button: 56 px tall on phones. Never disabled for an incomplete form: the server says what is missing. */
export function Button({
  look,
  small,
  wide,
  main,
  className,
  type = 'submit',
  ...props
}: Shape & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type={type} className={classesOf({ look, small, wide, main }, className)} {...props} />
}

/** A link that looks like a button, for going somewhere rather than doing something. */
export function ButtonLink({ look, small, wide, main, className, ...props }: Shape & LinkProps) {
  return <Link className={classesOf({ look, small, wide, main }, className)} {...props} />
}
