/** The demo's one-click accounts. `.example` is reserved (RFC 2606): no such address can belong to anyone. */
export const DEMO_EMAILS: readonly string[] = [
  'agent@demo.gisement.example',
  'chantier@demo.gisement.example',
  'entreprise@demo.gisement.example',
  'metropole@demo.gisement.example',
]
