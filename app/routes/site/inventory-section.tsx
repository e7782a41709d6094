import type { SubmissionResult } from '@conform-to/react'
import { paths } from '~/core/paths'
import { InventoryLineForm } from '~/features/sites/ui/inventory-line-form'
import { InventoryTable, type InventoryShown } from '~/features/sites/ui/inventory-table'
import { sites } from '~/messages/sites'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'

/** The inventory of a site and, for its owner, the form that adds a line. */
export function InventorySection({
  siteId,
  inventory,
  lineId,
  isOwner,
  isAdded,
  reply,
}: {
  siteId: string
  inventory: InventoryShown | null
  lineId: string
  isOwner: boolean
  isAdded: boolean
  reply: SubmissionResult<string[]> | undefined
}) {
  const t = useT(sites)
  return (
    <section id="inventaire" aria-labelledby="inventory-title" className="flex flex-col gap-5">
      <h2 id="inventory-title">{t('inventory.title')}</h2>
      {isAdded && <Notice tone="success" live title={t('inventory.added')} />}
      {inventory ? (
        <InventoryTable inventory={inventory} csvHref={`${paths.sitesCsv()}?chantier=${siteId}`} />
      ) : (
        <Notice tone="warning">{t('inventory.none')}</Notice>
      )}
      {isOwner && (
        <details open={!inventory || reply !== undefined}>
          <summary className="text-xl">{t(inventory ? 'inventory.add' : 'inventory.addFirst')}</summary>
          <div className="pt-4">
            <InventoryLineForm key={lineId} lineId={lineId} kind={inventory?.kind ?? null} reply={reply} />
          </div>
        </details>
      )}
    </section>
  )
}
