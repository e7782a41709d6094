import type { MaterialType } from '~/core/material-types'
import { isLabel, MATERIALS_BY_LABEL, materialsOfLabel, type Label } from '~/features/classifier/model/labels'
import { OTHER_LABEL } from '~/features/classifier/model/training-minimums'

export const ORIGINS = ['correction', 'confirmation', 'administrator', 'folder'] as const
/**
 * Who an example's label comes from. `confirmation`: a giver took what the model proposed; `correction`: chose without
 * it or against it; `administrator`: the Métropole's team said otherwise; `folder`: the folder it was imported from.
 */
export type Origin = (typeof ORIGINS)[number]

export const STATES = ['waiting', 'accepted', 'rejected'] as const
/** Only accepted examples train; a rejected one is of no use (blurred, several materials, a person). */
export type ExampleState = (typeof STATES)[number]

/** Every label that an example may get, in the order of the classifier's table. */
export const EXAMPLE_LABELS: readonly Label[] = Object.keys(MATERIALS_BY_LABEL).filter(isLabel)

/** How long an example is kept at most, whatever becomes of its photo. */
export const KEPT_YEARS = 3

/** The labels that show a material, in the order of the table. */
export function labelsOfMaterial(material: MaterialType): Label[] {
  return EXAMPLE_LABELS.filter((label) => materialsOfLabel(label).includes(material))
}

/** The label that a material leaves no doubt about; null when several or none would do. */
export function onlyLabelOf(material: MaterialType): Label | null {
  const labels = labelsOfMaterial(material)
  return labels.length === 1 ? labels[0]! : null
}

/** Who the label comes from once an administrator gave this one: still the giver, when it says the same. */
export function originAfter(
  before: { origin: Origin; material: MaterialType | null; label: string | null },
  label: string,
): Origin {
  const isSame =
    before.label === label || (before.material && materialsOfLabel(label).includes(before.material))
  return isSame ? before.origin : 'administrator'
}

/** The labels offered first for a photo: those of what the person chose, then of what the model proposed. */
export function offeredLabels(
  example: { material: MaterialType | null; label: string | null },
  candidates: readonly { material: MaterialType }[],
  most = 8,
): Label[] {
  const own = example.label && isLabel(example.label) ? [example.label] : []
  const chosen = example.material ? labelsOfMaterial(example.material) : []
  const said = candidates.flatMap(({ material }) => labelsOfMaterial(material))
  return [...new Set([...own, ...chosen, ...said])].filter((label) => label !== OTHER_LABEL).slice(0, most)
}
