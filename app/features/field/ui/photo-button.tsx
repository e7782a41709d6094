import { useId, type ReactNode } from 'react'

/** Phones convert or decode their own formats (HEIC) when any image is asked for; the server still checks. */
const ANY_IMAGE = 'image/*'

/** A file field that looks like a button: the camera at once with `capture`, else the gallery. */
export function PhotoButton({
  look,
  capture = false,
  hint,
  onFiles,
  children,
}: {
  look: 'action' | 'secondary'
  capture?: boolean
  hint?: ReactNode
  onFiles: (files: readonly File[]) => void | Promise<void>
  children: ReactNode
}) {
  const id = useId()
  return (
    <div className="relative flex">
      <input
        id={id}
        type="file"
        className="peer sr-only"
        accept={ANY_IMAGE}
        multiple={!capture}
        capture={capture ? 'environment' : undefined}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])]
          currentTarget.value = ''
          void onFiles(files)
        }}
      />
      <label
        htmlFor={id}
        className={`button w-full button-${look} ${capture ? 'min-h-28 flex-col text-xl' : ''} peer-focus-visible:outline-3 peer-focus-visible:outline-mark peer-focus-visible:[box-shadow:0_0_0_6px_var(--focus-outer)]`}
      >
        <span className="flex items-center gap-3">{children}</span>
        {hint && (
          <span id={`${id}-hint`} aria-hidden="true" className="text-base font-normal">
            {hint}
          </span>
        )}
      </label>
    </div>
  )
}
