import type { ReportedKind } from './moderation-terms'

const SEGMENTS: Record<ReportedKind, string> = { lot: 'lot', need: 'besoin' }

/** The kind that a part of an address names; null for another word. */
export function reportedKindOf(segment: string | undefined): ReportedKind | null {
  if (segment === SEGMENTS.lot) return 'lot'
  return segment === SEGMENTS.need ? 'need' : null
}

/** The URLs of the audit log and of moderation; part of `paths`. */
export const oversightPaths = {
  audit: (query = '') => `/administration/journal${query}`,
  auditCsv: (query = '') => `/administration/journal.csv${query}`,
  ownActivity: (query = '') => `/compte/activite${query}`,
  ownActivityCsv: () => '/compte/activite.csv',
  report: (kind: ReportedKind, id: string, done?: string) =>
    `/signaler/${SEGMENTS[kind]}/${id}${done ? `?fait=${done}` : ''}`,
  confirmReport: (token: string, done?: string) =>
    `/signalement/${encodeURIComponent(token)}${done ? `?fait=${done}` : ''}`,
  reports: (done?: string) => `/administration/signalements${done ? `?fait=${done}` : ''}`,
  moderationDecisionsCsv: () => '/administration/decisions-de-moderation.csv',
  reportedSubject: (kind: ReportedKind, id: string, done?: string) =>
    `/administration/signalements/${SEGMENTS[kind]}/${id}${done ? `?fait=${done}` : ''}`,
  moderationDecision: (id: string, done?: string) => `/decisions/${id}${done ? `?fait=${done}` : ''}`,
}
