import { Form } from '@remix-run/react'
import { materialsOfLabel, type Label } from '~/features/classifier/model/labels'
import { OTHER_LABEL } from '~/features/classifier/model/training-minimums'
import { administrationPhotos } from '~/messages/administration-photos'
import { photoLabels } from '~/messages/photo-labels'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Select } from '~/ui/inputs'
import { EXAMPLE_LABELS } from '../model/example'
import type { ExampleView } from '../model/example-view'

/** What the photo shows: the likely labels at a tap or a digit, any other from the list, or that it is of no use. */
export function LabelForm({ example, errors }: { example: ExampleView; errors?: readonly string[] }) {
  const t = useT(administrationPhotos)
  const tLabel = useT(photoLabels)
  const { photo, offered } = example
  const id = <input type="hidden" name="photoId" value={photo.id} />
  return (
    <section aria-labelledby="question" className="flex flex-col gap-5">
      <h2 id="question" className="text-2xl">
        {t('question')}
      </h2>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="intent" value="label" />
        {id}
        <div className="flex flex-wrap gap-2">
          {offered.map((label, index) => (
            <LabelChip key={label} label={label} shortcut={String(index + 1)} example={example} />
          ))}
          <LabelChip label={OTHER_LABEL} shortcut="0" example={example} text={t('noMaterial')} />
        </div>
      </Form>
      <Form
        method="post"
        preventScrollReset
        key={photo.id}
        className="flex flex-col gap-3 sm:flex-row sm:items-end"
      >
        <input type="hidden" name="intent" value="label" />
        {id}
        <div className="grow">
          <Select
            name="label"
            label={t('other')}
            error={errors}
            defaultValue=""
            options={EXAMPLE_LABELS.filter((label) => label !== OTHER_LABEL).map((label) => ({
              value: label,
              label: tLabel(`label.${label}`),
            }))}
          />
        </div>
        <Button look="secondary" wide>
          {t('otherSubmit')}
        </Button>
      </Form>
      <Form method="post" preventScrollReset className="flex flex-col items-start gap-2">
        <input type="hidden" name="intent" value="reject" />
        {id}
        <Button look="secondary" data-key="x" aria-keyshortcuts="x" aria-describedby="unusable-hint" wide>
          {t('unusable')}
        </Button>
        <p id="unusable-hint" className="text-muted">
          {t('unusableHint')}
        </p>
      </Form>
    </section>
  )
}

/** A label with its digit, how sure the model is of it, and whether the giver chose it. */
function LabelChip({
  label,
  shortcut,
  example,
  text,
}: {
  label: Label
  shortcut: string
  example: ExampleView
  text?: string
}) {
  const t = useT(administrationPhotos)
  const tLabel = useT(photoLabels)
  const materials = materialsOfLabel(label)
  const said = example.saidNow?.candidates.find(({ material }) => materials.includes(material))
  const isChosen = example.material !== null && materials.includes(example.material)
  const isCurrent = example.state === 'accepted' && example.label === label
  return (
    <button
      name="label"
      value={label}
      className="chip"
      data-key={shortcut}
      aria-keyshortcuts={shortcut}
      aria-current={isCurrent ? 'true' : undefined}
    >
      <span aria-hidden className="font-display font-bold tabular-nums" data-screen-only>
        {shortcut}
      </span>
      <span>{text ?? tLabel(`label.${label}`)}</span>
      {said && <span className="tabular-nums">{t('byModel', { percent: percentOf(said.confidence) })}</span>}
      {isChosen && <span>({t('byGiver')})</span>}
    </button>
  )
}

export function percentOf(confidence: number): number {
  return Math.round(confidence * 100)
}
