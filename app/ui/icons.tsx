import type { ReactNode, SVGProps } from 'react'

export type IconProps = SVGProps<SVGSVGElement> & {
  /** Names the icon for assistive technology; without it the icon is decoration beside a text. */
  title?: string
}

/** Drawn on a 24 grid with square ends, like a stencil. */
function icon(shape: ReactNode) {
  return function Icon({ title, ...props }: IconProps) {
    return (
      <svg
        viewBox="0 0 24 24"
        width="1.35em"
        height="1.35em"
        fill="none"
        stroke="currentColor"
        strokeWidth={2.25}
        strokeLinecap="square"
        strokeLinejoin="miter"
        focusable="false"
        {...(title ? { role: 'img', 'aria-label': title } : { 'aria-hidden': true })}
        {...props}
      >
        {shape}
      </svg>
    )
  }
}

export const SearchIcon = icon(
  <>
    <circle cx="10.5" cy="10.5" r="6.5" />
    <path d="m15.5 15.5 5 5" />
  </>,
)
export const CameraIcon = icon(
  <>
    <path d="M3 7h4l2-3h6l2 3h4v13H3z" />
    <circle cx="12" cy="13" r="4" />
  </>,
)
export const ImageIcon = icon(
  <>
    <path d="M3 4h18v16H3z" />
    <path d="m4 18 6-7 4 4 2.5-3 3.5 4" />
    <path d="M8 8h.01" />
  </>,
)
export const HeartIcon = icon(
  <path d="M12 20.5 3.5 12a5.2 5.2 0 0 1 0-7.4 5.2 5.2 0 0 1 7.4 0L12 5.7l1.1-1.1a5.2 5.2 0 0 1 7.4 7.4z" />,
)
export const HeartFilledIcon = icon(
  <path
    fill="currentColor"
    d="M12 20.5 3.5 12a5.2 5.2 0 0 1 0-7.4 5.2 5.2 0 0 1 7.4 0L12 5.7l1.1-1.1a5.2 5.2 0 0 1 7.4 7.4z"
  />,
)
export const BellIcon = icon(
  <>
    <path d="M5 17V11a7 7 0 0 1 14 0v6" />
    <path d="M3 17h18M10 21h4" />
  </>,
)
export const PlusIcon = icon(<path d="M12 4v16M4 12h16" />)
export const MinusIcon = icon(<path d="M4 12h16" />)
export const CheckIcon = icon(<path d="m4 12.5 5.5 5.5L20 6.5" />)
export const CrossIcon = icon(<path d="m5 5 14 14M19 5 5 19" />)
export const ArrowRightIcon = icon(<path d="M3 12h17m-6.5-7 7 7-7 7" />)
export const ArrowLeftIcon = icon(<path d="M21 12H4m6.5-7-7 7 7 7" />)
export const ArrowUpIcon = icon(<path d="M12 21V4m-7 6.5 7-7 7 7" />)
export const ChevronDownIcon = icon(<path d="m5 9 7 7 7-7" />)
export const PinIcon = icon(
  <>
    <path d="M12 21.5c-4.5-5-7-8.6-7-11.7a7 7 0 0 1 14 0c0 3.1-2.5 6.7-7 11.7z" />
    <circle cx="12" cy="9.8" r="2.3" />
  </>,
)
export const LeafIcon = icon(<path d="M5 19C4 10 9 4 20 4c.5 11-5 16-13 14M4 21c2-5 5-8.5 10-11" />)
export const BuildingIcon = icon(<path d="M4 21V4h10v17M14 9h6v12M2 21h20M8 8h2M8 12h2M8 16h2" />)
export const UserIcon = icon(
  <>
    <circle cx="12" cy="8" r="4" />
    <path d="M4 21c0-4.5 3-7 8-7s8 2.5 8 7" />
  </>,
)
export const DownloadIcon = icon(<path d="M12 3v12m-5.5-5 5.5 5.5L17.5 10M4 20.5h16" />)
export const UploadIcon = icon(<path d="M12 16V4M6.5 9 12 3.5 17.5 9M4 20.5h16" />)
export const PrintIcon = icon(<path d="M7 8V3h10v5M7 17H3V8h18v9h-4M7 14h10v7H7z" />)
export const WarningIcon = icon(<path d="M12 3 2 20.5h20zM12 9.5v5M12 17.5h.01" />)
export const InfoIcon = icon(
  <>
    <circle cx="12" cy="12" r="9.5" />
    <path d="M12 11v6M12 7h.01" />
  </>,
)
export const StopIcon = icon(<path d="M8 2.5h8l5.5 5.5v8L16 21.5H8L2.5 16V8zM12 7v6M12 16.5h.01" />)
export const CalendarIcon = icon(<path d="M3 5h18v16H3zM3 10h18M8 2.5V7M16 2.5V7" />)
export const ClockIcon = icon(
  <>
    <circle cx="12" cy="12" r="9.5" />
    <path d="M12 6.5V12l4 2.5" />
  </>,
)
export const TagIcon = icon(
  <>
    <path d="M3 11V3h8l10 10-8 8z" />
    <path d="M7.5 7.5h.01" />
  </>,
)
export const ListIcon = icon(<path d="M8 6h13M8 12h13M8 18h13M3 6h.01M3 12h.01M3 18h.01" />)
export const PairIcon = icon(<path d="M3 7h11l-3.5-3.5M21 17H10l3.5 3.5" />)
export const ScanIcon = icon(<path d="M3 8V3h5M16 3h5v5M21 16v5h-5M8 21H3v-5M3 12h18" />)
export const ScaleIcon = icon(<path d="M5 9h14l2 12H3zM12 9V6" />)
export const RetryIcon = icon(<path d="M20 12a8 8 0 1 1-2.5-5.8M20 3v5h-5" />)
export const MicrophoneIcon = icon(<path d="M9 3h6v10H9zM5 11v2a7 7 0 0 0 14 0v-2M12 20v2" />)
export const KeyIcon = icon(
  <>
    <circle cx="8" cy="15.5" r="4.5" />
    <path d="M11.5 12.5 20.5 3.5M16 8l3.5 3.5" />
  </>,
)
export const TrashIcon = icon(<path d="M3 6h18M8 6V3h8v3M6 6l1 15h10l1-15M10 10v7M14 10v7" />)
