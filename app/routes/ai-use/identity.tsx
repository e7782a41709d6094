import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import type { AiRegister } from '~/features/classifier/register-schema'
import { aiEnergy } from '~/messages/ai-energy'
import { ButtonLink } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { FactList } from '~/ui/tag-card'
import { Section } from './section'

const WAYS = ['person', 'organisation', 'instance'] as const

/** The three ways of doing without it. */
export function Stop({ organisationsOff }: { organisationsOff: number }) {
  const t = useT(aiEnergy)
  return (
    <Section id="arreter" title={t('stop.title')}>
      <dl className="grid gap-6 lg:grid-cols-3">
        {WAYS.map((way) => (
          <div key={way} className="border-t-4 border-edge pt-3">
            <dt className="font-display text-xl font-bold">{t(`stop.${way}`)}</dt>
            <dd className="mt-2 flex flex-col gap-2">
              <span>{t(`stop.${way}Text`)}</span>
              {way === 'organisation' && (
                <Link to={paths.organisation()} data-screen-only>
                  {t('stop.organisationLink')}
                </Link>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {organisationsOff > 0 && <p>{t('stop.count', { count: organisationsOff })}</p>}
    </Section>
  )
}

/** What the model is made of. */
export function Identity({
  model,
  hardware,
  speed,
}: {
  model: NonNullable<AiRegister['model']>
  hardware: AiRegister['hardware']
  speed: AiRegister['speed']
}) {
  const t = useT(aiEnergy)
  const format = useFormat()
  return (
    <Section id="fiche" title={t('identity.title')}>
      <FactList
        facts={[
          { term: t('identity.version'), value: model.version },
          {
            term: t('identity.method'),
            value: t(model.kind === 'head' ? 'identity.methodHead' : 'identity.methodZeroShot'),
          },
          { term: t('identity.size'), value: format.bytes(model.sizeBytes) },
          {
            term: t('identity.speed'),
            value: speed
              ? t('identity.speedValue', { ms: speed.medianMs, photos: speed.photos })
              : t('identity.speedNone'),
          },
          { term: t('identity.hardware'), value: t('identity.hardwareValue', hardware) },
          { term: t('identity.hash'), value: model.inputsHash },
        ]}
      />
      <DataTable
        caption={t('identity.components')}
        dense
        rows={model.sources}
        rowKey={({ name }) => name}
        columns={[
          {
            key: 'component',
            header: t('identity.component'),
            rowHeader: true,
            cell: ({ name, version }) => `${name} ${version}`,
          },
          {
            key: 'licence',
            header: t('identity.licence'),
            cell: ({ licence }) => licence ?? t('identity.licenceUnknown'),
          },
        ]}
      />
    </Section>
  )
}

export function More() {
  const t = useT(aiEnergy)
  return (
    <Section id="verifier" title={t('more.title')} lead={t('more.law')}>
      <div className="flex flex-wrap gap-3" data-screen-only>
        <ButtonLink to={paths.tryPhoto()}>{t('more.tryPhoto')}</ButtonLink>
        <ButtonLink to={paths.algorithms()} look="secondary">
          {t('more.algorithms')}
        </ButtonLink>
        <a href={paths.aiUseJson()} className="button button-secondary">
          {t('more.json')}
        </a>
        <a href={paths.aiUseSchema()} className="button button-quiet">
          {t('more.schema')}
        </a>
      </div>
    </Section>
  )
}
