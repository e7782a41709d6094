import type { ReactNode } from 'react'
import type { MaterialType } from '~/core/material-types'

/** Each material as an object that everyone knows, drawn on a 32 grid with square ends like the icons. */
const SHAPES: Readonly<Record<MaterialType, ReactNode>> = {
  concrete: <path d="M3 12h20v14H3zM3 12l6-6h20l-6 6M29 6v14l-6 6M8 17h4v5H8zM14 17h4v5h-4z" />,
  brick: <path d="M2.5 7h27v18h-27zM2.5 13h27M2.5 19h27M12 7v6M21 13v6M10 13v6M16 19v6" />,
  stone: <path d="M3 14l6-7h13l7 6v7l-6 6H9l-6-5zM3 14l8 3 11-2 7-2M11 17l2 9M22 15l1 11M9 7l2 10" />,
  'roof-tile': (
    <path d="M3 4h26v6c0 5-6.5 5-6.5 0 0 5-6.5 5-6.5 0 0 5-6.5 5-6.5 0 0 5-6.5 5-6.5 0zM6 14v8c0 5 6.7 5 6.7 0 0 5 6.6 5 6.6 0 0 5 6.7 5 6.7 0v-8M12.7 15v7M19.3 15v7" />
  ),
  'structural-timber': (
    <>
      <path d="M2.5 20 16 6l13.5 14M7 27V15.5M25 27V15.5M16 6v21M3 27h26M16 15l-7 9M16 15l7 9" />
    </>
  ),
  'structural-steel': <path d="M5 4h22v5h-8v14h8v5H5v-5h8V9H5z" />,
  'other-metal': (
    <path d="M3 9c2-4 4.5-4 6.5 0s4.5 4 6.5 0 4.5-4 6.5 0 4.5 4 6.5 0v14c-2 4-4.5 4-6.5 0s-4.5-4-6.5 0-4.5 4-6.5 0-4.5-4-6.5 0z" />
  ),
  window: <path d="M5 3.5h22v25H5zM16 3.5v25M5 16h22M2.5 28.5h27M9 11l3-3M20 23l3-3" />,
  door: <path d="M8 28.5v-25h16v25M4 28.5h24M12 8h8v6h-8zM12 18h4M20.5 18.5h.01" />,
  'partition-board': <path d="M4 27V7l12-4v20zM16 5l4 1.5v19.5L8 29M20 9l4 1.5V29l-9-1" />,
  ceiling: (
    <path d="M3 5h26M3 5v5M12 5v5M20 5v5M29 5v5M3 10h26v6H3zM12 10v6M20 10v6M13 21l3 3 3-3M16 24v-4" />
  ),
  'raised-floor': <path d="M3 10h26v5H3zM12 10v5M20 10v5M6 15v11M16 15v11M26 15v11M3 26h6M13 26h6M23 26h6" />,
  'wood-floor': <path d="M3 5h26v22H3zM3 12.5h26M3 20h26M11 5v7.5M21 12.5V20M9 20v7M19 20v7M24 8h2M7 16h3" />,
  'soft-floor': <path d="M3 13a7 7 0 1 1 7 7h19v6H10C5 26 3 20 3 13M13 13a3 3 0 1 0-3 3" />,
  'ceramic-tile': <path d="M4 4h24v24H4zM16 4v24M4 16h24M10 7l3 3-3 3-3-3zM22 19l3 3-3 3-3-3z" />,
  insulation: (
    <path d="M3 6h26v20H3zM3 26c4-8 4-12 0-20M10 6c-4 7-4 13 0 20M17 6c-4 7-4 13 0 20M24 6c-4 7-4 13 0 20M29 8c-2 6-2 11 0 17" />
  ),
  sanitary: (
    <path d="M8 3.5h16v8H8zM7 11.5h18c0 7-3 9-6 10.5v6.5h-6V22c-3-1.5-6-3.5-6-10.5zM9 28.5h14M20 7h.01" />
  ),
  'hvac-plumbing': (
    <path d="M4 8v16M28 8v16M4 8h24M4 24h24M9 8v16M14 8v16M18.5 8v16M23 8v16M7 24v4M25 24v4M28 11h3M28 21h3" />
  ),
  electrical: (
    <path d="M16 3a9 9 0 0 1 5 16.5V23H11v-3.5A9 9 0 0 1 16 3zM11.5 26h9M13.5 29h5M16 23v-6M13 13l3 4 3-4" />
  ),
  furniture: <path d="M9 3.5h14v12H9zM6 15.5h20v4H6zM8 19.5v9M24 19.5v9M9 24h14" />,
  other: <path d="M4 10 16 4l12 6v13l-12 6-12-6zM4 10l12 6 12-6M16 16v13M13.5 9.5c3-2 6 0 3.5 2" />,
}

/** The drawing of a material; always beside its name, which says it. */
export function MaterialIcon({ material, className }: { material: MaterialType; className?: string }) {
  return (
    <svg
      viewBox="0 0 32 32"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="square"
      strokeLinejoin="miter"
      aria-hidden
      focusable="false"
    >
      {SHAPES[material]}
    </svg>
  )
}
