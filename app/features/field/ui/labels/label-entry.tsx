import { useState, type FormEvent } from 'react'
import { readScanned } from '~/features/labels/model/scanned-text'
import { ScanCamera } from '~/features/labels/ui/scan-camera'
import { fieldLabels } from '~/messages/field-labels'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'
import { Notice } from '~/ui/notice'

/** A code that is written as the hint shows one; its check is right. */
const EXAMPLE = '7K3M-2P9M'

/** The camera and the keyboard, both without a network: gives the code of a label, or says what was read instead. */
export function LabelEntry({ onCode }: { onCode: (code: string) => void }) {
  const t = useT(fieldLabels)
  const [fault, setFault] = useState<'mistyped' | 'foreign' | null>(null)
  const read = (text: string) => {
    const scanned = readScanned(text)
    setFault(scanned.kind === 'code' ? null : scanned.kind)
    if (scanned.kind === 'code') onCode(scanned.code)
  }
  const type = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget).get('code')
    read(typeof typed === 'string' ? typed : '')
  }
  return (
    <>
      {fault && <Notice tone="warning" live title={t(fault)} />}
      <ScanCamera onText={read} />
      <section aria-labelledby="typed" className="flex flex-col gap-4">
        <h2 id="typed">{t('typed')}</h2>
        <form onSubmit={type} className="flex flex-col items-start gap-4" noValidate>
          <TextInput
            label={t('code')}
            hint={t('codeHint', { example: EXAMPLE })}
            name="code"
            width="max-w-56"
            maxLength={40}
            required
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
          <Button>{t('open')}</Button>
        </form>
      </section>
    </>
  )
}
