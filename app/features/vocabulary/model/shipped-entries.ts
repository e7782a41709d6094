import { readEntryLine } from './entry-line'
import type { Vocabulary } from './entries'

/**
 * The table that ships: what trades call the same thing, in French and in English, one entry a line; behind «>» what
 * it is a kind of. Trade names stand here only because people say them for any maker's goods.
 */
const LINES = `
porte, bloc-porte, BP, vantail, door
coupe-feu, CF, pare-flamme, EI30, EI60, fire, feu, fire rated
porte palière, porte d’entrée, entrance door > porte
âme pleine, solid core
alvéolaire, isoplane, hollow core
vitré, oculus, glazed, glass
porte de garage, porte sectionnelle, porte basculante, garage door > porte
porte métallique, porte acier, metal door, steel door > porte
poignée, béquille, door handle > quincaillerie
serrure, verrou, lock > quincaillerie
fenêtre, châssis, menuiserie extérieure, window
porte-fenêtre, PF, baie vitrée, french window > fenêtre
baie coulissante, fenêtre coulissante, sliding window > fenêtre
oscillo-battant, OB, tilt and turn
fenêtre de toit, velux, châssis de toit, roof window, skylight, lucarne
vitrage, verre, vitre, glazing, glass pane
double vitrage, DV, double glazing
simple vitrage, single glazing
volet, persienne, shutter
volet roulant, rolling shutter, roller shutter > volet
cloison amovible, cloison mobile, cloison modulaire, cloison démontable, partition > cloison
cloison vitrée, glass partition, cloison de bureau vitrée > cloison
parpaing, agglo, bloc béton, concrete block, breeze block, cinder block
béton cellulaire, siporex, aerated concrete
dalle béton, dalle gravillonnée, dallette béton, concrete slab
bordure, bordurette, kerb
brique, brick
parement, façade, facing
pavé, paving stone, cobble, sett
dalle de pierre, dallage pierre, stone slab > pierre
pierre de taille, moellon, meulière, cut stone > pierre
marbre, marble
calcaire, comblanchien, limestone
tuile, roof tile
tuile mécanique, tuile à emboîtement, interlocking tile > tuile
ardoise, slate
fibrociment, fibro-ciment, fibre cement
poutre bois, poutre, solive, panne, timber beam, joist > charpente
lamellé-collé, BLC, glulam, bois lamellé
sapin, épicéa, résineux, softwood
bois, wood, timber
chevron, bastaing, basting, madrier, rafter, purlin > charpente
bardage bois, clin, lame de bardage, timber cladding > bardage
OSB, panneau OSB > panneau bois
contreplaqué, CTP, contre-plaqué, plywood > panneau bois
profilé acier, poutrelle, poutre métallique, fer, steel beam, poutre acier
IPN > profilé acier, IPE
IPE > profilé acier
HEA > profilé acier
HEB > profilé acier
UPN > profilé acier
galvanisé, galva, galvanised
tube acier, tube carré, steel tube
bac acier, tôle nervurée, couverture bac acier, steel roofing > tôle
bardage métallique, bardage acier, cassette de façade, metal cladding > bardage
zinc de couverture, couverture zinc, toiture zinc, bac zinc, feuille de zinc
toiture, couverture, toit, roof
gouttière, descente EP, descente eaux pluviales, chéneau, gutter
caillebotis, grating
métal, métallique, metal
acier, steel
aluminium, alu
fonte, cast iron
inox, acier inoxydable, stainless, stainless steel
cuivre, copper
laiton, brass
plaque de plâtre, placo, placoplatre, BA13, BA 13, plasterboard, drywall, gypsum board > cloison
hydrofuge, hydro, plaque verte, moisture resistant
phonique, acoustique, acoustic
rail et montant, ossature placo, montant placo, rail placo, fourrure, metal stud > ossature métallique
fibre-gypse, fermacell, fibre gypse
carreau de plâtre, plaster block > cloison
faux plafond, FP, plafond suspendu, dalle de plafond, dalle minérale, ceiling tile, suspended ceiling
baffle acoustique, panneau acoustique, îlot acoustique, acoustic baffle
faux plancher, plancher technique, plancher surélevé, fx plancher, raised floor, access floor
parquet, wood flooring, hardwood floor, flooring > plancher bois
contrecollé, contre-collé, engineered
massif, solid wood
point de Hongrie, bâtons rompus, herringbone
chêne, oak
hêtre, beech
sol stratifié, stratifié, parquet stratifié, parquet flottant, laminate
plinthe, skirting, skirting board
lame de terrasse, terrasse bois, platelage bois, deck, decking
moquette, dalle de moquette, dalle moquette, carpet, carpet tile > sol souple
linoléum, lino, marmoleum, linoleum > sol souple
sol PVC, sol vinyle, lame PVC, lame vinyle, dalle PVC, gerflex, LVT, vinyl floor > sol souple
sol caoutchouc, dalle caoutchouc, rubber floor > sol souple
carrelage, grès cérame, carreau de sol, tile, floor tile, tiling
antidérapant, R11, non slip
faïence, carrelage mural, carreau mural, wall tile > carrelage
carreau de ciment, cement tile > carrelage
tomette, terre cuite, tommette, carreau de terre cuite, terracotta tile > carrelage
isolant, isolation, insulation
laine de roche, LDR, rockwool, rock wool, stone wool > laine minérale, isolant
laine de verre, LDV, isover, glass wool > laine minérale, isolant
laine minérale, mineral wool > isolant
fibre de bois, laine de bois, wood fibre > isolant, biosourcé
polystyrène, PSE, polystyrène expansé, EPS, polystyrene > isolant
polystyrène extrudé, XPS > polystyrène, isolant
extrudé, XPS
expansé, PSE
polyuréthane, PU, polyurethane > isolant
panneau, plaque, panel, board
rouleau, roll
radiateur, rad, radiator
convecteur, radiateur électrique, panneau rayonnant, chauffage électrique, electric heater
chauffage central, eau chaude, hot water
sèche-serviettes, radiateur sèche-serviettes, towel rail
robinet thermostatique, tête thermostatique, robinet de radiateur, radiator valve
chaudière, boiler
fioul, fuel, mazout
chauffe-eau, cumulus, ballon d’eau chaude, ballon ECS, water heater
VMC, ventilation mécanique, caisson de VMC, caisson d’extraction > ventilation
CTA, centrale de traitement d’air, centrale double flux, centrale d’air, air handling unit > ventilation
gaine, gaine de ventilation, conduit de ventilation, gaine spiralée, conduit circulaire, duct
climatiseur, climatisation, clim, split, cassette de climatisation, air conditioner, air conditioning
tube cuivre, tuyau cuivre, cuivre plomberie, copper pipe
tube PVC, tuyau PVC, évacuation PVC, PVC pipe
tuyau, tube, canalisation, pipe
lavabo, vasque, washbasin, basin
lave-mains, hand basin > lavabo
PMR, handicapé, accessible, surélevé, personne à mobilité réduite, disabled
WC, toilette, cuvette, pack WC, cabinet, toilet, sanitaire
suspendu, wall hung
urinoir, pissotière, urinal
receveur de douche, receveur, bac à douche, bac de douche, shower tray
baignoire, bath, bathtub
évier, kitchen sink, sink
robinetterie, robinet, mitigeur, tap, faucet
barre de maintien, barre d’appui, barre de relevage, barre PMR, grab bar
dalle LED, pavé LED, panneau LED, luminaire LED encastré, LED panel > luminaire, éclairage
réglette, néon, tube fluo, strip light, fluorescent tube > luminaire, éclairage
spot, downlight, projecteur, spotlight > luminaire, éclairage
luminaire, éclairage, lampe, light, lighting
chemin de câbles, CDC, dalle chemin de câbles, cablofil, cable tray
câble électrique, câble R2V, touret de câble, câble cuivre, electric cable
tableau électrique, TGBT, armoire électrique, coffret électrique, tableau divisionnaire, switchboard
prise électrique, prise de courant, prise, socket > appareillage électrique
interrupteur, switch > appareillage électrique
bloc de secours, BAES, bloc autonome, éclairage de sécurité, emergency light
bureau, poste de travail, bench, table de bureau, desk
chaise de bureau, fauteuil de bureau, siège de bureau, fauteuil à roulettes, office chair
chaise, siège, chair
chaise empilable, stacking chair > chaise
armoire, placard, meuble de rangement, cupboard
casier, vestiaire, locker
rayonnage, étagère, rack, shelving, shelf
cuisine équipée, kitchenette, cuisinette, meuble de cuisine, fitted kitchen
plan de travail, worktop
porte-manteau, portemanteau, patère, coat rack, coat stand
tableau blanc, tableau effaçable, whiteboard
garde-corps, GC, rambarde, gardes-corps, railing, balustrade
main courante, rampe d’escalier, handrail
escalier, staircase, stairs
hélicoïdal, colimaçon, spiral
clôture, grillage, panneau de clôture, grille de clôture, fence
portail, portillon, gate
banc, bench
range-vélo, arceau vélo, support vélo, rack à vélos, appui vélo, bike rack
jardinière, bac à plantes, bac à plante, pot extérieur, planter
blanc, RAL 9010, white
gris, anthracite, RAL 7016, grey, gray
noir, black
rouge, red
bleu, blue
vert, green
`

/** The words that ship with the software, in force until the Métropole's team sets others. */
export const SHIPPED_VOCABULARY: Vocabulary = {
  version: 'v0',
  entries: LINES.trim()
    .split('\n')
    .map((line) => {
      const entry = readEntryLine(line)
      if (!entry) throw new Error(`The shipped vocabulary has a line without words: ${line}`)
      return entry
    }),
}
