import { Form, Link } from '@remix-run/react'
import { MATERIAL_TYPES, type MaterialType } from '~/core/material-types'
import { paths } from '~/core/paths'
import {
  PAIR_SIDES,
  PAIR_STAGES,
  type PairSideFilter,
  type PairStage,
} from '~/features/matching/model/pair-stage'
import { materials } from '~/messages/materials'
import { proposals } from '~/messages/proposals'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Select } from '~/ui/inputs'

export type BoardAddress = {
  etape: PairStage
  cote?: PairSideFilter
  matiere?: MaterialType
  page?: number
}

/** The query of an address of the page; what is at its default is left out. */
export function queryOf({ etape, cote, matiere, page }: BoardAddress): string {
  const query = new URLSearchParams({
    ...(etape !== 'proposes' && { etape }),
    ...(cote && { cote }),
    ...(matiere && { matiere }),
    ...(page && page > 1 && { page: String(page) }),
  }).toString()
  return query && `?${query}`
}

/** The stages with how many pairs each holds, as links that keep the filters. */
export function StageNav({ at, counts }: { at: BoardAddress; counts: Record<PairStage, number> }) {
  const t = useT(proposals)
  return (
    <nav aria-label={t('stages')}>
      <ul className="flex flex-wrap gap-2">
        {PAIR_STAGES.map((stage) => (
          <li key={stage}>
            <Link
              to={paths.matches(queryOf({ ...at, etape: stage, page: 1 }))}
              className="chip"
              aria-current={stage === at.etape ? 'true' : undefined}
            >
              {t(`stage.${stage}`, { count: counts[stage] })}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The side and the material shown; a form of the address, so that it works without a script. */
export function BoardFilters({ at, twoSides }: { at: BoardAddress; twoSides: boolean }) {
  const t = useT(proposals)
  const tMaterials = useT(materials)
  return (
    <details
      open={at.cote !== undefined || at.matiere !== undefined}
      className="rounded-md border-2 border-field bg-card px-4"
    >
      <summary className="min-h-12 content-center">{t('filter.title')}</summary>
      <Form method="get" className="flex flex-col gap-4 pt-2 pb-5 sm:flex-row sm:flex-wrap sm:items-end">
        {at.etape !== 'proposes' && <input type="hidden" name="etape" value={at.etape} />}
        {twoSides && (
          <Select
            name="cote"
            label={t('filter.side')}
            defaultValue={at.cote ?? ''}
            placeholder={t('filter.anySide')}
            options={PAIR_SIDES.map((side) => ({ value: side, label: t(`filter.${side}`) }))}
          />
        )}
        <Select
          name="matiere"
          label={t('filter.material')}
          defaultValue={at.matiere ?? ''}
          placeholder={t('filter.anyMaterial')}
          options={MATERIAL_TYPES.map((type) => ({ value: type, label: tMaterials(`type.${type}.name`) }))}
        />
        <Button look="secondary">{t('filter.apply')}</Button>
      </Form>
    </details>
  )
}
