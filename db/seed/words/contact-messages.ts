/** What the demo's visitors wrote to the operator, and how many days ago. */
export const CONTACT_MESSAGES = [
  {
    daysAgo: 1,
    name: 'Odile Marchand',
    email: 'odile.marchand@courrier.example',
    topic: 'accessibility',
    text: 'Sur la page de ma commune, mon lecteur d’écran ne lit pas bien les étiquettes de l’entonnoir. Le tableau, lui, va très bien.',
    path: '/communes/93048',
    isHandled: false,
  },
  {
    daysAgo: 3,
    name: 'Bastien Roche',
    email: 'b.roche@ecole-du-bois.example',
    topic: 'question',
    text: 'Notre lycée professionnel peut-il reprendre du parquet pour ses ateliers, et sous quelle forme d’organisation nous inscrire ?',
    path: '/inscription',
    isHandled: false,
  },
  {
    daysAgo: 12,
    name: 'Inès Caron',
    email: 'ines.caron@courrier.example',
    topic: 'data',
    text: 'Je quitte mon entreprise : comment transmettre nos chantiers à ma collègue ?',
    path: '/organisation',
    isHandled: true,
  },
] as const
