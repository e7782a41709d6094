import { Link, type LinkProps } from '@remix-run/react'
import type { ButtonHTMLAttributes } from 'react'

export type ButtonLook = 'action' | 'secondary' | 'danger' | 'quiet'
type Shape = {
  look?: ButtonLook
  /** Less padding, for rows of a table; still 44 px tall on phones. */
  small?: boolean
  /** Takes the whole width on phones. */
  wide?: boolean
}

function classesOf({ look = 'action', small, wide }: Shape, more?: string): string {
  return ['button', `button-${look}`, small && 'button-small', wide && 'w-full lg:w-auto', more]
    .filter(Boolean)
    .join(' ')
}

/** A button: 56 px tall on phones. Never disabled for an incomplete form: the server says what is missing. */
export function Button({
  look,
  small,
  wide,
  className,
  type = 'submit',
  ...props
}: Shape & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type={type} className={classesOf({ look, small, wide }, className)} {...props} />
}

/** A link that looks like a button, for going somewhere rather than doing something. */
export function ButtonLink({ look, small, wide, className, ...props }: Shape & LinkProps) {
  return <Link className={classesOf({ look, small, wide }, className)} {...props} />
}
