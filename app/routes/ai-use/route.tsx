import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAiRegister } from '~/http/ai-register.server'
import { pageTitle } from '~/http/page-title'
import { aiUse } from '~/messages/ai-use'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { Accuracy } from './accuracy'
import { Answer, InService, Role } from './answer'
import { Detector } from './detector'
import { EnergyFigures } from './energy'
import { Calibration, Confusions } from './errors'
import { Identity, More, Stop } from './identity'
import { LearntFrom, Unknown } from './knowledge'

export const meta: MetaFunction = pageTitle(aiUse, 'title')

/** All that is shown is also what `/ia.json` answers. */
export async function loader() {
  return readAiRegister()
}

export default function AiUse() {
  const t = useT(aiUse)
  const register = useLoaderData<typeof loader>()
  const { model, energy } = register
  return (
    <div className="flex min-w-0 flex-col gap-14">
      <div>
        <PageHeader title={t('title')} lead={<Answer model={model} />} />
        <InService {...register} />
      </div>
      <Role />
      {model?.metrics && (
        <>
          <Accuracy
            kind={model.kind}
            metrics={model.metrics}
            thresholds={model.thresholds}
            baseline={model.baseline}
          />
          <Confusions confusion={model.confusion} />
          {model.calibrationBins && <Calibration bins={model.calibrationBins} ece={model.metrics.ece} />}
        </>
      )}
      {model && <Unknown model={model} unknownMaterials={register.unknownMaterials} />}
      {model && <LearntFrom data={model.trainingData} />}
      <Detector detector={register.detector} />
      <EnergyFigures energy={energy} />
      <Stop organisationsOff={register.switches.organisationsOff} />
      {model && <Identity model={model} hardware={register.hardware} speed={register.speed} />}
      <More />
    </div>
  )
}
