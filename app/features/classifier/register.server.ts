import os from 'node:os'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { MATERIAL_TYPES } from '~/core/material-types'
import { classifierInfo, knownClassifierInfo } from './classifier.server'
import { energyOf, type EnergySettings } from './model/energy'
import { materialsOfLabel } from './model/labels'
import type { ModelCard } from './model/model-card'
import { countOrganisationsOff, measureSpeed, readUse } from './queries.server'
import { isOffByEnvironment, readClassifierSettings } from './queries/settings.server'
import { registerSchema, type AiRegister } from './register-schema'

const FORMULA =
  'Wh = processor ms ÷ 3,600,000 × wattsPerThread × pue; gCO2e = Wh ÷ 1000 × gramsPerKwh. ' +
  'Processor time is an upper bound: it counts what the process did meanwhile.'

/** Everything that is public about the classifier, read from what runs: the page and its JSON show the same. */
export async function readRegister(): Promise<AiRegister> {
  const settings = await readClassifierSettings()
  const isOff = isOffByEnvironment() || !settings.isOn
  const { card, fault } = isOff ? knownClassifierInfo() : classifierInfo()
  return registerSchema.parse({
    format: 'gisement-ai-register/1',
    at: new Date(nowMs()).toISOString(),
    purpose:
      'Suggests the material of a lot from its photos, to the person who publishes it, and finds lots whose photos look alike.',
    decision:
      'None: a person chooses the material; matching and allocation use what the person chose, never the photos.',
    inService: card !== null && !isOff,
    unavailable: fault,
    switches: {
      environment: isOffByEnvironment() ? 'off' : 'on',
      setting: settings.isOn ? 'on' : 'off',
      organisationsOff: await countOrganisationsOff(),
    },
    model: card,
    unknownMaterials: card ? unknownTo(card) : [],
    hardware: {
      processor: os.cpus()[0]?.model.trim() || 'unknown',
      threads: os.availableParallelism(),
      graphicsCard: false,
    },
    speed: card ? await measureSpeed(card.version) : null,
    energy: await energyHere(card, settings.energy),
  })
}

function unknownTo(card: ModelCard): AiRegister['unknownMaterials'] {
  const known = new Set(card.labels.flatMap((label) => materialsOfLabel(label)))
  return MATERIAL_TYPES.filter((material) => material !== 'other' && !known.has(material))
}

async function energyHere(card: ModelCard | null, settings: EnergySettings): Promise<AiRegister['energy']> {
  const year = Number(isoDayOf(nowMs()).slice(0, 4))
  const byPurpose = await readUse(year)
  const photos = byPurpose.reduce((sum, use) => sum + use.photos, 0)
  const cpuMs = byPurpose.reduce((sum, use) => sum + use.cpuMs, 0)
  const of = (ms: number) => ({ cpuMs: ms, ...energyOf(ms, settings) })
  return {
    formula: FORMULA,
    settings,
    perPhoto: photos > 0 ? of(cpuMs / photos) : null,
    thisYear: { year, photos, byPurpose, ...of(cpuMs) },
    training: card?.energy ? of(card.energy.cpuSeconds * 1000) : null,
  }
}
