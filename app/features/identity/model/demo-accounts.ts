export type DemoRole = 'giver' | 'taker' | 'agent' | 'admin'

/** The demo's one-click accounts. `.example` is reserved (RFC 2606): no such address can belong to anyone. */
export const DEMO_ACCOUNTS: readonly { email: string; role: DemoRole }[] = [
  { email: 'chantier@demo.gisement.example', role: 'giver' },
  { email: 'entreprise@demo.gisement.example', role: 'taker' },
  { email: 'commune@demo.gisement.example', role: 'agent' },
  { email: 'metropole@demo.gisement.example', role: 'admin' },
]

export function demoRoleOf(email: string): DemoRole | null {
  return DEMO_ACCOUNTS.find((account) => account.email === email)?.role ?? null
}
