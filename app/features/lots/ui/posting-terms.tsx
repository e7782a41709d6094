import { getInputProps, getTextareaProps } from '@conform-to/react'
import { CEDING_RIGHTS, PACKAGINGS, REMOVALS, TERRITORIES, VEHICLES } from '~/core/lot-terms'
import type { AttachmentView } from '~/features/attachments/model/attachment'
import { AttachmentPicker } from '~/features/attachments/ui/attachment-picker'
import { lotTerms } from '~/messages/lot-terms'
import { postingTerms } from '~/messages/posting-terms'
import { Badge } from '~/ui/badge'
import { ChoiceChips, RadioCards } from '~/ui/choices'
import { useT } from '~/ui/i18n'
import { DateInput, NumberInput, Select, Textarea } from '~/ui/inputs'
import type { PostingField, PostingFields } from './posting-defaults'
import { PostingFold } from './posting-section'

/** A select whose answer may be left out. */
function OptionalSelect({
  field,
  label,
  options,
}: {
  field: PostingField
  label: string
  options: readonly { value: string; label: string }[]
}) {
  return (
    <Select
      id={field.id}
      name={field.name}
      label={label}
      optional
      error={field.errors}
      defaultValue={field.initialValue}
      options={options}
    />
  )
}

/** Says that an answer comes from the site's last lot. */
function RecalledBadge() {
  const t = useT(postingTerms)
  return (
    <span>
      <Badge tone="mark">{t('recalled')}</Badge>
    </span>
  )
}

/** In parts, of at least so much, or in one piece: parts of any size unless told otherwise. */
export function PostingSplitting({ fields: { splitting, minTake } }: { fields: PostingFields }) {
  const t = useT(postingTerms)
  const isWhole = splitting.initialValue === 'whole'
  return (
    <PostingFold
      title={t('splitting.title')}
      text={t('splitting.text')}
      fields={[splitting, minTake]}
      filled={isWhole || minTake.initialValue ? 1 : 0}
    >
      <RadioCards
        id={splitting.id}
        name="splitting"
        label={t('splitting.label')}
        error={splitting.errors}
        columns={2}
        defaultValue={isWhole ? 'whole' : 'parts'}
        choices={[
          { value: 'parts', label: t('splitting.parts'), hint: t('splitting.partsHint') },
          { value: 'whole', label: t('splitting.whole'), hint: t('splitting.wholeHint') },
        ]}
      />
      <NumberInput
        {...getInputProps(minTake, { type: 'text' })}
        key="minTake"
        label={t('splitting.minTake')}
        hint={t('splitting.minTakeHint')}
        optional
        error={minTake.errors}
      />
    </PostingFold>
  )
}

/** Packaging, volume, vehicle, access, storage after the date. */
export function PostingLoading({ fields, recalled }: { fields: PostingFields; recalled: boolean }) {
  const t = useT(postingTerms)
  const tName = useT(lotTerms)
  const { packaging, volumeM3, vehicle, access, storageUntil } = fields
  return (
    <PostingFold
      title={t('loading.title')}
      text={t('loading.text')}
      fields={[packaging, volumeM3, vehicle, access, storageUntil]}
      open={recalled}
    >
      {recalled && <RecalledBadge />}
      <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
        <OptionalSelect
          field={packaging}
          label={t('packaging')}
          options={PACKAGINGS.map((value) => ({ value, label: tName(`packaging.${value}`) }))}
        />
        <NumberInput
          {...getInputProps(volumeM3, { type: 'text' })}
          key="volumeM3"
          label={t('volume')}
          optional
          suffix={t('volumeUnit')}
          error={volumeM3.errors}
        />
        <OptionalSelect
          field={vehicle}
          label={t('vehicle')}
          options={VEHICLES.map((value) => ({ value, label: tName(`vehicle.${value}`) }))}
        />
        <DateInput
          {...getInputProps(storageUntil, { type: 'text' })}
          key="storageUntil"
          label={t('storage')}
          hint={t('storageHint')}
          optional
          error={storageUntil.errors}
        />
      </div>
      <Textarea
        {...getTextareaProps(access)}
        key="access"
        label={t('access')}
        hint={t('accessHint')}
        optional
        rows={2}
        maxLength={500}
        error={access.errors}
      />
    </PostingFold>
  )
}

/** Whether it is still in place, and where it comes from. */
export function PostingOrigin({
  fields: { removal, provenance },
  recalled,
}: {
  fields: PostingFields
  recalled: boolean
}) {
  const t = useT(postingTerms)
  const tName = useT(lotTerms)
  return (
    <PostingFold
      title={t('origin.title')}
      text={t('origin.text')}
      fields={[removal, provenance]}
      open={recalled}
    >
      <ChoiceChips
        id={removal.id}
        name="removal"
        label={t('removal')}
        optional
        aside={recalled && <RecalledBadge />}
        error={removal.errors}
        defaultValue={removal.initialValue}
        choices={REMOVALS.map((value) => ({ value, label: tName(`removal.${value}`) }))}
      />
      <Textarea
        {...getTextareaProps(provenance)}
        key="provenance"
        label={t('provenance')}
        hint={t('provenanceHint')}
        optional
        rows={2}
        maxLength={500}
        error={provenance.errors}
      />
    </PostingFold>
  )
}

/** Technical sheet, test report. */
export function PostingDocuments({
  id,
  field,
  sent,
}: {
  id: string
  field: PostingField
  sent: readonly AttachmentView[]
}) {
  const t = useT(postingTerms)
  return (
    <PostingFold
      title={t('documents.title')}
      text={t('documents.text')}
      fields={[field]}
      filled={sent.length}
      open={sent.length > 0}
    >
      <AttachmentPicker id={id} sent={sent} error={field.errors} />
    </PostingFold>
  )
}

/** The declaration without which nothing is published. */
export function PostingRight({ field, recalled }: { field: PostingField; recalled: boolean }) {
  const t = useT(postingTerms)
  const tName = useT(lotTerms)
  return (
    <RadioCards
      id={field.id}
      name="cedingRight"
      label={t('right')}
      hint={t('rightHint')}
      aside={recalled && <RecalledBadge />}
      error={field.errors}
      columns={3}
      defaultValue={field.initialValue}
      choices={CEDING_RIGHTS.map((value) => ({ value, label: tName(`cedingRight.${value}`) }))}
    />
  )
}

/** Everyone at once; or the organisation, then a territory, then everyone, on dates. */
export function PostingVisibility({ fields }: { fields: PostingFields }) {
  const t = useT(postingTerms)
  const { visibility, territory, territoryFrom, publicFrom } = fields
  const isStaged = visibility.initialValue === 'staged'
  return (
    <PostingFold
      title={t('visibility.title')}
      text={t('visibility.text')}
      fields={[visibility, territory, territoryFrom, publicFrom]}
      filled={isStaged ? 1 : 0}
    >
      <RadioCards
        id={visibility.id}
        name="visibility"
        label={t('visibility.label')}
        error={visibility.errors}
        columns={2}
        defaultValue={isStaged ? 'staged' : 'public'}
        choices={[
          { value: 'public', label: t('visibility.public') },
          { value: 'staged', label: t('visibility.staged'), hint: t('visibility.stagedHint') },
        ]}
      />
      <Select
        id={territory.id}
        name="territory"
        label={t('visibility.territory')}
        optional
        placeholder={t('visibility.noTerritory')}
        error={territory.errors}
        defaultValue={territory.initialValue}
        options={TERRITORIES.map((value) => ({ value, label: t(`visibility.${value}`) }))}
      />
      <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
        <DateInput
          {...getInputProps(territoryFrom, { type: 'text' })}
          key="territoryFrom"
          label={t('visibility.territoryFrom')}
          optional
          error={territoryFrom.errors}
        />
        <DateInput
          {...getInputProps(publicFrom, { type: 'text' })}
          key="publicFrom"
          label={t('visibility.publicFrom')}
          optional
          error={publicFrom.errors}
        />
      </div>
    </PostingFold>
  )
}
