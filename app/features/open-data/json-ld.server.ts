import { materialRecords, UNCEFACT } from './records.server'
import type { DatasetId } from './model/datasets'
import type {
  CommuneRecord,
  FactorRecord,
  HandoverRecord,
  LotRecord,
  MaterialRecord,
  NeedRecord,
  UnitRecord,
} from './schema'

/** A thing described with the words of schema.org, version 29. */
export type Node = Record<string, unknown>

const FRENCH_NAMES = new Map<string, string>(materialRecords().map((one) => [one.material, one.name_fr]))

type Placed = { commune_code: string; commune_name: string; lat: number; lon: number }

function placeNode({ commune_code, commune_name, lat, lon }: Placed): Node {
  return {
    '@type': 'City',
    name: commune_name,
    identifier: commune_code,
    address: { '@type': 'PostalAddress', addressLocality: commune_name, addressCountry: 'FR' },
    geo: { '@type': 'GeoCoordinates', latitude: lat, longitude: lon },
  }
}

function amountNode(value: number, unitCode: string): Node {
  return { '@type': 'QuantitativeValue', value, unitCode }
}

/** A lot as a product with its offer, for search engines and for reuse. */
export function lotNode(lot: LotRecord): Node {
  return {
    '@type': 'Product',
    '@id': lot.url,
    url: lot.url,
    name: lot.title,
    ...(lot.description && { description: lot.description }),
    sku: lot.reference,
    category: FRENCH_NAMES.get(lot.material),
    itemCondition: 'https://schema.org/UsedCondition',
    ...(lot.photos.length > 0 && { image: lot.photos }),
    ...(lot.mass_kg !== null && { weight: amountNode(lot.mass_kg, UNCEFACT.kg) }),
    offers: {
      '@type': 'Offer',
      url: lot.url,
      price: lot.unit_price_eur,
      priceCurrency: 'EUR',
      availability: 'https://schema.org/InStock',
      availabilityStarts: lot.available_from,
      availabilityEnds: lot.leaves_on,
      inventoryLevel: amountNode(lot.available, UNCEFACT[lot.unit]),
      priceSpecification: {
        '@type': 'UnitPriceSpecification',
        price: lot.unit_price_eur,
        priceCurrency: 'EUR',
        valueAddedTaxIncluded: false,
        referenceQuantity: amountNode(1, UNCEFACT[lot.unit]),
      },
      seller: { '@type': 'Organization', name: lot.organisation },
      availableAtOrFrom: placeNode(lot),
    },
  }
}

function needNode(need: NeedRecord): Node {
  return {
    '@type': 'Demand',
    '@id': need.url,
    url: need.url,
    name: need.title,
    ...(need.description && { description: need.description }),
    category: FRENCH_NAMES.get(need.material),
    itemCondition: 'https://schema.org/UsedCondition',
    availabilityStarts: need.needed_from,
    availabilityEnds: need.needed_until,
    eligibleQuantity: amountNode(need.still_wanted, UNCEFACT[need.unit]),
    ...(need.budget_unit_eur !== null && { price: need.budget_unit_eur, priceCurrency: 'EUR' }),
    seller: { '@type': 'Organization', name: need.organisation },
    areaServed: {
      '@type': 'GeoCircle',
      geoMidpoint: { '@type': 'GeoCoordinates', latitude: need.lat, longitude: need.lon },
      geoRadius: need.radius_km * 1000,
    },
  }
}

function handoverNode(figure: HandoverRecord): Node {
  return {
    '@type': 'Observation',
    name: `${FRENCH_NAMES.get(figure.material) ?? figure.material}, ${figure.commune_name}, ${figure.month}`,
    observationDate: figure.month,
    observationAbout: placeNode(figure),
    variableMeasured: { '@type': 'StatisticalVariable', name: 'handed_over_kg' },
    value: figure.handed_over_kg,
    unitCode: UNCEFACT.kg,
  }
}

function communeNode(commune: CommuneRecord): Node {
  return {
    ...placeNode(commune),
    ...(commune.territory_name && {
      containedInPlace: { '@type': 'AdministrativeArea', name: commune.territory_name },
    }),
  }
}

function materialNode(one: MaterialRecord): Node {
  return {
    '@type': 'DefinedTerm',
    termCode: one.material,
    name: [
      { '@language': 'fr', '@value': one.name_fr },
      { '@language': 'en', '@value': one.name_en },
    ],
    ...(one.unit !== null && {
      additionalProperty: {
        '@type': 'PropertyValue',
        name: 'kg_per_unit',
        value: one.kg_per_unit,
        unitCode: UNCEFACT.kg,
        referenceQuantity: amountNode(1, UNCEFACT[one.unit]),
        description: one.mass_source,
      },
    }),
  }
}

function unitNode(one: UnitRecord): Node {
  return {
    '@type': 'DefinedTerm',
    termCode: one.unit,
    name: [
      { '@language': 'fr', '@value': one.name_fr },
      { '@language': 'en', '@value': one.name_en },
    ],
    identifier: one.uncefact_code,
  }
}

function factorNode(factor: FactorRecord): Node {
  return {
    '@type': 'PropertyValue',
    name: factor.material,
    value: factor.kg_co2e_per_kg,
    unitText: 'kgCO2e/kg',
    isBasedOn: `${factor.source} (${factor.source_year}), ${factor.source_row}`,
  }
}

/** How each record of a dataset is said with the words of schema.org. */
export const NODE_OF: Record<DatasetId, (record: never) => Node> = {
  lots: lotNode,
  besoins: needNode,
  remises: handoverNode,
  communes: communeNode,
  matieres: materialNode,
  unites: unitNode,
  facteurs: factorNode,
}
