import { lazy, Suspense, useState } from 'react'
import { spacedCode } from '~/features/labels/model/code'
import { readScanned } from '~/features/labels/model/scanned-text'
import { fieldCheck } from '~/messages/field-check'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'
import { TapBoxes } from '~/ui/tap-choices'
import { countOfItems } from '../../model/check-handover'
import type { FieldLabel } from '../../model/field-facts'
import type { CheckProps } from './answers'

const ScanCamera = lazy(() =>
  import('~/features/labels/ui/scan-camera').then((module) => ({ default: module.ScanCamera })),
)

/** The labelled pieces of the lot: ticked by hand, by the code typed, or by the camera. Nothing without labels. */
export function CheckItems({
  pieces,
  answers,
  onAnswer,
}: CheckProps & { pieces: readonly (FieldLabel & { item: number })[] }) {
  const t = useT(fieldCheck)
  const [isScanning, setIsScanning] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  if (pieces.length === 0) return null
  const { items, counted } = answers
  const set = (ticked: readonly string[]) =>
    onAnswer({ items: ticked, counted: countOfItems(ticked, counted, items) })
  const toggle = (code: string) =>
    set(items.includes(code) ? items.filter((one) => one !== code) : [...items, code])
  const read = (text: string) => {
    const scanned = readScanned(text)
    const code = scanned.kind === 'code' ? scanned.code : null
    const piece = pieces.find((one) => one.code === code)
    if (!piece) return setSaid(t(scanned.kind === 'mistyped' ? 'items.mistyped' : 'items.foreign'))
    if (!items.includes(piece.code)) set([...items, piece.code])
    setTyped('')
    setSaid(t('items.read', { item: piece.item, code: spacedCode(piece.code) }))
  }
  return (
    <section aria-labelledby="items" className="flex flex-col gap-4 border-t-4 border-edge pt-4">
      <h2 id="items">{t('step.items')}</h2>
      <TapBoxes
        label={t('items.lead')}
        values={items}
        onToggle={toggle}
        choices={pieces.map(({ code, item }) => ({
          value: code,
          label: t('items.piece', { item }),
          note: spacedCode(code),
        }))}
      />
      <p role="status" className="font-semibold">
        {t('items.ticked', { count: items.length, all: pieces.length })}
      </p>
      <div className="flex flex-wrap items-end gap-3">
        <TextInput
          label={t('items.code')}
          width="max-w-56"
          maxLength={60}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            read(typed)
          }}
        />
        <Button type="button" look="secondary" onClick={() => read(typed)}>
          {t('items.tick')}
        </Button>
      </div>
      {said && <p role="status">{said}</p>}
      {isScanning ? (
        <Suspense>
          <ScanCamera onText={read} />
        </Suspense>
      ) : (
        <Button type="button" look="quiet" onClick={() => setIsScanning(true)}>
          {t('items.scan')}
        </Button>
      )}
    </section>
  )
}
