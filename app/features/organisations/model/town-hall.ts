import { ofName } from '~/core/french-names'

/** What the administration of a commune is called: «Ville du Bourget», «Ville d’Aubervilliers», «Ville de Sceaux». */
export function townHallName(commune: string): string {
  return `Ville ${ofName(commune)}`
}
