import { useEffect, useRef, useState } from 'react'
import { isMaterialType, type MaterialType } from '~/core/material-types'
import type { LotSuggestion } from '~/features/classifier/ui/use-suggestion'
import { fieldPost } from '~/messages/field-post'
import { Button } from '~/ui/button'
import { FieldError } from '~/ui/field'
import { useT } from '~/ui/i18n'
import { materialOf, type Answering } from '../../model/post/answering'
import { offeredMaterials } from '../../model/post/suggested-material'
import { AllMaterials, OfferedMaterials } from './material-faces'
import { MaterialNews } from './material-news'

/**
 * What the model offers of the photos as chips; where it has nothing to offer or cannot be asked, every material as a
 * picture with its name. A suggestion never moves what is under the finger: pictures that are shown stay.
 */
export function MaterialChoice({
  id,
  answering,
  said,
  hasPhotos,
  isOffline,
  error,
  onChoose,
}: {
  id: string
  answering: Answering
  said: LotSuggestion
  hasPhotos: boolean
  isOffline: boolean
  error?: readonly string[]
  onChoose: (material: MaterialType) => void
}) {
  const t = useT(fieldPost)
  const box = useRef<HTMLDivElement>(null)
  const [picked, setPicked] = useState(0)
  useEffect(() => {
    // The picture that was tapped is gone: its chip takes the focus.
    if (picked > 0) box.current?.querySelector<HTMLElement>('input:checked')?.focus({ preventScroll: true })
  }, [picked])
  const offered = offeredMaterials(answering, said.suggestion)
  const isAwaited = hasPhotos && !isOffline && said.off === null && said.suggestion === null
  const [isOpen, setOpen] = useOpenGrid(hasPhotos && offered.length === 0 && !isAwaited)
  const faces = { id, answering, offered, error, value: materialOf(answering) ?? '' }
  const pick = (value: string, isTap: boolean) => {
    if (isMaterialType(value)) onChoose(value)
    if (!isTap || !isOpen) return
    setOpen(false)
    setPicked((count) => count + 1)
  }
  const hasChips = !isOpen && offered.length > 0
  return (
    <div className="flex flex-col gap-3" ref={box}>
      <MaterialNews {...{ answering, said, hasPhotos, isOffline, isAwaited }} />
      {hasChips && <OfferedMaterials {...faces} onPick={pick} />}
      {isOpen && <AllMaterials {...faces} onPick={pick} />}
      {!hasChips && !isOpen && <FieldError id={id} error={error} />}
      {(!isOpen || offered.length > 0) && (
        <Button
          type="button"
          id={hasChips || isOpen ? undefined : id}
          look="secondary"
          className="w-full"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? t('material.close') : hasChips ? t('material.other') : t('material.choose')}
        </Button>
      )}
    </div>
  )
}

/** Whether all materials are shown: as the person last said, else once they are the only way, and from then on. */
function useOpenGrid(isOnlyWay: boolean): [boolean, (isOpen: boolean) => void] {
  const [said, setSaid] = useState<boolean | null>(null)
  const isOpen = said ?? isOnlyWay
  useEffect(() => {
    if (isOpen && said === null) setSaid(true)
  }, [isOpen, said])
  return [isOpen, setSaid]
}
