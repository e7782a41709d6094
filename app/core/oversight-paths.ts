/** The URLs of the audit log and of moderation; part of `paths`. */
export const oversightPaths = {
  audit: (query = '') => `/administration/journal${query}`,
  auditCsv: (query = '') => `/administration/journal.csv${query}`,
  ownActivity: (query = '') => `/compte/activite${query}`,
  ownActivityCsv: () => '/compte/activite.csv',
}
