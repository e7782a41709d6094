import { paths } from '~/core/paths'
import { FACTS, DATASETS, type DatasetId, type Format } from '~/features/open-data/model/datasets'
import { stateOf } from '~/features/open-data/datasets.server'
import { translator, type KeyOf, type MessagesOf } from '~/messages/catalogue'
import { openData } from '~/messages/open-data'
import { env } from '~/platform/env.server'
import { API_VERSION } from './api/openapi.server'
import { operator } from './operator.server'

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

const EU = 'http://publications.europa.eu/resource/authority'
const FILES: Record<Format, { media: string; euType: string }> = {
  csv: { media: 'text/csv', euType: 'CSV' },
  geojson: { media: 'application/geo+json', euType: 'GEOJSON' },
  jsonld: { media: 'application/ld+json', euType: 'JSON_LD' },
}
/** EU data themes: environment, economy, regions and cities. */
const THEMES = ['ENVI', 'ECON', 'REGI'].map((theme) => ref(`${EU}/data-theme/${theme}`))

/** The catalogue of the open data for portals that harvest it (DCAT-AP 3, JSON-LD). */
export async function dcatCatalogue() {
  const home = env().publicUrl + paths.openData()
  const datasets = await Promise.all(DATASETS.map(datasetNode))
  return {
    '@context': CONTEXT,
    '@graph': [
      {
        '@id': home,
        '@type': 'dcat:Catalog',
        'dct:title': inBoth('catalogueTitle'),
        'dct:description': inBoth('lead'),
        'dct:publisher': ref(publisherId()),
        'dct:language': [ref(`${EU}/language/FRA`), ref(`${EU}/language/ENG`)],
        'dct:license': ref(FACTS.lots.licence.url),
        'foaf:homepage': ref(home),
        'dcat:themeTaxonomy': ref(`${EU}/data-theme`),
        'dcat:dataset': DATASETS.map((dataset) => ref(datasetId(dataset))),
        'dcat:service': ref(env().publicUrl + paths.apiV1()),
      },
      publisherNode(),
      serviceNode(),
      ...datasets,
    ],
  }
}

async function datasetNode(dataset: DatasetId) {
  const { licence, formats, frequency } = FACTS[dataset]
  const { atMs } = await stateOf(dataset)
  const page = env().publicUrl + paths.openData(dataset)
  return {
    '@id': datasetId(dataset),
    '@type': 'dcat:Dataset',
    'dct:identifier': `gisement-${dataset}`,
    'dct:title': inBoth(`dataset.${dataset}.title`),
    'dct:description': inBoth(`dataset.${dataset}.text`),
    'dct:publisher': ref(publisherId()),
    'dcat:contactPoint': {
      '@type': 'vcard:Organization',
      'vcard:fn': publisherName(),
      'vcard:hasURL': ref(env().publicUrl + paths.contact()),
    },
    'dcat:landingPage': ref(page),
    'dct:conformsTo': ref(env().publicUrl + paths.openDataFile(`${dataset}.schema.json`)),
    'dct:spatial': { '@type': 'dct:Location', 'dct:identifier': '200054781' },
    'dct:accrualPeriodicity': ref(`${EU}/frequency/${frequency}`),
    'dct:accessRights': ref(`${EU}/access-right/PUBLIC`),
    'dcat:theme': THEMES,
    'dcat:keyword': KEYWORDS,
    ...(atMs !== null && {
      'dct:modified': { '@type': 'xsd:dateTime', '@value': new Date(atMs).toISOString() },
    }),
    'dcat:distribution': formats.map((format) => distributionNode(dataset, format, licence.url)),
  }
}

function distributionNode(dataset: DatasetId, format: Format, licence: string) {
  const file = env().publicUrl + paths.openDataFile(`${dataset}.${format}`)
  const { media, euType } = FILES[format]
  return {
    '@id': file,
    '@type': 'dcat:Distribution',
    'dct:title': `${translator('fr', openData)(`dataset.${dataset}.title`)} (${translator('fr', openData)(`format.${format}`)})`,
    'dcat:accessURL': ref(file),
    'dcat:downloadURL': ref(file),
    'dcat:mediaType': ref(`https://www.iana.org/assignments/media-types/${media}`),
    'dct:format': ref(`${EU}/file-type/${euType}`),
    'dct:license': ref(licence),
  }
}

function serviceNode() {
  return {
    '@id': env().publicUrl + paths.apiV1(),
    '@type': 'dcat:DataService',
    'dct:title': inBoth('apiLink'),
    'dct:identifier': `gisement-api-${API_VERSION}`,
    'dcat:endpointURL': ref(env().publicUrl + paths.apiV1()),
    'dcat:endpointDescription': ref(env().publicUrl + paths.apiDescription()),
    'dct:license': ref(FACTS.lots.licence.url),
    'dcat:servesDataset': DATASETS.map((dataset) => ref(datasetId(dataset))),
  }
}

function publisherNode() {
  return { '@id': publisherId(), '@type': 'foaf:Agent', 'foaf:name': publisherName() }
}

const KEYWORDS = ['réemploi', 'matériaux de construction', 'économie circulaire', 'bâtiment', 'déchets']

function publisherName(): string {
  return operator().name ?? translator('fr', openData)('publisherUnknown')
}

function publisherId(): string {
  return `${env().publicUrl}${paths.legal()}#operator`
}

function datasetId(dataset: DatasetId): string {
  return `${env().publicUrl}${paths.openData(dataset)}`
}

type Text = KeyOf<MessagesOf<typeof openData>>

function inBoth(key: Text) {
  return (['fr', 'en'] as const).map((locale) => {
    const t = translator(locale, openData) as unknown as (key: string) => string
    return { '@language': locale, '@value': t(key) }
  })
}

function ref(id: string) {
  return { '@id': id }
}
