import { TRUCK_NAMES } from '~/core/ledger-terms'
import { method } from '~/messages/method'
import { pairHaul } from '~/messages/pair-haul'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { TRUCK_CLASSES } from '../model/transport'
import { TRUCK_TEXTS } from '../model/truck-texts'

/** The classes of vehicle that trips are reckoned with. */
export function TransportTable() {
  const t = useT(method)
  const tHaul = useT(pairHaul)
  const format = useFormat()
  return (
    <DataTable
      caption={t('transport.title')}
      hideCaption
      dense
      rows={TRUCK_NAMES.map((name) => ({ name, ...TRUCK_CLASSES[name] }))}
      rowKey={({ name }) => name}
      columns={[
        {
          key: 'truck',
          header: t('transport.truck'),
          rowHeader: true,
          cell: ({ name }) => tHaul(`truck.${TRUCK_TEXTS[name]}`),
        },
        {
          key: 'empty',
          header: t('transport.empty'),
          figure: true,
          cell: ({ emptyKgPerKm }) => format.number(emptyKgPerKm, 3),
        },
        {
          key: 'full',
          header: t('transport.full'),
          figure: true,
          cell: ({ fullKgPerKm }) => format.number(fullKgPerKm, 3),
        },
        {
          key: 'payload',
          header: t('transport.payload'),
          figure: true,
          cell: ({ payloadG }) => format.mass(payloadG),
        },
      ]}
    />
  )
}
