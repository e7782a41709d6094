import { defineCatalogue } from './catalogue'

/** The public register of algorithms: what each does, with which data, weights and limits. */
export const algorithms = defineCatalogue('algorithms', {
  fr: {
    title: 'Registre des algorithmes',
    lead: 'Deux algorithmes proposent ; une personne décide toujours. Voici ce qu’ils font, avec leurs paramètres et leurs limites, lus dans le logiciel en service.',
    law: 'Ce registre répond aux articles L.311-3-1, R.311-3-1-2 et L.312-1-3 du code des relations entre le public et l’administration. Suggérer une matière et classer des paires sont des usages à risque minimal au sens du règlement européen sur l’IA (2024/1689) ; les suggestions sont signalées «suggéré par l’IA».',
    heading: {
      purpose: 'À quoi il sert',
      part: 'Sa part dans la décision',
      data: 'Données et sources',
      operations: 'Opérations',
      limits: 'Limites',
      off: 'Pour s’en passer',
      weights: 'Paramètres et pondérations',
    },
    tagging: {
      title: 'Reconnaître la matière sur une photo',
      purpose: 'Préremplir le champ «matière» de la personne qui publie un lot.',
      part: 'Propose une à trois matières, marquées «suggéré par l’IA». Rien n’est publié sans le choix de la personne, et l’outil n’a aucun effet sur l’attribution.',
      data: 'La photo envoyée, réduite et sans ses métadonnées. Elle est lue sur le serveur de l’exploitant et ne part nulle part ailleurs.',
      operationsZeroShot:
        'Un modèle d’images et de textes, choisi par l’exploitant, compare l’image à des phrases qui décrivent chaque matière ; plusieurs photos d’un lot font une moyenne. Sous les seuils, l’outil dit qu’il n’est pas sûr.',
      operations:
        'Un ou plusieurs réseaux de neurones décrivent l’image, une régression linéaire en tire une probabilité par matière ; plusieurs photos d’un lot sont moyennées. Sous les seuils, l’outil dit qu’il n’est pas sûr.',
      limits:
        'Photos sombres, floues ou très proches. Béton et pierre, charpente et parquet, tuyaux et autres métaux se confondent. Il ne dit ni l’état, ni la quantité, ni la présence d’amiante ou de plomb, ni la solidité.',
      off: 'Choisissez la matière vous-même : le formulaire fonctionne à l’identique. Une organisation peut refuser l’analyse de ses photos ; l’équipe de la Métropole ou l’exploitant peuvent tout arrêter.',
      missing: 'Aucun modèle n’est installé sur ce serveur : les photos ne sont pas analysées.',
      more: 'Ses chiffres, ses données, son énergie',
    },
    matching: {
      title: 'Rapprocher lots et besoins',
      purpose: 'Classer les lots qui répondent à un besoin, et les besoins auxquels un lot répond.',
      part: 'Propose un ordre avec les raisons de chaque paire. Le repreneur choisit de réserver ; le cédant accepte ou refuse, avec un critère et une raison conservés. Rien n’est attribué automatiquement.',
      data: 'Matière, caractéristiques, quantité, unité, état, dates, prix, commune du lot et du besoin. Ni le nom, ni la taille, ni l’historique des organisations.',
      operations:
        'Filtres d’abord, dans cet ordre : matière ou substitut admis, unité, quantité libre, état minimal, un jour commun, caractéristiques demandées (tolérance comprise), distance. Puis un score de 0 à 100 : la somme de sept parts, chacune valant 100 × poids × valeur.',
      limits:
        'Les poids et les substitutions sont des choix, pas des mesures. La distance est à vol d’oiseau entre communes, la route est estimée (×1,34). Sans masse ou sans facteur publié, la part carbone vaut zéro et la page le dit.',
      off: 'Cherchez dans la liste des lots, triée par date : le score n’y joue aucun rôle. Une réservation n’a pas besoin de besoin enregistré.',
      weights: 'Poids des sept parts, version {{version}}',
      partName: 'Part',
      weight: 'Poids',
      value: 'Valeur, de 0 à 1',
      total: 'Total',
      values: {
        fit: '1 pour la même matière, de 0,55 à 0,9 pour un substitut admis ; × 0,8 si une caractéristique demandée n’est pas indiquée',
        distance: '1 − distance ÷ rayon accepté',
        dates: 'jours communs ÷ jours voulus',
        cover: 'quantité que le lot peut donner ÷ quantité voulue',
        condition: '(1 + état du lot − état minimal) ÷ 4, au plus 1',
        carbon: 'logarithme des kg de CO2e nets évités, 1 à partir de 20 t',
        price: '1 à titre gratuit, ½ au budget, 0 au double du budget',
      },
      substitutes: 'Substituts admis',
      offered: 'Matière offerte',
      wanted: 'À la place de',
      fit: 'Valeur',
      factors: 'Facteurs d’émission : {{source}}, version {{version}}.',
    },
    see: { lots: 'Chercher un lot', tryPhoto: 'Essayer avec une photo' },
  },
  en: {
    title: 'Register of algorithms',
    lead: 'Two algorithms propose; a person always decides. Here is what they do, with their parameters and limits, read from the software in service.',
    law: 'This register answers articles L.311-3-1, R.311-3-1-2 and L.312-1-3 of the French code of relations between the public and the administration. Suggesting a material and ranking pairs are minimal-risk uses under the European AI Act (2024/1689); suggestions are marked “suggested by AI”.',
    heading: {
      purpose: 'What it is for',
      part: 'Its part in the decision',
      data: 'Data and sources',
      operations: 'Operations',
      limits: 'Limits',
      off: 'Doing without it',
      weights: 'Parameters and weights',
    },
    tagging: {
      title: 'Recognising the material on a photo',
      purpose: 'To pre-fill the “material” field of the person who publishes a lot.',
      part: 'Proposes one to three materials, marked “suggested by AI”. Nothing is published without the person’s choice, and the tool has no effect on allocation.',
      data: 'The uploaded photo, reduced and without its metadata. It is read on the operator’s server and goes nowhere else.',
      operationsZeroShot:
        'A model of images and texts, chosen by the operator, compares the picture with sentences that describe each material; several photos of a lot are averaged. Under the thresholds, the tool says that it is not sure.',
      operations:
        'One or more neural networks describe the picture, a linear regression turns it into a probability for each material; several photos of a lot are averaged. Under the thresholds, the tool says that it is not sure.',
      limits:
        'Dark, blurred or very close photos. Concrete and stone, structural timber and parquet, pipes and other metals are confused. It tells neither condition, quantity, asbestos or lead, nor soundness.',
      off: 'Choose the material yourself: the form works the same. An organisation can refuse the analysis of its photos; the team of the Métropole or the operator can switch all of it off.',
      missing: 'No model is installed on this server: photos are not analysed.',
      more: 'Its figures, its data, its energy',
    },
    matching: {
      title: 'Matching lots and needs',
      purpose: 'To rank the lots that answer a need, and the needs that a lot answers.',
      part: 'Proposes an order with the reasons of each pair. The taker chooses to reserve; the giver accepts or refuses, with a criterion and a reason that are kept. Nothing is allocated automatically.',
      data: 'Material, attributes, quantity, unit, condition, dates, price, commune of the lot and of the need. Neither the name, nor the size, nor the history of organisations.',
      operations:
        'Filters first, in this order: material or accepted substitute, unit, free quantity, least condition, one common day, attributes asked for (within their tolerance), distance. Then a score from 0 to 100: the sum of seven parts, each being 100 × weight × value.',
      limits:
        'Weights and substitutions are choices, not measurements. The distance is the great circle between communes, the road is estimated (×1.34). Without a mass or a published factor the carbon part is zero, and the page says so.',
      off: 'Search the list of lots, sorted by date: the score plays no part in it. A reservation does not require a recorded need.',
      weights: 'Weights of the seven parts, version {{version}}',
      partName: 'Part',
      weight: 'Weight',
      value: 'Value, from 0 to 1',
      total: 'Total',
      values: {
        fit: '1 for the same material, 0.55 to 0.9 for an accepted substitute; × 0.8 if an attribute asked for is not told',
        distance: '1 − distance ÷ accepted radius',
        dates: 'common days ÷ days wanted',
        cover: 'quantity the lot can give ÷ quantity wanted',
        condition: '(1 + condition of the lot − least condition) ÷ 4, at most 1',
        carbon: 'logarithm of the net kg of CO2e avoided, 1 from 20 t',
        price: '1 for a gift, ½ at the budget, 0 at twice the budget',
      },
      substitutes: 'Accepted substitutes',
      offered: 'Material offered',
      wanted: 'In place of',
      fit: 'Value',
      factors: 'Emission factors: {{source}}, version {{version}}.',
    },
    see: { lots: 'Look for a lot', tryPhoto: 'Try with a photo' },
  },
})
