import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import type { PlanCommune } from './position-plan'
import { SiteFormFields, type SiteValues } from './site-form-fields'
import { SitePrivateFields } from './site-private-fields'

/** The form that opens a site, with its client-made id, and the one that edits it. */
export function SiteForm({
  id,
  communes,
  communeFixed,
  defaultValue,
  submit,
  reply,
}: {
  id?: string
  communes: readonly (PlanCommune & { label: string })[]
  communeFixed?: boolean
  defaultValue?: Partial<SiteValues>
  submit: string
  reply: SubmissionResult<string[]> | undefined
}) {
  const [form, fields] = useForm<SiteValues>({ id: 'site', lastResult: reply, defaultValue })
  const { name, kind, communeCode, address, lat, lon, access, contactName, contactPhone, startsOn, endsOn } =
    fields
  const summary = [form, name, kind, communeCode, startsOn, endsOn]
  const summaryPrivate = [address, lat, lon, access, contactName, contactPhone]
  const offered = communeFixed ? communes.filter(({ code }) => code === defaultValue?.communeCode) : communes
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
      <ErrorSummary errors={summaryOf([...summary, ...summaryPrivate])} />
      {id && <input type="hidden" name="id" value={id} />}
      <SiteFormFields
        fields={fields}
        communes={offered.map(({ code, label }) => ({ value: code, label }))}
        communeFixed={communeFixed}
      />
      <SitePrivateFields fields={fields} communes={communes} />
      <Button wide main className="lg:self-start">
        {submit}
      </Button>
    </Form>
  )
}
