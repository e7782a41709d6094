import { paths } from '~/core/paths'
import { spacedCode } from '~/features/labels/model/code'
import { QrCode } from '~/features/labels/ui/qr-code'
import { labels } from '~/messages/labels'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import type { LotLabels } from './lot-label.server'

/** Whether the label that the lot was published with is on it: another person may have been faster. */
export function BoundLabel({ bound }: Pick<LotLabels, 'bound'>) {
  const t = useT(labels)
  if (!bound) return null
  const code = spacedCode(bound.code)
  if (bound.isBound) return <Notice tone="success" live title={t('lot.bound', { code })} />
  return (
    <Notice tone="warning" live title={t('lot.taken')}>
      {t('lot.takenText')}
    </Notice>
  )
}

/** The label of a lot for its owner: its code, and the way to print and to count. */
export function LotLabel({ lotId, first, pieces }: { lotId: string } & Pick<LotLabels, 'first' | 'pieces'>) {
  const t = useT(labels)
  return (
    <section aria-labelledby="label" className="flex flex-col gap-3 border-t-4 border-edge pt-4">
      <h2 id="label" className="text-xl">
        {t('lot.title')}
      </h2>
      {first ? (
        <div className="flex flex-wrap items-center gap-4">
          <QrCode
            qr={first.qr}
            title={t('lot.qrTitle', { code: spacedCode(first.code), address: first.typed })}
          />
          <div className="min-w-0 flex-1 basis-48">
            <p className="reference text-2xl">{spacedCode(first.code)}</p>
            <p className="text-sm break-all text-muted">{first.typed}</p>
            {pieces > 1 && <p>{t('lot.more', { count: pieces - 1 })}</p>}
            <p className="mt-2">{t('lot.text')}</p>
          </div>
        </div>
      ) : (
        <p>{t('lot.none')}</p>
      )}
      <div className="flex flex-wrap gap-3" data-screen-only>
        <ButtonLink to={paths.printLabels(`?lot=${lotId}`)} look="secondary" wide>
          {t('lot.print')}
        </ButtonLink>
        {first && (
          <ButtonLink to={paths.scanner(`?lot=${lotId}`)} look="secondary" wide>
            {t('lot.scan')}
          </ButtonLink>
        )}
      </div>
    </section>
  )
}
