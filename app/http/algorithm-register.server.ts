import { nowMs } from '~/core/clock'
import { MATERIAL_TYPES } from '~/core/material-types'
import { paths } from '~/core/paths'
import {
  ATTRIBUTION_CRITERIA,
  KINDS_OF,
  MAX_CRITERIA,
} from '~/features/attribution/model/attribution-criteria'
import { knownClassifierInfo } from '~/features/classifier/classifier.server'
import { SHOWN_BONUS } from '~/features/matching/model/allocation/solve'
import { URGENCY_BONUS, URGENCY_FADES_IN_DAYS } from '~/features/matching/model/allocation/urgency'
import { KEPT } from '~/features/matching/model/plan/candidates'
import { gapOf } from '~/features/matching/model/plan/plan'
import { FORMULA_VERSION } from '~/features/matching/model/score'
import type { Scoring } from '~/features/matching/model/scoring'
import { materialFit } from '~/features/matching/model/substitutions'
import { SCORE_PARTS } from '~/features/matching/model/weights'
import { PLAN_LIMITS } from '~/features/matching/plan-thread.server'
import { findLatestPlan } from '~/features/matching/queries/plans.server'
import { scoringInForce } from '~/features/matching/queries/scoring.server'
import { listWeightVersions } from '~/features/matching/queries/weights.server'
import { algorithms } from '~/messages/algorithms'
import { attribution as attributionTexts } from '~/messages/attribution'
import { translator } from '~/messages/catalogue'
import { matching } from '~/messages/matching'
import { algorithmRegisterSchema, type AlgorithmRegister } from './algorithm-register-schema'

type Entries = AlgorithmRegister['algorithms']

/** Everything that is public about the four algorithms, read from what runs: the page and its JSON show the same. */
export async function readAlgorithmRegister(): Promise<AlgorithmRegister> {
  const [scoring, matchingEntry, latest] = await Promise.all([
    scoringInForce(),
    readMatching(),
    readLatestPlan(),
  ])
  const parameters = {
    candidates: KEPT,
    shownBonus: SHOWN_BONUS / 1000,
    urgencyBonus: URGENCY_BONUS / 1000,
    urgencyFadesInDays: URGENCY_FADES_IN_DAYS,
    deadlineSeconds: PLAN_LIMITS.deadlineMs / 1000,
  }
  return algorithmRegisterSchema.parse({
    format: 'gisement-algorithm-register/1',
    at: new Date(nowMs()).toISOString(),
    law: ['CRPA L.311-3-1', 'CRPA R.311-3-1-2', 'CRPA L.312-1-3'],
    contact: paths.contact(),
    algorithms: [
      matchingEntry,
      {
        id: 'allocation',
        ...textsOf('allocation', 'allocation.operations'),
        versions: versionsNow(scoring),
        parameters,
        latest,
      },
      {
        id: 'tagging',
        ...textsOf('tagging', taggingOperations()),
        figures: paths.aiUseJson(),
      },
      readAttribution(),
    ],
  } satisfies AlgorithmRegister)
}

async function readMatching(): Promise<Entries[0]> {
  const [scoring, versions] = await Promise.all([scoringInForce(), listWeightVersions()])
  const { version, source, year, licence } = scoring.factors
  return {
    id: 'matching',
    ...textsOf('matching', 'matching.operations'),
    versions: versionsNow(scoring),
    parts: SCORE_PARTS.map((key) => ({
      key,
      name: inBoth((locale) => translator(locale, matching)(`part.${key}`)),
      weight: scoring.weights.of[key],
      value: inBoth((locale) => translator(locale, algorithms)(`matching.values.${key}`)),
    })),
    // Who set them is for the team alone.
    history: versions.map((set) => ({
      version: set.version,
      since: set.setAtMs === null ? null : new Date(set.setAtMs).toISOString(),
      reason: set.reason,
      isRestored: set.isRestored,
      weights: { ...set.of },
    })),
    substitutes: MATERIAL_TYPES.flatMap((offered) =>
      MATERIAL_TYPES.flatMap((wanted) => {
        const fit = materialFit(offered, wanted)
        return offered !== wanted && fit > 0 ? [{ offered, wanted, fit }] : []
      }),
    ),
    factors: { version, source, year, licence },
  }
}

function readAttribution(): Entries[3] {
  return {
    id: 'attribution',
    ...textsOf('attribution', 'attribution.operations'),
    mostCriteria: MAX_CRITERIA,
    criteria: ATTRIBUTION_CRITERIA.map((key) => ({
      key,
      name: inBoth((locale) => translator(locale, attributionTexts)(`criterion.${key}`)),
      kinds: KINDS_OF[key] ? [...KINDS_OF[key]] : null,
    })),
  }
}

async function readLatestPlan(): Promise<Entries[1]['latest']> {
  const plan = await findLatestPlan()
  if (!plan) return null
  const { summary } = plan
  return {
    at: new Date(plan.computedAtMs).toISOString(),
    versions: {
      formula: plan.formulaVersion,
      weights: plan.weightsVersion,
      factors: plan.factorVersion,
    },
    lots: summary.lots,
    needs: summary.needs,
    candidates: summary.candidates,
    parts: summary.pairs,
    netKgCo2e: summary.netG / 1000,
    gap: gapOf(summary),
    method: summary.method,
  }
}

function versionsNow({ weights, factors }: Scoring) {
  return { formula: FORMULA_VERSION, weights: weights.version, factors: factors.version }
}

function taggingOperations() {
  const isZeroShot = knownClassifierInfo().card?.kind === 'zero-shot'
  return isZeroShot ? ('tagging.operationsZeroShot' as const) : ('tagging.operations' as const)
}

const PLAIN = ['title', 'purpose', 'part', 'decides', 'data', 'limits', 'off'] as const
type Text = { fr: string; en: string }
type OperationsKey =
  `${'matching' | 'allocation' | 'attribution'}.operations` | ReturnType<typeof taggingOperations>

function textsOf(entry: 'matching' | 'allocation' | 'tagging' | 'attribution', operations: OperationsKey) {
  const plain = PLAIN.map((key) => [
    key,
    inBoth((locale) => translator(locale, algorithms)(`${entry}.${key}`)),
  ])
  return {
    ...(Object.fromEntries(plain) as Record<(typeof PLAIN)[number], Text>),
    operations: inBoth((locale) => translator(locale, algorithms)(operations)),
  }
}

function inBoth(textIn: (locale: 'fr' | 'en') => string): Text {
  return { fr: textIn('fr'), en: textIn('en') }
}
