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
    'dalle pleine, dalle ba, dalle gravillonnee, dallette beton, chape, chape ciment, voile beton, voile ba, mur ba, poteau ba, poutre ba, agglomere, agglomere plein, caniveau beton',
    'escalier beton, marche beton, acrotere beton, refend beton, plancher beton, plancher hourdis, plancher collaborant, corniche beton, allege beton, ba',
  ],
  brick: [
    'brique, briquette, plaquette parement brique, parement brique, brick',
    'galandage, galandage brique, boisseau terre cuite, briqueterie, conduit brique, allege brique, mur brique, brique refractaire',
  ],
  stone: [
    'pierre, pierre taille, granit, granite, marbre, calcaire, ardoise sol, gres naturel, moellon, meuliere',
    'pave, pave gres, pave granit, pave pierre, dallage pierre, bordure granit, dalle granit, dalle pierre, dalle marbre',
    'stone, paving stone, marble, cobble',
    'comblanchien, seuil pierre, seuil granit, seuil comblanchien, appui pierre, appui fenetre pierre, appui fenetre granit, marche pierre, marche granit, parement pierre, meuliere, travertin',
    'cheminee marbre, cheminee pierre, lauze, basalte, schiste, opus incertum, pierre agrafee, pierre bleue',
  ],
  'roof-tile': [
    'tuile, ardoise, couverture tuile, couverture ardoise, tuile mecanique, tuile plate, roof tile, slate',
    'tuile canal, tuile faitiere, faitiere, tuile beton, couverture fibrociment ardoise',
  ],
  'structural-timber': [
    'charpente bois, charpente, ferme bois, poutre bois, poutre chene, poutre, solive, chevron, panne bois, bastaing, madrier, lamelle colle',
    'ossature bois, montant bois, poteau bois, bois charpente, bois structure, clt, bois lamelle, timber, beam timber, joist, rafter',
    'fermette, ferme, poteau chene, poutre sapin, solive bois, chevron bois, lambris, bardage bois, panneau clt, mur ossature bois, coffrage bois, planche, tasseau, volige, latte, lame bardage bois',
  ],
  'structural-steel': [
    'charpente metallique, charpente acier, ossature metallique, poutrelle, poutrelle acier, poutre acier, poutre metallique',
    'ipe, ipn, hea, heb, hem, upn, profile acier, poteau acier, poteau metallique, steel beam, steel frame',
    'panne acier, panne metallique, portique metallique, portique acier, poutre treillis, treillis acier, solive metallique, solive acier, solive ipn, solive ipe, poteau tubulaire, cornier, cornier acier, structure metallique, structure acier, profile metallique, tube acier carre, palplanche',
  ],
  'other-metal': [
    'bardage metallique, bac acier, bardage acier, tole, zinc, cuivre, cuivre rouge, aluminium, inox, fonte',
    'caillebotis, couvertine, metal, steel sheet, cladding',
    'bardage, bardage zinc, bardage aluminium, cassette metallique, cassette facade, gouttiere, descente ep, descente eau pluviale, cheneau, platelage acier, platelage metallique, tole larmee, tole ondulee, resille metallique, metallerie, couverture acier, couverture zinc, couverture bac acier, couverture cuivre, panneau sandwich, laiton, plomb, acier',
  ],
  window: [
    'fenetre, porte fenetre, chassis, chassis vitre, chassis fixe, baie vitree, baie coulissante, double vitrage, vitrage, vitrine',
    'mur rideau, velux, fenetre toit, verriere, menuiserie exterieure, menuiserie aluminium, menuiserie pvc, window, glazing',
    'lanterneau, lanternaux, desenfumage, coupole, volet, volet roulant, volet battant, persienne, brise soleil, vitre, verre, verre feuillete, verre trempe, menuiserie bois, menuiserie alu, menuiserie acier, ensemble menuise, facade rideau, facade vitree, imposte vitre, menuiserie ext, fenetre de toit, survitrage, pare soleil',
  ],
  door: [
    'porte, bloc porte, porte coupe feu, porte palier, porte palière, vantail, huisserie, porte coulissante, porte pare flamme',
    'trappe acces, door, door set, fire door',
    'porte vitre, porte automatique, porte sectionnelle, porte placard, porte garage, porte cave, bp, bp cf, blocs portes, rideau metallique, rideau fer, portillon interieur, trappe visite, trappe, trappe desenfumage, trappe cf, ferme porte, quincaillerie porte, serrure, chambranle, porte va vient, sas vitre',
  ],
  'partition-board': [
    'cloison, cloison amovible, cloison vitree, cloison demontable, cloison amovible vitree, cloison bureau, cloison sanitaire, contre cloison',
    'plaque platre, placo, placoplatre, ba13, ba 13, carreau platre, doublage, fermacell, panneau osb, osb',
    'partition, plasterboard, drywall',
    'cloison modulaire, cloison mobile, cloison plaque platre, cloison stratifie, cloison bois, mur mobile, contreplaque, panneau contreplaque, panneau bois, panneau melamine, panneau mdf, mdf, medium, agglo bois, panneau agglomere, habillage bois, habillage mural, plaque fermacell, contre cloison placo, parement bois, panneau mural, claustra, panneau stratifie, panneau compact, plaque cimentee, plaque fibrociment',
  ],
  ceiling: [
    'faux plafond, plafond suspendu, plafond, dalle plafond, dalle faux plafond, dalle minerale, dalle acoustique, baffle acoustique, ilot acoustique',
    'bac metallique plafond, ceiling, ceiling tile, suspended ceiling',
    'dalle fp, fp, fx plafond, plafond tendu, plafond bois, plafond platre, plafond metallique, staff, ossature plafond, ossature faux plafond, ossature t24, ossature t15, bac plafond, bac metallique perfore, panneau acoustique, ilot acoustique, baffle, lame plafond, resille plafond, plenum, rosace platre, corniche platre',
  ],
  'raised-floor': [
    'faux plancher, plancher technique, plancher sureleve, dalle plancher technique, dalle faux plancher, verin plancher, raised floor, access floor',
    'fx plancher, faux plancher technique, dalle technique, plancher modulaire, dalle plancher sureleve, verin',
  ],
  'wood-floor': [
    'parquet, parquet chene, parquet massif, parquet contrecolle, plancher bois, plancher chene, plancher, lame terrasse, terrasse bois, lame parquet',
    'lambourde, platelage bois, plinthe bois, plinthe chene, plinthe, wood floor, wooden floor, hardwood floor, decking',
    'stratifie, sol stratifie, parquet stratifie, parquet flottant, plancher stratifie, parquet bambou, sol bois, lame bois, lame parquet, lame plancher, caillebotis bois, pave bois, estrade bois, escalier bois, marche bois, terrasse, deck',
  ],
  'soft-floor': [
    'moquette, dalle moquette, sol souple, sol pvc, lino, linoleum, revetement sol souple, dalle pvc, dalle caoutchouc, caoutchouc, sol caoutchouc',
    'lame pvc, lame vinyle, vinyle, sol vinyle, jonc mer, sisal, gazon synthetique, carpet, carpet tile, vinyl, rubber floor',
    'lvt, dalle lvt, lame lvt, dalle plombante, dalle vinyle, sol lino, sol textile, sol plastique, sol souple pvc, tapis, tapis sol, tapis entree, tapis brosse, paillasson, revetement sol, revetement sol pvc, revetement sol textile, gerflex, marmoleum, pvc sol, pvc le, sol resine caoutchouc, aiguillete, sol sport',
  ],
  'ceramic-tile': [
    'carrelage, carreau, faience, gres cerame, gres, carreau ciment, plinthe carrelage, mosaique, terre cuite, tomette, carreau gres',
    'ceramic tile, tile, tiling, wall tile, floor tile',
    'pate verre, gres emaille, gres etire, carrelage mural, carrelage sol, carreau faience, carreau terre cuite, zellige, emaux, plinthe gres, plinthe faience, ceramique',
  ],
  insulation: [
    'isolation, isolant, laine verre, laine roche, laine minerale, laine bois, fibre bois, ouate cellulose, polystyrene, polyurethane, liege',
    'panneau isolant, isolation thermique, isolation phonique, pse, xps, insulation, glass wool, rock wool, mineral wool',
    'calorifuge, ite, bardage isolant, panneau liege, panneau laine, panneau polystyrene, panneau polyurethane, laine chanvre, laine mouton, chanvre, foamglas, verre cellulaire, isolant mince, isolant biosource, flocage, isolation toiture, rouleau laine, perlite, feutre isolant',
  ],
  sanitary: [
    'wc, cuvette, cuvette wc, pack wc, toilette, lavabo, vasque, evier, urinoir, receveur, receveur douche, douche, baignoire, lave main, lave mains',
    'robinet, robinetterie, mitigeur, meuble vasque, bati support, miroir, sanitaire, appareil sanitaire, seche main, seche mains',
    'sink, washbasin, toilet, shower, bathtub, urinal, tap',
    'lave main, bac douche, cabine douche, paroi douche, mitigeur lavabo, mitigeur douche, vidoir, bidet, timbre office, auge, auge lavabo, reservoir chasse, chasse eau, abattant, barre relevage, barre appui, barre maintien, accessoire sanitaire, distributeur savon, distributeur papier, bloc sanitaire, evier inox, plan vasque, colonne lavabo, meuble sous evier, pissoir, wc suspendu, wc sur pied, robinet temporise, fontaine eau',
  ],
  'hvac-plumbing': [
    'radiateur, chaudiere, convecteur, ventilo convecteur, gaine ventilation, gaine, cta, centrale traitement air, vmc, bouche extraction, bouche soufflage',
    'pompe chaleur, climatiseur, climatisation, cassette climatisation, ballon eau chaude, chauffe eau, cumulus, tuyau, canalisation, tube cuivre, tube acier, diffuseur air',
    'radiator, boiler, air handling unit, duct, pipe, heat pump, water heater',
    'robinet thermostatique, robinet radiateur, vanne, grille soufflage, grille reprise, grille ventilation, grille extraction, grille air, grille diffusion, diffuseur, extracteur, ventilateur, caisson ventilation, caisson extraction, cassette clim, cassette, clim, split, unite interieure, unite exterieure, groupe froid, groupe exterieur, seche serviette, ballon, ballon ecs, ballon tampon, circulateur, pompe, echangeur, bruleur, aerotherme, rideau air chaud, reseau cuivre, reseau chauffage, reseau ventilation, reseau aeraulique',
    'tuyauterie, tube, tube pvc, tube per, tube fonte, gaine galvanise, gaine circulaire, gaine rectangulaire, gaine souple, conduit ventilation, bouche ventilation, bouche vmc, clapet coupe feu, volet desenfumage, tourelle, sous station, vase expansion, poutre froide, panneau rayonnant, plancher chauffant, adoucisseur, sprinkler, sprinkleur, tete sprinkler, ria, compteur eau, cuve fioul, cuve, poele, insert, foyer ferme',
  ],
  electrical: [
    'luminaire, pave led, dalle led, spot, spot led, applique, reglette, hublot, projecteur, suspension lumineuse, bloc secours, baes, bloc autonome eclairage',
    'chemin cable, cable, cable electrique, goulotte, prise, prise courant, interrupteur, tableau electrique, armoire electrique, coffret electrique, eclairage, lampadaire',
    'light fitting, luminaire led, cable tray, socket, switch, lighting',
    'downlight, dalle led, bloc autonome, bloc autonome eclairage securite, bloc secours, armoire tgbt, armoire electrique, armoire divisionnaire, tgbt, td, tableau divisionnaire, baie informatique, baie brassage, baie serveur, rack informatique, prise rj45, prise electrique, appareillage, appareillage electrique, detecteur, detecteur presence, detecteur incendie, detecteur fumee, camera, interphone, visiophone, alarme, centrale incendie, centrale alarme, sirene, disjoncteur, onduleur, transformateur, groupe electrogene, panneau photovoltaique, panneau solaire, borne recharge',
    'tube fluorescent, tube neon, neon, ampoule, lampe, suspension, lustre, candelabre, mat eclairage, plafonnier, rail led, rail eclairage, spot encastre, luminaire encastre, luminaire suspendu, plinthe electrique, moulure electrique, colonne electrique, nourrice electrique, boite sol, boitier sol, controle acces, lecteur badge, horloge, ecran, videoprojecteur, bras candelabre, fil electrique, parafoudre',
  ],
  furniture: [
    'mobilier, meuble, bureau, table, chaise, fauteuil, armoire, etagere, rayonnage, placard, vestiaire, casier, plan travail, banque accueil, cuisine, comptoir',
    'garde corps, main courante, rampe, grille, cloture, portail, portillon, escalier metallique, serrurerie, banc, jardiniere, potelet, corbeille, portique velo, arceau velo, store, tableau blanc',
    'furniture, desk, chair, cupboard, shelf, railing, handrail, fence, gate, bench',
    'mobilier bureau, rack, rack velo, range velo, abri velo, abri, poste travail, bench, caisson, caisson bureau, caisson mobile, siege, tabouret, canape, banquette, lit, matelas, commode, bibliotheque, presentoir, vitrine expo, tribune, gradin, strapontin, pupitre, estrade, tableau ecole, tableau affichage, paravent, rideau, voilage, rayonnage archive, rayonnage metallique, etabli, coffre fort, boite aux lettres, boite lettre, meuble cuisine, meuble haut, meuble bas, meuble rangement, cuisine equipe, kitchenette, plan travail, hotte, refrigerateur, lave vaisselle, four, electromenager',
    'gc, garde corp, garde fou, lisse, barreaudage, echelle, echelle crinoline, escalier helicoidal, escalier acier, passerelle metallique, marquise, auvent, pergola, portique acces, tourniquet, barriere, borne, bac plante, bac acier plante, poubelle, cendrier, mat drapeau, jeu enfant, banc exterieur, table pique nique, grillage, panneau cloture, palissade, cloture grillage, grille defense, ferronnerie, rampe acces, rampe pmr, ligne vie, armoire rideau, armoire metallique, armoire vestiaire, placard integre',
  ],
}

/** Words that a wording is read without: articles and prepositions. */
export const SMALL_WORDS = new Set(
  'de du des d la le les l un une en a au aux et ou pour par sur sous avec sans y compris of the a an in on for and with'.split(
    ' ',
  ),
)
