import type { ShownHandover } from '~/features/accounting/model/shown-handover'
import { periodSlug } from '~/features/board/model/board-period'
import { translator } from '~/messages/catalogue'
import { communes } from '~/messages/communes'
import { materials } from '~/messages/materials'
import { boardHandovers } from './board-handovers.server'
import { toCsv, type CsvColumn } from './csv.server'
import { localeOf } from './locale.server'
import { download } from './replies.server'

/** The list of handovers of a board as a file: as its page shows it, all pages together. */
export async function handoversCsv(request: Request, slug: string): Promise<Response> {
  const locale = await localeOf(request)
  const t = translator(locale, communes)
  const tMaterial = translator(locale, materials)
  const columns: CsvColumn<ShownHandover>[] = [
    { header: t('csv.rank'), cell: (row) => row.seq },
    { header: t('one.day'), cell: (row) => row.own?.day ?? row.month },
    {
      header: t('csv.receivedAt'),
      cell: ({ own }) => own && new Date(own.receivedAtMs).toISOString(),
    },
    { header: t('one.material'), cell: (row) => tMaterial(`type.${row.material}.name`) },
    { header: t('csv.massKg'), cell: (row) => row.massG / 1000 },
    {
      header: t('csv.netKg'),
      cell: ({ netAvoidedGCo2e: netG }) => (netG === null ? null : netG / 1000),
    },
    { header: t('one.from'), cell: (row) => row.fromCommuneName },
    { header: t('one.to'), cell: (row) => row.toCommuneName },
    { header: t('one.corrected'), cell: (row) => t(row.isCorrected ? 'csv.yes' : 'csv.no') },
    { header: t('one.lot'), cell: ({ own }) => own && `${own.lotReference} ${own.lotTitle}` },
    { header: t('one.site'), cell: ({ own }) => own?.siteName ?? null },
    { header: t('csv.handover'), cell: ({ own }) => own?.handoverId ?? null },
  ]
  const { shown, perimeter, period } = await boardHandovers(request, slug, { isWhole: true })
  const rows = shown.map(({ row }) => row)
  return download(
    toCsv(columns, rows),
    `gisement-${perimeter.slug}-${periodSlug(period)}-remises.csv`,
    'text/csv',
  )
}
