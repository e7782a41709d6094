import { paths } from '~/core/paths'
import { closing } from '~/messages/closing'
import { inventoryExport } from '~/messages/inventory-export'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { DownloadIcon } from '~/ui/icons'

/** Where a survey goes from its site's page: to its closing record, and out as tables. */
export function SurveyLinks({ siteId, isOwner }: { siteId: string; isOwner: boolean }) {
  const t = useT(inventoryExport)
  const tClosing = useT(closing)
  return (
    <div className="flex flex-col gap-3" data-screen-only>
      <p>
        <ButtonLink to={paths.closing(siteId)} look="secondary" wide>
          {tClosing(isOwner ? 'link' : 'linkRead')}
        </ButtonLink>
      </p>
      <p>
        <a
          href={paths.inventoryXlsx(siteId)}
          download
          className="inline-flex min-h-11 items-center gap-2 font-semibold"
        >
          <DownloadIcon />
          {t('xlsx')}
        </a>
        <span className="block text-muted">{t('note')}</span>
      </p>
    </div>
  )
}
