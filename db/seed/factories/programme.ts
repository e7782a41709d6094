import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import type {
  programmeBudgetLines,
  programmeCriteria,
  programmeDossiers,
  programmeFund,
  programmeMilestones,
  programmeReports,
  programmeReviewers,
  programmeReviews,
} from '~db/sqlite/programme'
import type { programmeFiches, programmePosts } from '~db/sqlite/programme-library'
import type { programmeMaterials, programmeSeats, programmeWorkshops } from '~db/sqlite/programme-workshops'

export type DossierRow = typeof programmeDossiers.$inferSelect

/** The rows of the programme, by table. */
export type ProgrammeRows = {
  programmeFund: (typeof programmeFund.$inferSelect)[]
  programmeCriteria: (typeof programmeCriteria.$inferSelect)[]
  programmeReviewers: (typeof programmeReviewers.$inferSelect)[]
  programmeDossiers: DossierRow[]
  programmeReviews: (typeof programmeReviews.$inferSelect)[]
  programmeBudgetLines: (typeof programmeBudgetLines.$inferSelect)[]
  programmeMilestones: (typeof programmeMilestones.$inferSelect)[]
  programmeReports: (typeof programmeReports.$inferSelect)[]
  programmeWorkshops: (typeof programmeWorkshops.$inferSelect)[]
  programmeSeats: (typeof programmeSeats.$inferSelect)[]
  programmeMaterials: (typeof programmeMaterials.$inferSelect)[]
  programmeFiches: (typeof programmeFiches.$inferSelect)[]
  programmePosts: (typeof programmePosts.$inferSelect)[]
}

export function emptyProgrammeRows(): ProgrammeRows {
  return {
    programmeFund: [],
    programmeCriteria: [],
    programmeReviewers: [],
    programmeDossiers: [],
    programmeReviews: [],
    programmeBudgetLines: [],
    programmeMilestones: [],
    programmeReports: [],
    programmeWorkshops: [],
    programmeSeats: [],
    programmeMaterials: [],
    programmeFiches: [],
    programmePosts: [],
  }
}

/** A dossier: by default a draft that says nothing yet. */
export function makeDossier(
  dossier: Pick<DossierRow, 'organisationId' | 'communeCode' | 'createdByUserId'> & Partial<DossierRow>,
): DossierRow {
  return {
    id: newId(),
    state: 'draft',
    aim: '',
    sites: '',
    referent: '',
    referentEmail: '',
    elected: '',
    startMonth: null,
    months: null,
    askedCents: null,
    targetMassG: null,
    targetRatePercent: null,
    targetSurveys: null,
    otherTarget: '',
    criteriaVersion: null,
    submittedAtMs: null,
    decisionReason: '',
    decidedAtMs: null,
    decidedByUserId: null,
    grantedCents: null,
    startedOn: null,
    endsOn: null,
    scaling: '',
    createdAtMs: nowMs(),
    updatedAtMs: nowMs(),
    ...dossier,
  }
}
