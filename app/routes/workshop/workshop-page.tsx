import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { paths } from '~/core/paths'
import { webAddress } from '~/core/web-address'
import type { Material, SeatRole, Workshop } from '~/features/programme/model/workshop'
import { WorkshopFacts } from '~/features/programme/ui/workshop-facts'
import { WorkshopState } from '~/features/programme/ui/workshop-state'
import { programmeWorkshops } from '~/messages/programme-workshops'
import { Button, ButtonLink } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { ErrorSummary } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { DownloadIcon } from '~/ui/icons'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { MaterialFileForm, MaterialForm, RegisterForm } from './workshop-forms'

export const DONE = ['cree', 'annule', 'inscrit', 'desinscrit', 'documents'] as const

type SeatShown = { id: string; name: string; role: SeatRole; communeName: string }

type Props = {
  workshop: Workshop
  materials: readonly Material[]
  seats: readonly SeatShown[]
  isManager: boolean
  isAgent: boolean
  isOpen: boolean
  canRegister: boolean
  today: string
  newId: string
  done: (typeof DONE)[number] | null
  reply: SubmissionResult<string[]> | undefined
}

export function WorkshopPage(props: Props) {
  const t = useT(programmeWorkshops)
  const { workshop, isManager, isAgent, canRegister, today, newId, done, reply } = props
  const sent = reply?.initialValue?.intent
  // A registration that came back keeps the id it was sent with.
  const sentId =
    sent === 'register' && typeof reply?.initialValue?.id === 'string' ? reply.initialValue.id : null
  const general =
    sent === 'register' || sent === 'add-material' || sent === 'add-file' ? [] : (reply?.error?.[''] ?? [])
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <PageHeader
        title={workshop.title}
        lead={<WorkshopState workshop={workshop} today={today} />}
        back={{ to: paths.workshops(), label: t('back') }}
        actions={
          isManager && (
            <>
              <ButtonLink to={paths.attendanceSheet(workshop.id)}>{t('sheet.link')}</ButtonLink>
              <ButtonLink to={paths.editWorkshop(workshop.id)} look="secondary">
                {t('change')}
              </ButtonLink>
            </>
          )
        }
      />
      {done && !reply && <Notice tone="success" live title={t(`done.${done}`)} />}
      <ErrorSummary id="act-errors" errors={general.map((message) => ({ message }))} />
      <WorkshopFacts workshop={workshop} />
      {!workshop.isCancelled && (
        <p data-screen-only>
          <a href={paths.workshopIcs(workshop.id)} className="inline-flex min-h-11 items-center">
            {t('calendar')}
          </a>
        </p>
      )}
      {workshop.programme && (
        <section aria-labelledby="programme" className="flex max-w-3xl flex-col gap-2">
          <h2 id="programme" className="text-2xl">
            {t('programme')}
          </h2>
          <p className="whitespace-pre-line">{workshop.programme}</p>
        </section>
      )}
      {canRegister && (
        <RegisterForm
          newId={sentId ?? newId}
          audience={workshop.audience}
          reply={sent === 'register' ? reply : undefined}
        />
      )}
      {(isManager || isAgent) && <Seats {...props} />}
      <Materials {...props} />
      {isManager && !workshop.isCancelled && (
        <Form method="post" className="flex flex-col gap-2">
          <p>{t('form.cancelText')}</p>
          <div>
            <Button name="intent" value="cancel" look="danger" wide>
              {t('form.cancel')}
            </Button>
          </div>
        </Form>
      )}
    </div>
  )
}

/** Those registered whom the reader may see: of their own commune, or all for the team. */
function Seats({ workshop, seats, isManager, isOpen }: Props) {
  const t = useT(programmeWorkshops)
  const title = t(isManager ? 'register.all' : 'register.mine')
  return (
    <section aria-labelledby="seats" className="flex min-w-0 flex-col gap-4">
      <h2 id="seats" className="text-2xl">
        {title}
      </h2>
      {seats.length === 0 ? (
        <p>{t('register.nobody')}</p>
      ) : (
        <DataTable
          caption={title}
          hideCaption
          rows={seats}
          rowKey={({ id }) => id}
          csvHref={paths.workshopSeatsCsv(workshop.id)}
          columns={[
            { key: 'name', header: t('register.name'), rowHeader: true, cell: ({ name }) => name },
            { key: 'role', header: t('register.role'), cell: ({ role }) => t(`role.${role}`) },
            { key: 'commune', header: t('register.commune'), cell: ({ communeName }) => communeName },
            {
              key: 'act',
              header: t('register.act'),
              acts: true,
              cell: ({ id, name }) =>
                isOpen ? (
                  <Form method="post">
                    <input type="hidden" name="id" value={id} />
                    <Button
                      name="intent"
                      value="unregister"
                      look="quiet"
                      small
                      aria-label={t('register.removeOf', { name })}
                    >
                      {t('register.remove')}
                    </Button>
                  </Form>
                ) : (
                  '–'
                ),
            },
          ]}
        />
      )}
    </section>
  )
}

function Materials({ workshop, materials, isManager, newId, reply }: Props) {
  const t = useT(programmeWorkshops)
  const format = useFormat()
  const ofIntent = (intent: string) => (reply?.initialValue?.intent === intent ? reply : undefined)
  return (
    <section aria-labelledby="materials" className="flex max-w-3xl flex-col gap-4">
      <h2 id="materials" className="text-2xl">
        {t('materials')}
      </h2>
      {materials.length === 0 && <p>{t('noMaterials')}</p>}
      <ul className="flex flex-col gap-1">
        {materials.map(({ id, title, url, file }) => (
          <li key={id} className="flex flex-wrap items-center gap-3">
            {file ? (
              <a
                href={paths.workshopFile(workshop.id, id)}
                download
                className="inline-flex min-h-11 items-center gap-2"
              >
                <DownloadIcon className="flex-none" />
                {t('material.file', {
                  title,
                  kind: t(file.mimeType === 'application/pdf' ? 'material.pdf' : 'material.picture'),
                  size: format.bytes(file.sizeBytes),
                })}
              </a>
            ) : (
              <a href={webAddress(url) ?? ''} rel="noreferrer" className="inline-flex min-h-11 items-center">
                {title}
              </a>
            )}
            {isManager && (
              <Form method="post">
                <input type="hidden" name="id" value={id} />
                <Button name="intent" value="remove-material" look="quiet" small>
                  {t('material.remove', { title })}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {isManager && (
        <>
          <MaterialFileForm newId={newId} reply={ofIntent('add-file')} />
          <MaterialForm newId={newId} reply={ofIntent('add-material')} />
        </>
      )}
    </section>
  )
}
