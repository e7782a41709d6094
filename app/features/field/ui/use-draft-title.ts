import { isMaterialType } from '~/core/material-types'
import { field } from '~/messages/field'
import { materials } from '~/messages/materials'
import { useT } from '~/ui/i18n'
import { draftName, type FieldDraft } from '../model/field-draft'

/** What a draft is called in the lists before it has a title of its own. */
export function useDraftTitle(): (draft: FieldDraft) => string {
  const t = useT(field)
  const tMaterial = useT(materials)
  return (draft) => {
    const name = draftName(draft)
    if (name.kind === 'title') return name.title
    if (name.kind === 'material' && isMaterialType(name.material))
      return tMaterial(`type.${name.material}.name`)
    const count = draft.photos.length
    return count === 0 ? t('drafts.untitled') : t('drafts.onlyPhotos', { count })
  }
}
