import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { administrationPhotos } from '~/messages/administration-photos'
import { materials } from '~/messages/materials'
import { photoLabels } from '~/messages/photo-labels'
import { useT } from '~/ui/i18n'
import { FactList } from '~/ui/tag-card'
import type { ExampleView } from '../model/example-view'
import { percentOf } from './label-form'

/** What is known of the photo: who chose what, and what the model said then and says now. */
export function ExampleFacts({ example }: { example: ExampleView }) {
  const t = useT(administrationPhotos)
  const tMaterial = useT(materials)
  const tLabel = useT(photoLabels)
  const { material, label, origin, saidMaterial, modelVersion, lot, source, licence, decidedByName } = example
  const nothing = t('saidNothing')
  return (
    <FactList
      facts={[
        { term: t('origin'), value: t(`originOf.${origin}`) },
        ...(material ? [{ term: t('chosen'), value: tMaterial(`type.${material}.name`) }] : []),
        ...(label ? [{ term: t('label'), value: tLabel(`label.${label}`) }] : []),
        {
          term: t('said'),
          value: saidMaterial ? tMaterial(`type.${saidMaterial}.name`) : nothing,
        },
        { term: t('saidNow'), value: <SaidNow example={example} /> },
        ...(modelVersion ? [{ term: t('model'), value: <code>{modelVersion}</code> }] : []),
        ...(lot
          ? [
              {
                term: t('lot'),
                value: <Link to={paths.lot(lot.id)}>{`${lot.reference}, ${lot.title}`}</Link>,
              },
            ]
          : []),
        ...(source ? [{ term: t('source'), value: source }] : []),
        ...(licence ? [{ term: t('licence'), value: licence }] : []),
        { term: t('decidedBy'), value: decidedByName ?? t('nobody') },
      ]}
    />
  )
}

function SaidNow({ example: { saidNow } }: { example: ExampleView }) {
  const t = useT(administrationPhotos)
  const tMaterial = useT(materials)
  const first = saidNow?.candidates[0]
  if (!first) return t(saidNow ? 'nothingSeen' : 'notSeen')
  const percent = percentOf(first.confidence)
  return t('saidNowText', { material: tMaterial(`type.${first.material}.name`), percent })
}
