import { Form } from '@remix-run/react'
import type { FactorEffect } from '~/features/accounting/preview-factors.server'
import { factors as texts } from '~/messages/factors'
import { materials } from '~/messages/materials'
import { Button } from '~/ui/button'
import { Co2e } from '~/ui/co2e'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import type { FactorReply } from './factor-acts.server'

/** What a table would change, and the button that publishes exactly that table. */
export function FactorPreview({
  effect,
  kept,
  seen,
}: {
  effect: FactorEffect
  kept: FactorReply['kept']
  seen: string
}) {
  const t = useT(texts)
  const tMaterial = useT(materials)
  const format = useFormat()
  const net = (netG: number | null) => (netG === null ? t('preview.none') : <Co2e kg={netG / 1000} />)
  const title = t('preview.title', { year: String(effect.year) })
  return (
    <section aria-labelledby="preview" className="flex min-w-0 flex-col gap-4">
      <h2 id="preview">{title}</h2>
      <p className="prose-width">{t('preview.lead')}</p>
      <DataTable
        caption={title}
        hideCaption
        dense
        rows={effect.families}
        rowKey={({ material }) => material}
        empty={t('preview.empty')}
        columns={[
          {
            key: 'family',
            header: t('preview.family'),
            rowHeader: true,
            cell: ({ material }) => tMaterial(`type.${material}.name`),
            total: t('preview.total'),
          },
          {
            key: 'handovers',
            header: t('preview.handovers'),
            figure: true,
            cell: ({ handovers }) => format.number(handovers),
            total: format.number(effect.families.reduce((sum, { handovers }) => sum + handovers, 0)),
          },
          {
            key: 'kept',
            header: t('preview.kept'),
            figure: true,
            cell: ({ keptG }) => net(keptG),
            total: net(effect.keptG),
          },
          {
            key: 'recomputed',
            header: t('preview.recomputed'),
            figure: true,
            cell: ({ recomputedG }) => net(recomputedG),
            total: net(effect.recomputedG),
          },
        ]}
      />
      <Form method="post" encType="multipart/form-data">
        <input type="hidden" name="seen" value={seen} />
        <input type="hidden" name="table" value={kept.table} />
        <input type="hidden" name="validFrom" value={kept.validFrom} />
        <input type="hidden" name="reason" value={kept.reason} />
        <Button name="intent" value="publish" main>
          {t('edit.publish')}
        </Button>
      </Form>
    </section>
  )
}
