import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { labelLots } from '~/features/labels/commands/label-lots.server'
import { MOST_LABELS } from '~/features/labels/model/label'
import { ownPieces, sheetQuery } from '~/features/labels/model/sheet-choice'
import { labelsPerPage, sheetFormat } from '~/features/labels/model/sheet-format'
import { FormatField } from '~/features/labels/ui/format-field'
import { requireActor } from '~/http/actor.server'
import { askedSheet, MOST_OF_SHEET } from '~/http/asked-sheet.server'
import { pageTitle } from '~/http/page-title'
import { notFound } from '~/http/replies.server'
import { labelSheets } from '~/messages/label-sheets'
import { Button, ButtonLink } from '~/ui/button'
import { RadioCards } from '~/ui/choices'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'
import { NumberInput } from '~/ui/inputs'
import { PageHeader } from '~/ui/page-header'
import { PrintStep } from './print-step'

export const meta: MetaFunction = pageTitle(labelSheets, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'lot:manage')
  const { choice, lots, blanks, siteName, count } = await askedSheet(request, actor)
  const own = lots.map(({ lot }) => ownPieces(lot))
  return {
    choice,
    count,
    most: MOST_OF_SHEET,
    siteName,
    blanks: blanks.length,
    lots: lots.map(({ lot: { id, title, reference }, pieces }) => ({ id, title, reference, pieces })),
    /** Its own count, for a lot alone that can be labelled piece by piece. */
    pieces: lots.length === 1 ? (own[0] ?? null) : null,
  }
}

/** Makes the labels that are missing, then goes on to the PDF: reading it never writes. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'lot:manage')
  const { choice, lots, count } = await askedSheet(request, actor)
  if (count > MOST_OF_SHEET) return redirect(paths.printLabels(sheetQuery(choice)))
  const toLabel = lots.map(({ lot, pieces }) => ({ lotId: lot.id, pieces }))
  const made = await labelLots({ actor, lots: toLabel })
  if (!made.ok) throw notFound()
  return redirect(paths.labelSheetPdf(sheetQuery(choice)))
}

export default function LabelSheet() {
  const t = useT(labelSheets)
  const page = useLoaderData<typeof loader>()
  const { choice, lots, blanks, siteName, count } = page
  const [first] = lots
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('title')}
        back={
          blanks > 0 ? { to: paths.labels(), label: t('blanks') } : { to: paths.myLots(), label: t('myLots') }
        }
        lead={
          siteName
            ? t('ofSite', { name: siteName })
            : blanks > 0
              ? t('ofBatch', { count: blanks })
              : first && lots.length === 1
                ? t('ofLot', { title: first.title, reference: first.reference })
                : lots.length > 1 && t('ofLots', { count: lots.length })
        }
      />
      {count === 0 ? (
        <EmptyState
          title={t('nothing')}
          actions={
            <>
              <ButtonLink to={paths.myLots()}>{t('myLots')}</ButtonLink>
              <ButtonLink to={paths.labels()} look="secondary">
                {t('blanks')}
              </ButtonLink>
            </>
          }
        >
          {t('nothingText')}
        </EmptyState>
      ) : (
        <div className="grid items-start gap-10 lg:grid-cols-[5fr_7fr]">
          <ChoiceForm key={sheetQuery(choice)} />
          <PrintStep {...page} />
        </div>
      )}
    </div>
  )
}

/** The choices, asked for again by the address: the preview follows them. */
function ChoiceForm() {
  const t = useT(labelSheets)
  const { choice, lots, blanks, pieces } = useLoaderData<typeof loader>()
  const isSheet = labelsPerPage(sheetFormat(choice.format)) > 1
  return (
    <Form method="get" className="flex flex-col items-start gap-6">
      {choice.siteId && <input type="hidden" name="chantier" value={choice.siteId} />}
      {choice.batchId && <input type="hidden" name="planche" value={choice.batchId} />}
      {!choice.siteId && lots.map(({ id }) => <input key={id} type="hidden" name="lot" value={id} />)}
      {blanks === 0 && (
        <>
          <RadioCards
            label={t('per.label')}
            name="par"
            defaultValue={choice.per}
            choices={[
              { value: 'lot', label: t('per.lot') },
              { value: 'piece', label: t('per.piece'), hint: t('per.pieceHint') },
            ]}
          />
          {lots.length === 1 && (
            <NumberInput
              label={t('pieces')}
              hint={t('piecesHint', { most: MOST_LABELS })}
              name="pieces"
              optional
              width="max-w-40"
              defaultValue={String(choice.pieces ?? (pieces && Math.min(pieces, MOST_LABELS)) ?? '')}
            />
          )}
        </>
      )}
      <FormatField chosen={choice.format} />
      {isSheet && (
        <NumberInput
          label={t('start')}
          hint={t('startHint')}
          name="debut"
          width="max-w-40"
          defaultValue={String(choice.start)}
        />
      )}
      <Button look="secondary">{t('preview')}</Button>
    </Form>
  )
}
