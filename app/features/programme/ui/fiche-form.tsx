import {
  getFormProps,
  getInputProps,
  getTextareaProps,
  useForm,
  type SubmissionResult,
} from '@conform-to/react'
import { Form } from '@remix-run/react'
import { MATERIAL_TYPES } from '~/core/material-types'
import { materials as materialTexts } from '~/messages/materials'
import { programmeLibrary } from '~/messages/programme-library'
import { Button } from '~/ui/button'
import { ChoiceChips } from '~/ui/choices'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { Textarea, TextInput } from '~/ui/inputs'
import { TOPICS, type Fiche } from '../model/fiche'

type Values = { title: string; body: string; topics: string[]; materials: string[] }

/** The form of a fiche. */
export function FicheForm({
  id,
  fiche,
  reply,
}: {
  id: string
  fiche?: Fiche
  reply: SubmissionResult<string[]> | undefined
}) {
  const t = useT(programmeLibrary)
  const tMaterial = useT(materialTexts)
  const [form, { title, body, topics, materials }] = useForm<Values>({
    id: 'fiche',
    lastResult: reply,
    defaultValue: fiche && {
      title: fiche.title,
      body: fiche.body,
      topics: [...fiche.topics],
      materials: [...fiche.materials],
    },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
      <ErrorSummary errors={summaryOf([form, title, body, topics, materials])} />
      <input type="hidden" name="id" value={id} />
      <TextInput
        {...getInputProps(title, { type: 'text' })}
        key={title.key}
        label={t('form.title')}
        error={title.errors}
      />
      <Textarea
        {...getTextareaProps(body)}
        key={body.key}
        label={t('form.body')}
        hint={t('form.bodyHint')}
        error={body.errors}
        rows={12}
      />
      <ChoiceChips
        id={topics.id}
        name={topics.name}
        label={t('form.topics')}
        error={topics.errors}
        multiple
        defaultValue={chosenOf(topics.initialValue)}
        choices={TOPICS.map((value) => ({ value, label: t(`topicOf.${value}`) }))}
      />
      <ChoiceChips
        id={materials.id}
        name={materials.name}
        label={t('form.materials')}
        hint={t('form.materialsHint')}
        error={materials.errors}
        optional
        multiple
        defaultValue={chosenOf(materials.initialValue)}
        choices={MATERIAL_TYPES.map((value) => ({ value, label: tMaterial(`type.${value}.short`) }))}
      />
      <div>
        <Button wide main>
          {t('form.submit')}
        </Button>
      </div>
    </Form>
  )
}

/** Boxes that were ticked; conform gives a single one as text. */
function chosenOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((one): one is string => typeof one === 'string')
  return typeof value === 'string' && value !== '' ? [value] : []
}
