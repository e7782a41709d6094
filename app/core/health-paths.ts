/** The URLs of what is watched of the service; part of `paths`. */
export const healthPaths = {
  health: (query = '') => `/administration/sante${query}`,
  vitalsCsv: () => '/administration/sante/vitesse.csv',
  tellVitals: () => '/mesures/vitesse',
}
