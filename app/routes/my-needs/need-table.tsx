import { Form, Link } from '@remix-run/react'
import type { IsoDay } from '~/core/days'
import { paths } from '~/core/paths'
import { needActs, type NeedAct } from '~/features/needs/model/need-act'
import type { NeedStatus, NeedView } from '~/features/needs/model/need'
import { materials } from '~/messages/materials'
import { myNeeds } from '~/messages/my-needs'
import { needs as needTexts } from '~/messages/needs'
import { Button, ButtonLink } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import type { ListedNeed } from '~/http/listed-needs.server'

/** The needs of one shelf, with what each can do now. */
export function NeedTable({
  needs,
  today,
  csvHref,
}: {
  needs: readonly ListedNeed[]
  today: IsoDay
  csvHref: string
}) {
  const t = useT(myNeeds)
  const tMaterial = useT(materials)
  const format = useFormat()
  return (
    <DataTable
      caption={t('caption')}
      hideCaption
      rows={needs}
      rowKey={({ need }) => need.id}
      csvHref={csvHref}
      columns={[
        {
          key: 'title',
          header: t('need'),
          cell: ({ need }) => (
            <span className="inline-block min-w-40">
              <Link to={paths.need(need.id)}>{need.title}</Link>
              <span className="block font-normal text-muted">{tMaterial(`type.${need.material}.short`)}</span>
            </span>
          ),
          rowHeader: true,
        },
        {
          key: 'served',
          header: t('served'),
          cell: ({ need }) =>
            `${format.number((need.quantityMilli - need.openMilli) / 1000, 3)} / ${format.quantity(need.quantityMilli, need.unit)}`,
          figure: true,
        },
        {
          key: 'left',
          header: t('left'),
          cell: ({ need }) => format.quantity(need.openMilli, need.unit),
          figure: true,
        },
        { key: 'until', header: t('until'), cell: ({ need }) => format.day(need.neededUntil), figure: true },
        {
          key: 'matches',
          header: t('matches'),
          cell: ({ matches }) => (matches === null ? '–' : format.number(matches)),
          figure: true,
        },
        {
          key: 'acts',
          acts: true,
          header: t('acts'),
          cell: ({ need }) => <Acts need={need} acts={needActs(need, today)} />,
        },
      ]}
    />
  )
}

const LEADS_TO = { pause: 'paused', reopen: 'open', close: 'closed' } as const satisfies Partial<
  Record<NeedAct, NeedStatus>
>

function Acts({ need, acts }: { need: NeedView; acts: readonly NeedAct[] }) {
  const t = useT(myNeeds)
  const tNeed = useT(needTexts)
  const names = (act: NeedAct) => ({
    children: tNeed(`manage.${act}`),
    'aria-label': t('ofNeed', { act: tNeed(`manage.${act}`), title: need.title }),
  })
  return (
    <Form method="post" className="flex flex-wrap gap-2 sm:flex-nowrap sm:whitespace-nowrap">
      <input type="hidden" name="needId" value={need.id} />
      {acts.map((act) =>
        act === 'edit' || act === 'duplicate' ? (
          <ButtonLink
            key={act}
            small
            look="secondary"
            to={act === 'edit' ? paths.editNeed(need.id) : paths.newNeed(`?depuis=${need.id}`)}
            {...names(act)}
          />
        ) : (
          <Button
            key={act}
            small
            look={act === 'reopen' ? 'action' : 'quiet'}
            name="status"
            value={LEADS_TO[act]}
            {...names(act)}
          />
        ),
      )}
    </Form>
  )
}
