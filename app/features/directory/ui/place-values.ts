/** The answers of the form of an entry, as it holds them. */
export type PlaceValues = {
  kind: string
  name: string
  communeCode: string
  address: string
  lat: string
  lon: string
  positionIsRight: string
  materials: string[]
  services: string[]
  hours: string
  conditions: string
  website: string
  phone: string
  email: string
  siret: string
}
