import type { MaterialType } from '~/core/material-types'

/**
 * How French and English bills name materials: phrases by material, as written in the singular, without accents, with a
 * hyphen as a space and without «de», «en»… A word also matches its plural and feminine (`recognise-material.ts`).
 * The product's own list, made from the usual headings of trades; what it does not hold is left to a person.
 */
export const WORDING: Record<Exclude<MaterialType, 'other'>, readonly string[]> = {
  concrete: [
    'beton, parpaing, agglo, moellon beton, bloc beton, bloc beton cellulaire, beton cellulaire, siporex',
    'predalle, dalle beton, dalle alveolaire, hourdis, longrine, prelinteau beton, bordure beton, pave beton',
    'concrete, concrete block, breeze block',
  ],
  brick: ['brique, briquette, plaquette parement brique, parement brique, brick'],
  stone: [
    'pierre, pierre taille, granit, granite, marbre, calcaire, ardoise sol, gres naturel, moellon, meuliere',
    'pave, pave gres, pave granit, pave pierre, dallage pierre, bordure granit, dalle granit, dalle pierre, dalle marbre',
    'stone, paving stone, marble, cobble',
  ],
  'roof-tile': [
    'tuile, ardoise, couverture tuile, couverture ardoise, tuile mecanique, tuile plate, roof tile, slate',
  ],
  'structural-timber': [
    'charpente bois, charpente, ferme bois, poutre bois, poutre chene, poutre, solive, chevron, panne bois, bastaing, madrier, lamelle colle',
    'ossature bois, montant bois, poteau bois, bois charpente, bois structure, clt, bois lamelle, timber, beam timber, joist, rafter',
  ],
  'structural-steel': [
    'charpente metallique, charpente acier, ossature metallique, poutrelle, poutrelle acier, poutre acier, poutre metallique',
    'ipe, ipn, hea, heb, hem, upn, profile acier, poteau acier, poteau metallique, steel beam, steel frame',
  ],
  'other-metal': [
    'bardage metallique, bac acier, bardage acier, tole, zinc, cuivre, cuivre rouge, aluminium, inox, fonte',
    'caillebotis, couvertine, metal, steel sheet, cladding',
  ],
  window: [
    'fenetre, porte fenetre, chassis, chassis vitre, chassis fixe, baie vitree, baie coulissante, double vitrage, vitrage, vitrine',
    'mur rideau, velux, fenetre toit, verriere, menuiserie exterieure, menuiserie aluminium, menuiserie pvc, window, glazing',
  ],
  door: [
    'porte, bloc porte, porte coupe feu, porte palier, porte palière, vantail, huisserie, porte coulissante, porte pare flamme',
    'trappe acces, door, door set, fire door',
  ],
  'partition-board': [
    'cloison, cloison amovible, cloison vitree, cloison demontable, cloison amovible vitree, cloison bureau, cloison sanitaire, contre cloison',
    'plaque platre, placo, placoplatre, ba13, ba 13, carreau platre, doublage, fermacell, panneau osb, osb',
    'partition, plasterboard, drywall',
  ],
  ceiling: [
    'faux plafond, plafond suspendu, plafond, dalle plafond, dalle faux plafond, dalle minerale, dalle acoustique, baffle acoustique, ilot acoustique',
    'bac metallique plafond, ceiling, ceiling tile, suspended ceiling',
  ],
  'raised-floor': [
    'faux plancher, plancher technique, plancher sureleve, dalle plancher technique, dalle faux plancher, verin plancher, raised floor, access floor',
  ],
  'wood-floor': [
    'parquet, parquet chene, parquet massif, parquet contrecolle, plancher bois, plancher chene, plancher, lame terrasse, terrasse bois, lame parquet',
    'lambourde, platelage bois, plinthe bois, plinthe chene, plinthe, wood floor, wooden floor, hardwood floor, decking',
  ],
  'soft-floor': [
    'moquette, dalle moquette, sol souple, sol pvc, lino, linoleum, revetement sol souple, dalle pvc, dalle caoutchouc, caoutchouc, sol caoutchouc',
    'lame pvc, lame vinyle, vinyle, sol vinyle, jonc mer, sisal, gazon synthetique, carpet, carpet tile, vinyl, rubber floor',
  ],
  'ceramic-tile': [
    'carrelage, carreau, faience, gres cerame, gres, carreau ciment, plinthe carrelage, mosaique, terre cuite, tomette, carreau gres',
    'ceramic tile, tile, tiling, wall tile, floor tile',
  ],
  insulation: [
    'isolation, isolant, laine verre, laine roche, laine minerale, laine bois, fibre bois, ouate cellulose, polystyrene, polyurethane, liege',
    'panneau isolant, isolation thermique, isolation phonique, pse, xps, insulation, glass wool, rock wool, mineral wool',
  ],
  sanitary: [
    'wc, cuvette, cuvette wc, pack wc, toilette, lavabo, vasque, evier, urinoir, receveur, receveur douche, douche, baignoire, lave main, lave mains',
    'robinet, robinetterie, mitigeur, meuble vasque, bati support, miroir, sanitaire, appareil sanitaire, seche main, seche mains',
    'sink, washbasin, toilet, shower, bathtub, urinal, tap',
  ],
  'hvac-plumbing': [
    'radiateur, chaudiere, convecteur, ventilo convecteur, gaine ventilation, gaine, cta, centrale traitement air, vmc, bouche extraction, bouche soufflage',
    'pompe chaleur, climatiseur, climatisation, cassette climatisation, ballon eau chaude, chauffe eau, cumulus, tuyau, canalisation, tube cuivre, tube acier, diffuseur air',
    'radiator, boiler, air handling unit, duct, pipe, heat pump, water heater',
  ],
  electrical: [
    'luminaire, pave led, dalle led, spot, spot led, applique, reglette, hublot, projecteur, suspension lumineuse, bloc secours, baes, bloc autonome eclairage',
    'chemin cable, cable, cable electrique, goulotte, prise, prise courant, interrupteur, tableau electrique, armoire electrique, coffret electrique, eclairage, lampadaire',
    'light fitting, luminaire led, cable tray, socket, switch, lighting',
  ],
  furniture: [
    'mobilier, meuble, bureau, table, chaise, fauteuil, armoire, etagere, rayonnage, placard, vestiaire, casier, plan travail, banque accueil, cuisine, comptoir',
    'garde corps, main courante, rampe, grille, cloture, portail, portillon, escalier metallique, serrurerie, banc, jardiniere, potelet, corbeille, portique velo, arceau velo, store, tableau blanc',
    'furniture, desk, chair, cupboard, shelf, railing, handrail, fence, gate, bench',
  ],
}

/** Words that a wording is read without: articles and prepositions. */
export const SMALL_WORDS = new Set(
  'de du des d la le les l un une en a au aux et ou pour par sur sous avec sans y compris of the a an in on for and with'.split(
    ' ',
  ),
)
