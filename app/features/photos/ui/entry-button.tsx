import type { ReactNode } from 'react'

/** A small act on one photo; with an `intent` it sends the form. */
export function EntryButton({
  label,
  text,
  intent = null,
  onClick,
  children,
}: {
  /** What it does to which photo, for who does not see where it stands. */
  label: string
  text: string
  intent?: string | null
  onClick?: () => void
  children?: ReactNode
}) {
  return (
    <button
      type={intent === null ? 'button' : 'submit'}
      name={intent === null ? undefined : 'intent'}
      value={intent ?? undefined}
      aria-label={label}
      onClick={onClick}
      className="inline-flex min-h-11 items-center gap-1.5 font-semibold text-link underline"
    >
      {children}
      {text}
    </button>
  )
}
