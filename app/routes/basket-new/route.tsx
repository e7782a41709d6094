import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { addDays, isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { BillEntry, TYPED_ROWS } from '~/features/baskets/ui/bill-entry'
import { BillPreview } from '~/features/baskets/ui/bill-preview'
import { lineFaults } from '~/features/baskets/ui/line-fields'
import { TermFields, termFaults } from '~/features/baskets/ui/term-fields'
import { requireActor } from '~/http/actor.server'
import { communeChoices } from '~/http/basket-choices.server'
import { emptyLine } from '~/http/bill-form.server'
import { pageTitle } from '~/http/page-title'
import { bill } from '~/messages/bill'
import { CsvForm } from '~/ui/csv-form'
import { ErrorSummary } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { takeStep, type EntryStep } from './bill-steps.server'

export const meta: MetaFunction = pageTitle(bill, 'newTitle')

const USUAL_DAYS = 60
/** Faults of lines that the summary names; the page shows all. */
const MOST_NAMED = 20

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'basket:manage')
  const today = isoDayOf(nowMs())
  const blank: EntryStep = {
    ...{ step: 'entry', id: newId(), errors: {}, pasted: '' },
    typed: Array.from({ length: TYPED_ROWS }, emptyLine),
    terms: {
      title: '',
      communeCode: actor.communeCode ?? '',
      neededFrom: today,
      neededUntil: addDays(today, USUAL_DAYS),
      radiusKm: '20',
      minCondition: '3',
    },
  }
  return { blank, communes: await communeChoices() }
}

export async function action({ request }: ActionFunctionArgs) {
  return takeStep(request, await requireActor(request, 'basket:manage'))
}

export default function NewBasket() {
  const t = useT(bill)
  const { blank, communes } = useLoaderData<typeof loader>()
  const step = useActionData<typeof action>() ?? blank
  const fileFault = step.step === 'entry' && step.fileError
  const faults = [...termFaults(step.errors), ...(fileFault ? [{ fieldId: 'file', message: fileFault }] : [])]
  if (step.step === 'preview' && step.errors['']) {
    const found = step.lines.flatMap(({ row, rowNumber, faults }) =>
      lineFaults(t, `fix.r${row}`, rowNumber, faults),
    )
    faults.push(...found.slice(0, MOST_NAMED))
  }
  return (
    <>
      <PageHeader
        title={t(step.step === 'preview' ? 'preview.title' : 'newTitle')}
        lead={t(step.step === 'preview' ? 'preview.lead' : 'newLead')}
        back={{ to: paths.baskets(), label: t('back') }}
      />
      <Form
        key={step.step}
        method="post"
        encType="multipart/form-data"
        noValidate
        className="flex flex-col gap-8"
      >
        <ErrorSummary errors={faults} />
        <input type="hidden" name="id" value={step.id} />
        <TermFields values={step.terms} errors={step.errors} communes={communes} />
        {step.step === 'preview' ? (
          <BillPreview
            key={JSON.stringify([step.draft.columns, step.draft.fixes])}
            draft={step.draft}
            lines={step.lines}
            count={step.count}
            sheet={step.sheet}
            sheets={step.sheets}
          />
        ) : (
          <BillEntry
            key={step.typed.length}
            typed={step.typed}
            pasted={step.pasted}
            error={fileFault || undefined}
          />
        )}
      </Form>
      {step.step === 'preview' && (
        <CsvForm action={paths.billPreviewCsv()} fields={{ bill: JSON.stringify(step.draft) }} />
      )}
    </>
  )
}
