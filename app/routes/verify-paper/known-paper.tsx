import { Form } from '@remix-run/react'
import { paths } from '~/core/paths'
import type { PublicFacts } from '~/features/reservations/model/paper-facts'
import { spacedNumber } from '~/features/reservations/model/paper-number'
import { handoverPapers } from '~/messages/handover-papers'
import { materials } from '~/messages/materials'
import { Button, ButtonLink } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { FileInput, TextInput } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { FactList } from '~/ui/tag-card'
import type { Compared } from './compared'

/** A document that was issued here: whether it still is what was signed, its facts without names, and a comparison. */
export function KnownPaper({
  number,
  isAuthentic,
  facts,
  factsSha256,
  compared,
}: {
  number: string
  isAuthentic: boolean
  facts: PublicFacts
  factsSha256: string
  compared: Compared | null
}) {
  const t = useT(handoverPapers)
  const tMaterial = useT(materials)
  const format = useFormat()
  const shown = spacedNumber(number)
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-8">
      <PageHeader
        eyebrow={t('verify.title')}
        title={t('title', { kind: t(`kind.${facts.kind}`), number: shown })}
      />
      <Notice
        tone={isAuthentic ? 'success' : 'danger'}
        title={t(isAuthentic ? 'verify.authentic' : 'verify.altered', { number: shown })}
      >
        {t(isAuthentic ? 'verify.authenticText' : 'verify.alteredText')}
      </Notice>
      <section aria-labelledby="facts" className="flex flex-col gap-4">
        <h2 id="facts">{t('verify.facts')}</h2>
        <FactList
          facts={[
            { term: t('verify.document'), value: t(`kind.${facts.kind}`) },
            { term: t('term.handedOverOn'), value: format.dayLong(facts.handedOverOn) },
            ...(facts.receivedOn
              ? [{ term: t('term.receivedOn'), value: format.dayLong(facts.receivedOn) }]
              : []),
            { term: t('term.material'), value: tMaterial(`type.${facts.material}.name`) },
            { term: t('term.mass'), value: format.quantity(facts.massG, 'kg') },
            { term: t('term.basis'), value: t(`basis.${facts.massBasis}`) },
            { term: t('term.from'), value: facts.fromCommune },
            { term: t('term.to'), value: facts.toCommune ?? t('verify.toDestination') },
            { term: t('term.status'), value: t(`legal.${facts.legalStatus}`) },
            { term: t('verify.signed'), value: t('verify.signedBy', { count: facts.signedBy }) },
            { term: t('verify.factsHash'), value: factsSha256 },
          ]}
        />
        <p className="text-muted">{t('verify.anonymous')}</p>
      </section>
      <CompareForm compared={compared} />
      <p>
        <ButtonLink to={paths.verifyPapers()} look="secondary">
          {t('verify.again')}
        </ButtonLink>
      </p>
    </div>
  )
}

function CompareForm({ compared }: { compared: Compared | null }) {
  const t = useT(handoverPapers)
  return (
    <section aria-labelledby="compare" className="flex flex-col gap-4">
      <h2 id="compare">{t('verify.compareTitle')}</h2>
      <p className="prose-width text-muted">{t('verify.compareLead')}</p>
      {compared && <ComparedNotice compared={compared} />}
      <Form method="post" encType="multipart/form-data" className="flex flex-col items-start gap-5">
        <FileInput name="document" label={t('verify.file')} accept="application/pdf,.pdf" />
        <TextInput
          name="hash"
          label={t('verify.hash')}
          hint={t('verify.hashHint')}
          autoComplete="off"
          spellCheck={false}
          maxLength={80}
        />
        <Button look="secondary">{t('verify.compare')}</Button>
      </Form>
    </section>
  )
}

function ComparedNotice({ compared }: { compared: Compared }) {
  const t = useT(handoverPapers)
  if (compared.kind === 'nothing' || compared.kind === 'tooLarge') {
    return <Notice tone="warning" live title={t(`verify.${compared.kind}`)} />
  }
  if (compared.kind === 'different') {
    return (
      <Notice tone="danger" live title={t('verify.different')}>
        {t('verify.differentText')}
      </Notice>
    )
  }
  const number = spacedNumber(compared.number)
  const isSame = compared.kind === 'same'
  return (
    <Notice tone={isSame ? 'success' : 'warning'} live title={t(isSame ? 'verify.same' : 'verify.other')}>
      {t(isSame ? 'verify.sameText' : 'verify.otherText', { number })}
    </Notice>
  )
}
