import { toCsv } from '~/http/csv.server'
import { download } from '~/http/replies.server'

const HEADS = [
  'Catégorie',
  'Produit',
  'Quantité',
  'Unité',
  'Masse (kg)',
  'Réemployable (%)',
  'État',
  'Dimensions',
  'Assemblage',
  'Localisation',
  'Préconisation',
  'Précautions',
  'Code déchet',
  'Filière',
] as const

const ROWS = [
  'Cloisons;Cloison amovible vitrée;48;m²;1 680;80 %;Bon;h 2,60 m;Clipsée sur rails;R+2, plateau nord;Repose en bureaux;Vitrages à emballer;;',
  'Portes;Bloc-porte coupe-feu EI30;12;u;720;oui;Très bon;93 × 204 cm;Scellée;R+1 et R+2;Réemploi avec procès-verbal;Garder les ferme-portes;;',
  'Sols;Dalle moquette 50×50;350;m²;;60 %;Moyen;50 × 50 cm;Collée à la poix;R+1;Nettoyage avant repose;;;',
  'Chauffage;Radiateur fonte;9;u;540;oui;Bon;h 80 cm;Sur consoles;Rez-de-chaussée;;Purger avant dépose;;',
  'Plafonds;Faux plafond 600×600;420;m²;;non;Mauvais;60 × 60 cm;Ossature apparente;R+1;;;;',
  'Serrurerie;Garde-corps métallique;35;ml;610;oui;Bon;h 1,02 m;Vissé;Escalier principal;;;;',
  'Déchets;Gravats de béton;;;12 500;;;;;;;;17 01 01;Recyclage en granulats',
  'Déchets;Bois traité;;;850;;;;;;;;17 02 01;Panneaux de particules',
].map((line) => line.split(';'))

/** An example of what can be imported, written for this product. */
export function loader() {
  const body = toCsv(
    HEADS.map((header, at) => ({ header, cell: (row: string[]) => row[at] ?? '' })),
    ROWS,
  )
  return download(body, 'exemple-inventaire.csv', 'text/csv')
}
