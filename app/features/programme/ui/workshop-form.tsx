import {
  getFormProps,
  getInputProps,
  getTextareaProps,
  useForm,
  type SubmissionResult,
} from '@conform-to/react'
import { Form } from '@remix-run/react'
import { programmeWorkshops } from '~/messages/programme-workshops'
import { Button } from '~/ui/button'
import { RadioCards } from '~/ui/choices'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { DateInput, NumberInput, Textarea, TextInput } from '~/ui/inputs'
import { AUDIENCES, type Workshop } from '../model/workshop'

type Values = {
  title: string
  audience: string
  onDay: string
  fromHour: string
  untilHour: string
  place: string
  programme: string
  places: string
}

/** The form of a workshop. */
export function WorkshopForm({
  id,
  workshop,
  reply,
}: {
  id: string
  workshop?: Workshop
  reply: SubmissionResult<string[]> | undefined
}) {
  const t = useT(programmeWorkshops)
  const [form, fields] = useForm<Values>({
    id: 'workshop',
    lastResult: reply,
    defaultValue: workshop ? { ...workshop, places: String(workshop.places) } : { audience: 'both' },
  })
  const { title, audience, onDay, fromHour, untilHour, place, programme, places } = fields
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
      <ErrorSummary
        errors={summaryOf([form, title, audience, onDay, fromHour, untilHour, place, programme, places])}
      />
      <input type="hidden" name="id" value={id} />
      <TextInput
        {...getInputProps(title, { type: 'text' })}
        key={title.key}
        label={t('form.title')}
        error={title.errors}
      />
      <RadioCards
        id={audience.id}
        name={audience.name}
        label={t('audience')}
        error={audience.errors}
        columns={3}
        defaultValue={typeof audience.initialValue === 'string' ? audience.initialValue : undefined}
        choices={AUDIENCES.map((value) => ({ value, label: t(`audienceOf.${value}`) }))}
      />
      <DateInput
        {...getInputProps(onDay, { type: 'date' })}
        key={onDay.key}
        label={t('day')}
        error={onDay.errors}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        {([fromHour, untilHour] as const).map((field, index) => (
          <TextInput
            {...getInputProps(field, { type: 'time' })}
            key={`${field.name}:${field.key ?? ''}`}
            label={t(index === 0 ? 'form.from' : 'form.until')}
            hint={t('form.hourHint')}
            error={field.errors}
            width="max-w-56"
          />
        ))}
      </div>
      <TextInput
        {...getInputProps(place, { type: 'text' })}
        key={place.key}
        label={t('place')}
        error={place.errors}
      />
      <NumberInput
        {...getInputProps(places, { type: 'text' })}
        key={places.key}
        label={t('places')}
        error={places.errors}
      />
      <Textarea
        {...getTextareaProps(programme)}
        key={programme.key}
        label={t('programme')}
        error={programme.errors}
        optional
        rows={6}
      />
      <div>
        <Button wide main>
          {t('form.submit')}
        </Button>
      </div>
    </Form>
  )
}
