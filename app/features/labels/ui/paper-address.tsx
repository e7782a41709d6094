import { labels } from '~/messages/labels'
import { useT } from '~/ui/i18n'
import type { QrPath } from '../model/qr-path'
import { QrCode } from './qr-code'

/** On paper alone: the address of the page that was printed and the code that opens it, since what is printed grows old. */
export function PaperFoot({ typed, qr }: { typed: string; qr: QrPath }) {
  const t = useT(labels)
  return (
    <footer data-paper-only className="mt-8 items-center gap-4 border-t-2 border-edge pt-3">
      <QrCode qr={qr} title={t('paper.code', { address: typed })} className="w-28 flex-none" />
      <p className="min-w-0">
        {t('paper.text')} <span className="break-all">{typed}</span>
      </p>
    </footer>
  )
}
