/** What the administration of a commune is called: «Ville du Bourget», «Ville d’Aubervilliers», «Ville de Sceaux». */
export function townHallName(commune: string): string {
  if (commune.startsWith('Le ')) return `Ville du ${commune.slice(3)}`
  if (commune.startsWith('Les ')) return `Ville des ${commune.slice(4)}`
  return /^[AEIOUYÀÂÉÈÊÎÔÛ]/.test(commune) ? `Ville d’${commune}` : `Ville de ${commune}`
}
