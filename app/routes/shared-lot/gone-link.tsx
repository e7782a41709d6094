import { paths } from '~/core/paths'
import type { SharedLot } from '~/features/lots/model/share'
import { lotShares } from '~/messages/lot-shares'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

/** What a link shows that opens no sheet, with what to do. */
export function GoneLink({ state }: { state: Exclude<SharedLot['state'], 'open'> }) {
  const t = useT(lotShares)
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <PageHeader title={t(`page.gone.${state}`)} lead={t(`page.goneText.${state}`)} />
      <div className="flex flex-wrap gap-3">
        <ButtonLink to={paths.lots()} wide>
          {t('page.search')}
        </ButtonLink>
        <ButtonLink to={paths.newNeed()} look="secondary" wide>
          {t('page.need')}
        </ButtonLink>
      </div>
    </div>
  )
}
