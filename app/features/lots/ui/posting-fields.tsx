import { getInputProps, getTextareaProps } from '@conform-to/react'
import { HAZARDS } from '~/core/lot-terms'
import { estimateMassG } from '~/core/material-masses'
import { MATERIAL_TYPES } from '~/core/material-types'
import { massGOf, parseMilli, UNITS } from '~/core/units'
import { common } from '~/messages/common'
import { lotTerms } from '~/messages/lot-terms'
import { materials } from '~/messages/materials'
import { myLots } from '~/messages/my-lots'
import { posting } from '~/messages/posting'
import { postingTerms } from '~/messages/posting-terms'
import { Badge } from '~/ui/badge'
import { ChoiceChips, RadioCards } from '~/ui/choices'
import { useFormat, useT } from '~/ui/i18n'
import { DateInput, MoneyInput, NumberInput, Select, Textarea, TextInput } from '~/ui/inputs'
import { CONDITIONS } from '../model/lot'
import { NO_HAZARD } from '../model/posting-answers'
import type { Fields } from './posting-defaults'
import type { LotDraft, PostingSite } from './use-lot-draft'

/** Material, title, quantity, unit and mass; the mass says what it will be if left empty. */
export function PostingMaterial({
  fields,
  draft,
  held,
}: {
  fields: Fields<'material' | 'title' | 'quantity' | 'quantityBasis' | 'unit' | 'massKg'>
  draft: LotDraft
  /** What is held of a lot already published, as text: its material and unit then stay. */
  held: string | null
}) {
  const t = useT(posting)
  const tMine = useT(myLots)
  const tTerms = useT(postingTerms)
  const tMaterial = useT(materials)
  const tCommon = useT(common)
  return (
    <>
      <Select
        id={fields.material.id}
        name="material"
        label={t('material')}
        hint={held && tMine('edit.fixed')}
        error={fields.material.errors}
        aside={draft.accepted && <Badge tone="mark">{t('suggested')}</Badge>}
        value={draft.values.material}
        onChange={(event) => draft.set('material', event.currentTarget.value)}
        placeholder={held ? null : undefined}
        options={MATERIAL_TYPES.filter((type) => !held || type === draft.material).map((type) => ({
          value: type,
          label: tMaterial(`type.${type}.name`),
        }))}
      />
      <TextInput
        id={fields.title.id}
        name="title"
        label={t('titleField')}
        hint={t('titleHint')}
        optional
        error={fields.title.errors}
        maxLength={120}
        value={draft.values.title}
        onChange={(event) => draft.set('title', event.currentTarget.value)}
      />
      <div className="grid grid-cols-2 items-end gap-4">
        <NumberInput
          id={fields.quantity.id}
          name="quantity"
          label={t('quantity')}
          hint={held && tMine('edit.heldHint', { held })}
          error={fields.quantity.errors}
          value={draft.values.quantity}
          onChange={(event) => draft.set('quantity', event.currentTarget.value)}
        />
        <Select
          id={fields.unit.id}
          name="unit"
          label={t('unit')}
          error={fields.unit.errors}
          placeholder={null}
          value={draft.values.unit}
          onChange={(event) => draft.set('unit', event.currentTarget.value)}
          options={UNITS.filter((unit) => !held || unit === draft.unit).map((unit) => ({
            value: unit,
            label: tCommon(`unit.${unit}`),
          }))}
        />
      </div>
      <ChoiceChips
        id={fields.quantityBasis.id}
        name="quantityBasis"
        label={tTerms('basis')}
        error={fields.quantityBasis.errors}
        defaultValue={fields.quantityBasis.initialValue || 'estimated'}
        choices={[
          { value: 'estimated', label: tTerms('estimated') },
          { value: 'verified', label: tTerms('verified') },
        ]}
      />
      <NumberInput
        {...getInputProps(fields.massKg, { type: 'text' })}
        key="massKg"
        label={t('mass')}
        hint={useMassHint(draft)}
        optional
        suffix="kg"
        error={fields.massKg.errors}
      />
    </>
  )
}

function useMassHint({ material, unit, values }: LotDraft): string {
  const t = useT(posting)
  const format = useFormat()
  const quantity = parseMilli(values.quantity)
  if (!material || !unit || !quantity) return t('massHint')
  if (massGOf(quantity, unit) !== null) return t('massExact')
  const estimate = estimateMassG(material, quantity, unit)
  if (!estimate) return t('massNone')
  return t('massEstimate', { mass: format.mass(estimate.massG), source: estimate.source })
}

/** The site that the lot leaves, from when, and until it goes to the skip. */
export function PostingDates({
  fields,
  draft,
  sites,
  isFixed,
}: {
  fields: Fields<'siteId' | 'availableFrom' | 'availableUntil'>
  draft: LotDraft
  sites: readonly PostingSite[]
  /** Whether a held part keeps the lot at its site. */
  isFixed: boolean
}) {
  const t = useT(posting)
  const tMine = useT(myLots)
  const offered = isFixed ? sites.filter(({ id }) => id === draft.values.siteId) : sites
  return (
    <>
      <Select
        id={fields.siteId.id}
        name="siteId"
        label={t('site')}
        hint={isFixed && tMine('edit.fixed')}
        error={fields.siteId.errors}
        placeholder={null}
        value={draft.values.siteId}
        onChange={(event) => draft.set('siteId', event.currentTarget.value)}
        options={offered.map(({ id, name, communeName }) => ({
          value: id,
          label: t('siteOption', { name, commune: communeName }),
        }))}
      />
      <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
        <DateInput
          {...getInputProps(fields.availableFrom, { type: 'text' })}
          key="availableFrom"
          label={t('from')}
          error={fields.availableFrom.errors}
        />
        <DateInput
          id={fields.availableUntil.id}
          name="availableUntil"
          label={t('until')}
          hint={t('untilHint')}
          error={fields.availableUntil.errors}
          value={draft.values.until}
          onChange={(event) => draft.set('until', event.currentTarget.value)}
        />
      </div>
    </>
  )
}

/** Condition, hazards, price and description. */
export function PostingMore({
  fields,
}: {
  fields: Fields<'condition' | 'hazards' | 'unitPrice' | 'description'>
}) {
  const t = useT(posting)
  const tName = useT(lotTerms)
  const tTerms = useT(postingTerms)
  const tMaterial = useT(materials)
  return (
    <>
      <RadioCards
        id={fields.condition.id}
        name="condition"
        label={t('condition')}
        error={fields.condition.errors}
        columns={2}
        defaultValue={fields.condition.initialValue}
        choices={[...CONDITIONS].reverse().map((grade) => ({
          value: String(grade),
          label: tMaterial(`condition.${grade}.name`),
          hint: tMaterial(`condition.${grade}.hint`),
        }))}
      />
      <ChoiceChips
        id={fields.hazards.id}
        name="hazards"
        multiple
        label={tTerms('hazards')}
        hint={tTerms('hazardsHint')}
        error={fields.hazards.errors}
        defaultValue={fields.hazards.initialValue}
        choices={[
          { value: NO_HAZARD, label: tTerms('noHazard') },
          ...HAZARDS.map((hazard) => ({ value: hazard, label: tName(`hazard.${hazard}`) })),
        ]}
      />
      <MoneyInput
        {...getInputProps(fields.unitPrice, { type: 'text' })}
        key="unitPrice"
        label={t('price')}
        hint={t('priceHint')}
        optional
        error={fields.unitPrice.errors}
      />
      <Textarea
        {...getTextareaProps(fields.description)}
        key="description"
        label={t('description')}
        hint={t('descriptionHint')}
        optional
        maxLength={2000}
        error={fields.description.errors}
      />
    </>
  )
}
