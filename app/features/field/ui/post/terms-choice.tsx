import { useState } from 'react'
import { CEDING_RIGHTS } from '~/core/lot-terms'
import { textOf } from '~/features/lots/model/posting-answers'
import { fieldPost } from '~/messages/field-post'
import { lotTerms } from '~/messages/lot-terms'
import { postingTerms } from '~/messages/posting-terms'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { FieldError } from '~/ui/field'
import { useT } from '~/ui/i18n'
import { TapRadios } from '~/ui/tap-choices'
import type { FieldSite } from '../../model/field-facts'
import type { AnswerProps } from './answer-props'

/** The site that the lot leaves: one line once known, its choices otherwise. */
export function SiteChoice({
  id,
  answering: { answers },
  error,
  sites,
  onChoose,
}: Omit<AnswerProps, 'onAnswer'> & { sites: readonly FieldSite[]; onChoose: (siteId: string) => void }) {
  const t = useT(fieldPost)
  const [isOpen, setOpen] = useState(false)
  const siteId = textOf(answers, 'siteId')
  const site = sites.find((one) => one.id === siteId)
  if (site && !isOpen) {
    const name = t('site.option', { name: site.name, commune: site.communeName })
    return (
      <Settled id={id} error={error} text={name} onChange={sites.length > 1 ? () => setOpen(true) : null} />
    )
  }
  return (
    <TapRadios
      id={id}
      label={t('section.siteId')}
      hideLabel
      error={error}
      columns={1}
      value={siteId}
      onPick={(value, isTap) => {
        onChoose(value)
        if (isTap) setOpen(false)
      }}
      choices={sites.map(({ id: value, name, communeName }) => ({ value, label: name, note: communeName }))}
    />
  )
}

/** By what right the lot is ceded: told when the site's last lot says it, asked once otherwise. */
export function RightChoice({ id, answering: { answers, chosen }, error, onAnswer }: AnswerProps) {
  const t = useT(fieldPost)
  const tTerms = useT(postingTerms)
  const tName = useT(lotTerms)
  const [isOpen, setOpen] = useState(false)
  const given = CEDING_RIGHTS.find((right) => right === textOf(answers, 'cedingRight'))
  const isRecalled = given !== undefined && !chosen.includes('cedingRight')
  if (isRecalled && !isOpen) {
    return (
      <div className="flex flex-col gap-2">
        <Settled id={id} error={error} text={tName(`cedingRight.${given}`)} onChange={() => setOpen(true)} />
        <p>
          <Badge tone="mark">{t('site.recalled')}</Badge>
        </p>
        <p className="text-sm text-muted">{tTerms('rightHint')}</p>
      </div>
    )
  }
  return (
    <TapRadios
      id={id}
      label={t('section.cedingRight')}
      hideLabel
      hint={tTerms('rightHint')}
      error={error}
      columns={1}
      value={given ?? ''}
      onPick={(value) => onAnswer({ cedingRight: value })}
      choices={CEDING_RIGHTS.map((value) => ({ value, label: tName(`cedingRight.${value}`) }))}
    />
  )
}

function Settled({
  id,
  text,
  error,
  onChange,
}: {
  id: string
  text: string
  error?: readonly string[]
  /** Null when there is nothing else to choose. */
  onChange: (() => void) | null
}) {
  const t = useT(fieldPost)
  return (
    <div id={id} tabIndex={-1}>
      <FieldError id={id} error={error} />
      <p className="flex flex-wrap items-center justify-between gap-2">
        <span className="min-w-0 font-semibold">{text}</span>
        {onChange && (
          <Button
            type="button"
            look="secondary"
            onClick={onChange}
            aria-label={`${t('site.change')} : ${text}`}
          >
            {t('site.change')}
          </Button>
        )}
      </p>
    </div>
  )
}
