import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { keepSheet } from '~/features/programme/commands/take-seat.server'
import { isSheetOpen } from '~/features/programme/model/workshop'
import { findWorkshop, listSeats } from '~/features/programme/queries/workshops.server'
import { sheetSchema } from '~/features/programme/schema'
import { WorkshopFacts } from '~/features/programme/ui/workshop-facts'
import { requireAdministration } from '~/http/administration.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { orNotFound } from '~/http/replies.server'
import { programmeWorkshops } from '~/messages/programme-workshops'
import { Button } from '~/ui/button'
import { Checkbox } from '~/ui/choices'
import { DataTable } from '~/ui/data-table'
import { ErrorSummary } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(programmeWorkshops, 'sheet.title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireAdministration(request, 'programme:manage')
  const workshop = orNotFound(await findWorkshop(params.workshopId ?? ''))
  return {
    workshop,
    seats: await listSeats(workshop.id),
    isOpen: isSheetOpen(workshop, isoDayOf(nowMs())),
    isKept: new URL(request.url).searchParams.get('fait') === 'presence',
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAdministration(request, 'programme:manage')
  const { id } = orNotFound(await findWorkshop(params.workshopId ?? ''))
  const form = await parseForm(request, sheetSchema)
  if (!form.ok) return form.reply
  const kept = await keepSheet(actor, id, form.value.present)
  return kept.ok ? redirect(paths.attendanceSheet(id, 'presence')) : form.refuse(kept.error)
}

export default function AttendanceSheet() {
  const t = useT(programmeWorkshops)
  const { workshop, seats, isOpen, isKept } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <PageHeader
        title={t('sheet.title')}
        eyebrow={workshop.title}
        lead={<span data-screen-only>{t('sheet.lead')}</span>}
        back={{ to: paths.workshop(workshop.id), label: workshop.title }}
      />
      {isKept && !result && <Notice tone="success" live title={t('done.presence')} />}
      <ErrorSummary errors={(result?.error?.[''] ?? []).map((message) => ({ message }))} />
      <WorkshopFacts workshop={workshop} />
      {seats.length === 0 ? (
        <p>{t('register.nobody')}</p>
      ) : (
        <Form method="post" className="flex min-w-0 flex-col gap-4">
          <DataTable
            caption={t('sheet.title')}
            hideCaption
            rows={seats}
            rowKey={({ id }) => id}
            csvHref={paths.attendanceCsv(workshop.id)}
            columns={[
              { key: 'commune', header: t('register.commune'), cell: ({ communeName }) => communeName },
              { key: 'name', header: t('register.name'), rowHeader: true, cell: ({ name }) => name },
              { key: 'role', header: t('register.role'), cell: ({ role }) => t(`role.${role}`) },
              {
                key: 'signature',
                header: t('sheet.signature'),
                cell: ({ id, name, attended }) => (
                  <>
                    {isOpen && (
                      <div data-screen-only>
                        <Checkbox
                          name="present"
                          value={id}
                          defaultChecked={attended === true}
                          label={
                            <>
                              {t('sheet.present')}
                              <span className="sr-only"> : {name}</span>
                            </>
                          }
                        />
                      </div>
                    )}
                    <span className="inline-block h-8 w-40" />
                  </>
                ),
              },
            ]}
          />
          {isOpen ? (
            <div data-screen-only>
              <Button wide>{t('sheet.submit')}</Button>
            </div>
          ) : (
            <p data-screen-only>{t('sheet.notYet')}</p>
          )}
        </Form>
      )}
    </div>
  )
}
