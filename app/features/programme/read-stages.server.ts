import { listCommunes } from '~/features/communes/queries.server'
import type { Dossier } from './model/dossier'
import { stageOf, type Stage } from './model/stage'
import { listAdmittedDossiers, listSubmittedDossiers } from './queries/dossiers.server'
import { listCommunesAtWorkshops } from './queries/workshops.server'

/** A commune in the track, as everyone reads it. */
export type AdmittedCommune = {
  communeCode: string
  communeName: string
  aim: string
  stage: Stage
  grantedCents: number
  /** A day or `YYYY-MM`; null when neither is known. */
  startsIn: string | null
  months: number | null
}

/** The communes in the track, by name. */
export async function listAdmitted(): Promise<AdmittedCommune[]> {
  const [dossiers, atWorkshops] = await Promise.all([listAdmittedDossiers(), listCommunesAtWorkshops()])
  return dossiers.map((dossier) => ({
    communeCode: dossier.communeCode,
    communeName: dossier.communeName,
    aim: dossier.aim,
    stage: stageOf(dossier.state, atWorkshops.has(dossier.communeCode)),
    grantedCents: dossier.grantedCents ?? 0,
    startsIn: dossier.startedOn ?? dossier.startMonth,
    months: dossier.months,
  }))
}

export type CommuneStage = {
  code: string
  name: string
  population: number
  tileColumn: number
  tileRow: number
  stage: Stage
  /** Its latest submitted dossier, null without one. */
  dossier: Dossier | null
}

/** Where each of the 130 communes stands. */
export async function readStages(): Promise<CommuneStage[]> {
  const [communes, dossiers, atWorkshops] = await Promise.all([
    listCommunes(),
    listSubmittedDossiers(),
    listCommunesAtWorkshops(),
  ])
  const latest = new Map(dossiers.map((dossier) => [dossier.communeCode, dossier]))
  return communes.map(({ code, name, population, tileColumn, tileRow }) => {
    const dossier = latest.get(code) ?? null
    const stage = stageOf(dossier?.state ?? null, atWorkshops.has(code))
    return { code, name, population, tileColumn, tileRow, stage, dossier }
  })
}
