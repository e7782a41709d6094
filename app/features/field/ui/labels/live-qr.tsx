import { useEffect, useState } from 'react'
import { spacedCode } from '~/features/labels/model/code'
import { qrPathOf, type QrPath } from '~/features/labels/model/qr-path'
import { QrCode } from '~/features/labels/ui/qr-code'
import { fieldLabels } from '~/messages/field-labels'
import { useT } from '~/ui/i18n'

/** The QR code of a label drawn on this device, as large as the screen allows: another phone reads it from there. */
export function LiveQr({ code, base }: { code: string; base: string }) {
  const t = useT(fieldLabels)
  const [qr, setQr] = useState<QrPath | 'failed' | null>(null)
  useEffect(() => {
    let isOver = false
    void drawn(base + code).then((path) => {
      if (!isOver) setQr(path)
    })
    return () => {
      isOver = true
    }
  }, [base, code])
  if (qr === null) return <p role="status">{t('drawing')}</p>
  if (qr === 'failed') return <p role="status">{t('notDrawn')}</p>
  return <QrCode qr={qr} title={t('qr', { code: spacedCode(code) })} className="w-full max-w-sm" />
}

/** The drawing is loaded when it is asked for: few who open the screens on site want it. */
async function drawn(text: string): Promise<QrPath | 'failed'> {
  try {
    const { qrModules } = await import('~/features/labels/qr-modules')
    return qrPathOf(qrModules(text))
  } catch {
    return 'failed'
  }
}
