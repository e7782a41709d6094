import { getFormProps, getInputProps, getTextareaProps, useForm } from '@conform-to/react'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { publishCriteria } from '~/features/programme/commands/set-programme.server'
import { CRITERION_IDS, TOTAL_WEIGHT } from '~/features/programme/model/criteria'
import { listCriteriaVersions } from '~/features/programme/queries/settings.server'
import { criteriaSchema } from '~/features/programme/schema'
import { requireAdministration } from '~/http/administration.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { programmeBoard } from '~/messages/programme-board'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { FieldGroup } from '~/ui/field'
import { useT } from '~/ui/i18n'
import { NumberInput, Textarea, TextInput } from '~/ui/inputs'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(programmeBoard, 'criteria.title')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request, 'programme:manage')
  const [current] = await listCriteriaVersions()
  return { current: current?.criteria ?? null }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAdministration(request, 'programme:manage')
  const form = await parseForm(request, criteriaSchema)
  if (!form.ok) return form.reply
  const published = await publishCriteria(actor, form.value)
  return published.ok ? redirect(paths.steerProgramme('criteres')) : form.refuse(published.error)
}

type Row = { name: string; text: string; weight: string }
type Values = { criteria: Record<string, Row>; reason: string }

const PROPOSED = ['c1', 'c2', 'c3', 'c4', 'c5'] as const

/** What the form begins with: the version in force, or a proposal to discuss. */
function useStart(): Record<string, Row> {
  const t = useT(programmeBoard)
  const { current } = useLoaderData<typeof loader>()
  if (current) {
    return Object.fromEntries(
      current.map(({ id, name, text, weight }) => [id, { name, text, weight: String(weight) }]),
    )
  }
  const weight = String(TOTAL_WEIGHT / PROPOSED.length)
  return Object.fromEntries(
    PROPOSED.map((id) => [id, { name: t(`proposal.${id}.name`), text: t(`proposal.${id}.text`), weight }]),
  )
}

export default function PublishCriteria() {
  const t = useT(programmeBoard)
  const lastResult = useActionData<typeof action>()?.result
  const start = useStart()
  const [form, fields] = useForm<Values>({ id: 'criteria', lastResult, defaultValue: { criteria: start } })
  const rows = fields.criteria.getFieldset()
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={t('criteria.title')}
        lead={t('criteria.lead')}
        back={{ to: paths.steerProgramme(), label: t('title') }}
      />
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-8">
        <ErrorSummary
          errors={Object.entries(form.allErrors).flatMap(([name, [message]]) =>
            message ? [{ fieldId: name ? `criteria-${name.replaceAll('.', '-')}` : undefined, message }] : [],
          )}
        />
        {CRITERION_IDS.map((id, index) => {
          const row = rows[id]?.getFieldset()
          if (!row) return null
          const idOf = (part: keyof Row) => `criteria-criteria-${id}-${part}`
          return (
            <FieldGroup key={id} id={`row-${id}`} label={t('criteria.row', { number: index + 1 })}>
              <div className="flex flex-col gap-4">
                <TextInput
                  {...getInputProps(row.name, { type: 'text' })}
                  key={row.name.key}
                  id={idOf('name')}
                  label={t('criteria.name')}
                  error={row.name.errors}
                  optional={index > 0}
                />
                <Textarea
                  {...getTextareaProps(row.text)}
                  key={row.text.key}
                  id={idOf('text')}
                  label={t('criteria.text')}
                  error={row.text.errors}
                  rows={2}
                  optional
                />
                <NumberInput
                  {...getInputProps(row.weight, { type: 'text' })}
                  key={row.weight.key}
                  id={idOf('weight')}
                  label={t('criteria.weight')}
                  error={row.weight.errors}
                  optional={index > 0}
                />
              </div>
            </FieldGroup>
          )
        })}
        <Textarea
          {...getTextareaProps(fields.reason)}
          key={fields.reason.key}
          id="criteria-reason"
          label={t('criteria.reason')}
          error={fields.reason.errors}
          rows={3}
        />
        <div>
          <Button wide main>
            {t('criteria.submit')}
          </Button>
        </div>
      </Form>
    </div>
  )
}
