import { useEffect, useState } from 'react'
import type { MaterialType } from '~/core/material-types'
import { postingTerms } from '~/messages/posting-terms'
import { AttributeFields } from '~/ui/attributes/attribute-fields'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PostingFold } from './posting-section'

export type SheetAnswers = {
  initial: Readonly<Record<string, string>>
  errors: Record<string, readonly string[]>
}

/**
 * The attribute sheet of the chosen material. Without JavaScript, a button (`intent=sheet`) sends the form and brings
 * it back with the sheet of the material chosen then.
 */
export function PostingSheet({
  id,
  material,
  answers,
}: {
  id: string
  material: MaterialType | null
  answers: SheetAnswers
}) {
  const t = useT(postingTerms)
  const [live, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  return (
    <PostingFold
      title={t('sheet.title')}
      text={t('sheet.text')}
      filled={Object.values(answers.initial).filter(Boolean).length}
      open={material !== null}
    >
      {material === null && live && <p>{t('sheet.choose')}</p>}
      {material && (
        <AttributeFields id={id} material={material} initial={answers.initial} errors={answers.errors} />
      )}
      {!live && (
        <div className="flex flex-col items-start gap-1">
          <Button look="secondary" name="intent" value="sheet" wide>
            {t('sheet.show')}
          </Button>
          <p className="text-sm text-muted">{t('sheet.showHint')}</p>
        </div>
      )}
    </PostingFold>
  )
}
