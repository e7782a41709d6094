import { useState } from 'react'
import { ImageIcon } from '~/ui/icons'

/** A small picture beside the words that name what it shows; the place of one where none can be shown. */
export function KeptPicture({ src }: { src: string | null }) {
  const [missing, setMissing] = useState<string | null>(null)
  return (
    <span className="grid h-20 w-24 flex-none place-items-center overflow-hidden bg-sunken">
      {src && src !== missing ? (
        <img
          src={src}
          alt=""
          loading="lazy"
          className="h-full w-full object-cover"
          onError={() => setMissing(src)}
        />
      ) : (
        <ImageIcon />
      )}
    </span>
  )
}
