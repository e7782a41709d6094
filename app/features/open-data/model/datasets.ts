/** What is published, by the name that addresses give it: French, short, never changed. */
export const DATASETS = ['lots', 'besoins', 'remises', 'communes', 'matieres', 'unites', 'facteurs'] as const
export type DatasetId = (typeof DATASETS)[number]

export const FORMATS = ['csv', 'geojson', 'jsonld'] as const
export type Format = (typeof FORMATS)[number]

export type Licence = { name: string; spdx: string; url: string }

const OPEN_LICENCE: Licence = {
  name: 'Licence Ouverte 2.0',
  spdx: 'etalab-2.0',
  url: 'https://spdx.org/licenses/etalab-2.0',
}
const OPEN_GOVERNMENT: Licence = {
  name: 'Open Government Licence v3.0',
  spdx: 'OGL-UK-3.0',
  url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
}

/** Whose work is inside a dataset beside ours, as decision 009 lists it. */
export type Source = 'communes' | 'points' | 'factors' | 'masses'

export type DatasetFacts = {
  licence: Licence
  sources: readonly Source[]
  formats: readonly Format[]
  /** How often it changes, in the words of the EU's list of frequencies. */
  frequency: 'CONT' | 'DAILY' | 'IRREG'
}

const PLACED: readonly Source[] = ['communes', 'points']

/** What of a dataset does not depend on its rows. */
export const FACTS = {
  lots: { licence: OPEN_LICENCE, sources: PLACED, formats: FORMATS, frequency: 'CONT' },
  besoins: { licence: OPEN_LICENCE, sources: PLACED, formats: FORMATS, frequency: 'CONT' },
  remises: {
    licence: OPEN_LICENCE,
    sources: ['communes', 'points', 'factors'],
    formats: FORMATS,
    frequency: 'CONT',
  },
  communes: { licence: OPEN_LICENCE, sources: PLACED, formats: FORMATS, frequency: 'IRREG' },
  matieres: {
    licence: OPEN_LICENCE,
    sources: ['masses'],
    formats: ['csv', 'jsonld'],
    frequency: 'IRREG',
  },
  unites: { licence: OPEN_LICENCE, sources: [], formats: ['csv', 'jsonld'], frequency: 'IRREG' },
  facteurs: {
    licence: OPEN_GOVERNMENT,
    sources: ['factors'],
    formats: ['csv', 'jsonld'],
    frequency: 'IRREG',
  },
} as const satisfies Record<DatasetId, DatasetFacts>

export function isDataset(text: string): text is DatasetId {
  return (DATASETS as readonly string[]).includes(text)
}

/** A dataset and a format from the name of a file, such as `lots.csv`; null when there is no such file. */
export function readFileName(name: string): { dataset: DatasetId; format: Format | 'schema.json' } | null {
  const [, dataset = '', ending = ''] = /^([a-z]+)\.(csv|geojson|jsonld|schema\.json)$/.exec(name) ?? []
  if (!isDataset(dataset)) return null
  if (ending === 'schema.json') return { dataset, format: ending }
  const format = FACTS[dataset].formats.find((one) => one === ending)
  return format ? { dataset, format } : null
}
