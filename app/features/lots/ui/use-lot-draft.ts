import { useEffect, useState, type RefObject } from 'react'
import { isMaterialType, type MaterialType } from '~/core/material-types'
import { UNITS, type Unit } from '~/core/units'
import { offeredOf, type Suggestion } from '~/features/classifier/model/suggest'
import { materials } from '~/messages/materials'
import { useT } from '~/ui/i18n'
import { USUAL_UNIT } from '../model/usual-unit'

export type PostingSite = { id: string; name: string; communeName: string; endsOn: string }
/** The answers that follow from one another; a field that the person changed is never filled for them again. */
export type DraftField = 'siteId' | 'material' | 'title' | 'quantity' | 'unit' | 'until'
type Answers = Partial<Record<DraftField, string>>

export type LotDraft = {
  values: Record<DraftField, string>
  material: MaterialType | null
  unit: Unit | null
  /** What the suggestion had when the person left it or accepted it; null when they chose otherwise. */
  accepted: MaterialType | null
  set: (field: DraftField, value: string) => void
  acceptSuggestion: (material: MaterialType) => void
}

const FIELDS: readonly DraftField[] = ['siteId', 'material', 'title', 'quantity', 'unit', 'until']

/** The answers typed so far (`given`, after a form that came back), completed from the site and the suggestion. */
export function useLotDraft(
  form: RefObject<HTMLFormElement>,
  given: Answers,
  context: { sites: readonly PostingSite[]; today: string; suggestion: Suggestion | null },
): LotDraft {
  const tMaterial = useT(materials)
  const [typed, setTyped] = useState<Answers>(given)
  const offered = offeredOf(context.suggestion)
  const preselected = context.suggestion?.verdict === 'sure' ? offered[0]?.material : undefined
  const materialText = typed.material ?? preselected ?? ''
  const material = isMaterialType(materialText) ? materialText : null
  const unitText = typed.unit ?? (material ? USUAL_UNIT[material] : 'u')
  const siteId = typed.siteId ?? context.sites[0]?.id ?? ''
  const isSuggested = offered.some((candidate) => candidate.material === material)
  const values = {
    siteId,
    material: materialText,
    title: typed.title ?? (material ? tMaterial(`type.${material}.name`) : ''),
    quantity: typed.quantity ?? '',
    unit: unitText,
    until: typed.until ?? defaultUntil(context.sites, siteId, context.today),
  }
  const [sent] = useState(values)
  // On a slow network people answer before the script runs: what they typed by then is kept.
  useEffect(() => {
    const early = form.current && differing(new FormData(form.current), sent)
    if (early) setTyped((before) => ({ ...before, ...early }))
  }, [form, sent])
  return {
    values,
    material,
    unit: UNITS.find((unit) => unit === unitText) ?? null,
    accepted: isSuggested ? material : null,
    set: (field, value) => setTyped((before) => ({ ...before, [field]: value })),
    acceptSuggestion: (chosen) => setTyped((before) => ({ ...before, material: chosen })),
  }
}

/** What the fields on the page hold that is not what the server sent. */
function differing(page: FormData, sent: Readonly<Record<DraftField, string>>): Answers {
  const changed = FIELDS.flatMap((field) => {
    const text = page.get(field === 'until' ? 'availableUntil' : field)
    return typeof text === 'string' && text !== sent[field] ? [[field, text] as const] : []
  })
  return Object.fromEntries(changed)
}

/** The end of the site while it is ahead; the person gives the day otherwise. */
function defaultUntil(sites: readonly PostingSite[], siteId: string, today: string): string {
  const endsOn = sites.find(({ id }) => id === siteId)?.endsOn ?? ''
  return endsOn > today ? endsOn : ''
}
