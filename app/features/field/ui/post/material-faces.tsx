import { MATERIAL_TYPES, type MaterialType } from '~/core/material-types'
import { fieldPost } from '~/messages/field-post'
import { materials } from '~/messages/materials'
import { useFormat, useT } from '~/ui/i18n'
import { MaterialIcon } from '~/ui/material-icon'
import { TapRadios } from '~/ui/tap-choices'
import type { Answering } from '../../model/post/answering'
import { isSuggestedOnly } from '../../model/post/suggested-material'

type FacesProps = {
  id: string
  answering: Answering
  offered: readonly { material: MaterialType; confidence: number | null }[]
  value: string
  error?: readonly string[]
  onPick: (material: string, isTap: boolean) => void
}

/** The few materials that the model offers and the one that stands, each with how sure the model is. */
export function OfferedMaterials({ answering, offered, ...field }: FacesProps) {
  const t = useT(fieldPost)
  const tMaterial = useT(materials)
  const format = useFormat()
  return (
    <TapRadios
      {...field}
      label={t('section.material')}
      hideLabel
      columns={1}
      choices={offered.map(({ material, confidence }) => ({
        value: material,
        label: tMaterial(`type.${material}.name`),
        note: confidence !== null && `${t('material.suggested')}, ${format.percent(confidence, 0)}`,
        icon: <MaterialIcon material={material} className="h-9 w-9 flex-none" />,
        isSuggested: material === field.value && isSuggestedOnly(answering),
      }))}
    />
  )
}

/** Every material as a picture over its name. */
export function AllMaterials({ answering, offered, ...field }: FacesProps) {
  const t = useT(fieldPost)
  const tMaterial = useT(materials)
  const format = useFormat()
  const confidenceOf = (material: MaterialType) =>
    offered.find((candidate) => candidate.material === material)?.confidence ?? null
  return (
    <TapRadios
      {...field}
      label={t('material.grid')}
      hideLabel
      columns={3}
      tiles
      choices={MATERIAL_TYPES.map((material) => {
        const confidence = confidenceOf(material)
        return {
          value: material,
          label: tMaterial(`type.${material}.name`),
          note: confidence !== null && `${t('material.suggested')}, ${format.percent(confidence, 0)}`,
          icon: <MaterialIcon material={material} className="h-10 w-10 flex-none" />,
          isSuggested: material === field.value && isSuggestedOnly(answering),
        }
      })}
    />
  )
}
