import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { can } from '~/features/organisations/model/permissions'
import { listWorkshops } from '~/features/programme/queries/workshops.server'
import { ProgrammeSections } from '~/features/programme/ui/sections'
import { WorkshopState } from '~/features/programme/ui/workshop-state'
import { optionalActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { programme } from '~/messages/programme'
import { programmeWorkshops } from '~/messages/programme-workshops'
import { ButtonLink } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(programmeWorkshops, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  const [actor, workshops] = await Promise.all([optionalActor(request), listWorkshops()])
  return {
    workshops,
    today: isoDayOf(nowMs()),
    isMember: actor !== null && can(actor, 'programme:share'),
    plans: actor !== null && can(actor, 'programme:manage'),
  }
}

export default function Workshops() {
  const t = useT(programmeWorkshops)
  const tProgramme = useT(programme)
  const format = useFormat()
  const { workshops, today, plans, isMember } = useLoaderData<typeof loader>()
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        back={{ to: paths.programme(), label: tProgramme('back') }}
        actions={plans && <ButtonLink to={paths.newWorkshop()}>{t('plan')}</ButtonLink>}
      />
      <ProgrammeSections isMember={isMember} />
      {workshops.length === 0 ? (
        <EmptyState
          title={t('none')}
          actions={<ButtonLink to={paths.programme()}>{tProgramme('back')}</ButtonLink>}
        >
          {t('noneText')}
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption={t('title')}
            hideCaption
            rows={workshops}
            rowKey={({ id }) => id}
            csvHref={paths.workshopsCsv()}
            columns={[
              {
                key: 'title',
                header: t('name'),
                rowHeader: true,
                cell: ({ id, title }) => (
                  <Link to={paths.workshop(id)} className="inline-flex min-h-11 items-center">
                    {title}
                  </Link>
                ),
              },
              { key: 'day', header: t('day'), cell: ({ onDay }) => format.dayLong(onDay) },
              {
                key: 'hours',
                header: t('hours'),
                cell: ({ fromHour, untilHour }) => t('hoursText', { from: fromHour, until: untilHour }),
              },
              { key: 'place', header: t('place'), cell: ({ place }) => place },
              { key: 'for', header: t('audience'), cell: ({ audience }) => t(`audienceOf.${audience}`) },
              {
                key: 'state',
                header: t('state'),
                cell: (workshop) => <WorkshopState workshop={workshop} today={today} />,
              },
            ]}
          />
          <p data-screen-only>
            <a href={paths.workshopsIcs()} className="inline-flex min-h-11 items-center">
              {t('calendar')}
            </a>
          </p>
        </>
      )}
    </div>
  )
}
