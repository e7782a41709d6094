import type { DetectorFigures, DetectorRegister } from '~/features/faces/register-schema'
import { aiDetector } from '~/messages/ai-detector'
import { Badge } from '~/ui/badge'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { FactList } from '~/ui/tag-card'
import { Section } from './section'

/** The detector of people and vehicles: what it is for, how often it is right, and who decides. */
export function Detector({ detector }: { detector: DetectorRegister }) {
  const t = useT(aiDetector)
  const format = useFormat()
  const { figures, use, sources, version, sizeBytes } = detector
  const state = detector.inService ? 'on' : detector.environment === 'off' ? 'offByOperator' : 'missing'
  const { photos, withSightings, dismissed, blurred } = use
  return (
    <Section id="personnes" title={t('title')} lead={t('lead')}>
      <p>
        <Badge tone={detector.inService ? 'success' : 'plain'}>{t(state)}</Badge>
      </p>
      <FactList
        facts={[
          { term: t('decides'), value: t('decidesText') },
          { term: t('plates'), value: t('platesText') },
          { term: t('without'), value: t('withoutText') },
          { term: t('use'), value: t('useText', { photos, withSightings, dismissed, blurred }) },
          ...(version !== null && sizeBytes !== null
            ? [{ term: t('version'), value: `${version}, ${format.bytes(sizeBytes)}` }]
            : []),
        ]}
      />
      {figures ? <Figures figures={figures} /> : <p>{t('unmeasured')}</p>}
      {sources.length > 0 && (
        <DataTable
          caption={t('sources')}
          dense
          rows={sources}
          rowKey={({ name }) => name}
          columns={[
            {
              key: 'name',
              header: t('sourceName'),
              rowHeader: true,
              cell: ({ name, version: of }) => `${name} ${of}`,
            },
            { key: 'licence', header: t('sourceLicence'), cell: ({ licence }) => licence },
          ]}
        />
      )}
    </Section>
  )
}

function Figures({ figures: { faces, photos, msPerPhoto } }: { figures: DetectorFigures }) {
  const t = useT(aiDetector)
  const format = useFormat()
  return (
    <>
      <DataTable
        caption={t('faces', { n: faces.n })}
        dense
        rows={Object.entries(faces.byHeightPx)}
        rowKey={([height]) => height}
        columns={[
          {
            key: 'height',
            header: t('faceHeight'),
            rowHeader: true,
            cell: ([height]) => t('px', { height }),
          },
          {
            key: 'found',
            header: t('faceFound'),
            figure: true,
            cell: ([, share]) => format.percent(share, 0),
          },
        ]}
      />
      <p className="prose-width">{t('facesNote')}</p>
      {photos && (
        <ul className="prose-width flex list-disc flex-col gap-1 pl-6">
          <li>{t('photosPeople', photos.people)}</li>
          <li>{t('photosVehicles', photos.vehicles)}</li>
          <li>{t('photosNobody', photos.nobody)}</li>
          <li>{t('ms', { ms: Math.round(msPerPhoto.p50) })}</li>
        </ul>
      )}
    </>
  )
}
