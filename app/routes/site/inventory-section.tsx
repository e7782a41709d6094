import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import type { LineFunnel } from '~/features/accounting/model/line-funnels'
import { InventoryLineForm } from '~/features/sites/ui/inventory-line-form'
import { InventoryTable, type InventoryShown } from '~/features/sites/ui/inventory-table'
import { SurveyForm } from '~/features/sites/ui/survey-fields'
import { WasteTable, type WasteShown } from '~/features/sites/ui/waste-table'
import { inventory as texts } from '~/messages/inventory'
import { sites } from '~/messages/sites'
import { ButtonLink } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { SurveyLinks } from './survey-links'

export const INVENTORY_DONE = ['ligne-modifiee', 'ligne-corrigee', 'ligne-supprimee', 'diagnostic'] as const

/** The inventory of a site with what became of each line and, for its owner, the forms that add and correct. */
export function InventorySection({
  siteId,
  inventory,
  wastes,
  openImports,
  unlinked,
  withoutMass,
  lineId,
  isOwner,
  isGiver,
  today,
  done,
  replies,
}: {
  siteId: string
  inventory: InventoryShown | null
  wastes: readonly WasteShown[]
  /** Imports of the owner's that are not written yet. */
  openImports: readonly { id: string; fileName: string }[]
  /** Lots that come from no line; null when there are none. */
  unlinked: LineFunnel | null
  withoutMass: number
  lineId: string
  isOwner: boolean
  isGiver: boolean
  today: string
  done: string | null
  replies: Record<'line' | 'survey', SubmissionResult<string[]> | undefined>
}) {
  const t = useT(sites)
  const tInventory = useT(texts)
  const format = useFormat()
  const hasLines = inventory !== null && inventory.lines.length > 0
  const known = INVENTORY_DONE.find((one) => one === done)
  return (
    <section id="inventaire" aria-labelledby="inventory-title" className="flex flex-col gap-5">
      <h2 id="inventory-title">{t('inventory.title')}</h2>
      {done === 'ligne' && <Notice tone="success" live title={t('inventory.added')} />}
      {known && <Notice tone="success" live title={tInventory(`done.${known}`)} />}
      {hasLines ? (
        <InventoryTable
          inventory={inventory}
          csvHref={paths.inventoryCsv(siteId)}
          siteId={siteId}
          mayEdit={isOwner}
          mayPublish={isGiver}
        />
      ) : (
        <Notice tone="warning">{t('inventory.none')}</Notice>
      )}
      {hasLines && unlinked && (
        <p className="text-muted">
          {tInventory('unlinked', {
            published: format.mass(unlinked.publishedG),
            handedOver: format.mass(unlinked.handedOverG),
          })}
        </p>
      )}
      {hasLines && withoutMass > 0 && (
        <p className="text-muted">{tInventory('withoutMass', { count: withoutMass })}</p>
      )}
      {wastes.length > 0 && <WasteTable wastes={wastes} csvHref={paths.wastesCsv(siteId)} />}
      {inventory && <SurveyLinks siteId={siteId} isOwner={isOwner} />}
      {isOwner && openImports.length > 0 && (
        <div data-screen-only>
          <Notice
            title={tInventory('openImports')}
            action={openImports.map(({ id, fileName }) => (
              <Link key={id} to={paths.oneImport(siteId, id)} className="inline-flex min-h-11 items-center">
                {fileName}
              </Link>
            ))}
          />
        </div>
      )}
      {isOwner && (
        <p>
          <ButtonLink to={paths.importInventory(siteId)} look={hasLines ? 'secondary' : 'action'} wide>
            {tInventory('import')}
          </ButtonLink>
        </p>
      )}
      {isOwner && (
        <details data-screen-only open={!hasLines || replies.line !== undefined}>
          <summary className="text-xl">{t(hasLines ? 'inventory.add' : 'inventory.addFirst')}</summary>
          <div className="pt-4">
            <InventoryLineForm
              key={lineId}
              lineId={lineId}
              kind={inventory?.kind ?? null}
              today={today}
              reply={replies.line}
            />
          </div>
        </details>
      )}
      {isOwner && inventory && (
        <details data-screen-only open={replies.survey !== undefined}>
          <summary className="text-xl">{tInventory('survey.edit')}</summary>
          <div className="pt-4">
            <SurveyForm key={done} survey={inventory} today={today} reply={replies.survey} />
          </div>
        </details>
      )}
    </section>
  )
}
