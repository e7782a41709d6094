import { useId } from 'react'
import type { QrPath } from '../model/qr-path'

/** A QR code as vectors, black on white whatever the theme: a reader needs the contrast and the margin. */
export function QrCode({ qr, title, className = 'w-40' }: { qr: QrPath; title: string; className?: string }) {
  const id = useId()
  return (
    <svg
      role="img"
      aria-labelledby={id}
      viewBox={`0 0 ${qr.size} ${qr.size}`}
      shapeRendering="crispEdges"
      className={className}
    >
      <title id={id}>{title}</title>
      <path d={`M0 0h${qr.size}v${qr.size}h-${qr.size}z`} fill="#ffffff" />
      <path d={qr.d} fill="#000000" />
    </svg>
  )
}
