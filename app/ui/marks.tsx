/** A stroke of marking paint with its spatter, under a title. */
export function PaintMark() {
  return (
    <svg className="paint mt-2" viewBox="0 0 300 22" preserveAspectRatio="none" aria-hidden focusable="false">
      <path d="M3 9c31-5 62-2 96-4s59-4 92-2 62 0 86-1l-3 6 19 1-24 5c-29 2-51 0-81 2s-58 3-92 2-57 2-84 0L8 16l11-2z" />
      <path d="M283 12l5 1-4 2zM290 5l4 1-3 2zM294 14l4 1-3 2z" />
    </svg>
  )
}

/** A length of tape measure: the edge of a tag, the rule under a photo. */
export function TapeRule({ thin = false }: { thin?: boolean }) {
  return <div className={thin ? 'tape tape-thin' : 'tape'} aria-hidden />
}

/** The sign of Gisement: layers of ground inside a site tag. */
export function Sign({ className = 'h-9 w-9' }: { className?: string }) {
  return (
    <svg viewBox="0 0 40 40" className={className} aria-hidden focusable="false">
      <path d="M12 1h27v38H1V12z" fill="var(--mark)" stroke="var(--on-mark)" strokeWidth="2" />
      <circle cx="13.5" cy="12.5" r="3.5" fill="var(--page)" stroke="var(--on-mark)" strokeWidth="2" />
      <path d="M6 22.5h12l4-3h13v4.5H23l-4 3H6zM6 30h9l4-2.5h16v6.5H6z" fill="var(--on-mark)" />
    </svg>
  )
}
