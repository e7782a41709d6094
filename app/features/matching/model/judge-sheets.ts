import type { AttributeKey } from '~/core/attributes/definitions'
import { sheetOf } from '~/core/attributes/sheets'
import type { AttributeValues } from '~/core/attributes/values'
import { judgeAttribute, type WantedAttributes } from '~/core/attributes/wanted'
import type { MaterialType } from '~/core/material-types'

/**
 * Holds what a lot tells against what a need asks: the attributes that it contradicts, and those that remain to be
 * checked because it says nothing. A substitute is judged on what both sheets have; what its own sheet cannot tell
 * remains to be checked.
 */
export function judgeSheets(
  lot: { material: MaterialType; attributes: AttributeValues },
  need: { wanted: WantedAttributes },
): { failed: AttributeKey[]; toCheck: AttributeKey[] } {
  const told = sheetOf(lot.material)
  const failed: AttributeKey[] = []
  const toCheck: AttributeKey[] = []
  for (const [name, wanted] of Object.entries(need.wanted)) {
    const key = name as AttributeKey
    const verdict = told.includes(key) ? judgeAttribute(key, wanted, lot.attributes) : 'unknown'
    if (verdict === 'fails') failed.push(key)
    if (verdict === 'unknown') toCheck.push(key)
  }
  return { failed, toCheck }
}
