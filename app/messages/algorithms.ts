import { defineCatalogue } from './catalogue'

/** The public register of algorithms: what each does, with which data, weights and limits. */
export const algorithms = defineCatalogue('algorithms', {
  fr: {
    title: 'Registre des algorithmes',
    lead: 'Quatre algorithmes proposent ; une personne décide toujours. Voici ce qu’ils font, avec leurs paramètres et leurs limites, lus dans le logiciel en service.',
    law: 'Ce registre répond aux articles L.311-3-1, R.311-3-1-2 et L.312-1-3 du code des relations entre le public et l’administration. Suggérer une matière et classer des paires sont des usages à risque minimal au sens du règlement européen sur l’IA (2024/1689) ; les suggestions sont signalées «suggéré par l’IA».',
    heading: {
      purpose: 'À quoi il sert',
      part: 'Sa part dans la décision',
      decides: 'Ce qu’une personne décide',
      data: 'Données et sources',
      operations: 'Opérations',
      limits: 'Limites',
      off: 'Pour s’en passer',
      contest: 'Demander une explication, contester',
      weights: 'Paramètres et pondérations',
    },
    tagging: {
      title: 'Reconnaître la matière sur une photo',
      purpose: 'Préremplir le champ «matière» de la personne qui publie un lot.',
      part: 'Propose une à trois matières, marquées «suggéré par l’IA». Rien n’est publié sans le choix de la personne, et l’outil n’a aucun effet sur l’attribution.',
      decides: 'La matière du lot, son état, sa quantité, et sa publication.',
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
      purpose:
        'Classer les lots qui répondent à un besoin, et les besoins auxquels un lot répond ; proposer aux deux côtés les meilleures paires.',
      part: 'Propose un ordre, avec les raisons de chaque paire et ses points. Il ne réserve rien, ne refuse rien et n’attribue rien.',
      decides:
        'Le repreneur choisit de réserver ; le cédant accepte ou refuse, avec un critère et une raison conservés. L’équipe de la Métropole fixe les poids, avec une raison publiée ci-dessous.',
      data: 'Ce que les deux côtés ont écrit : matière, caractéristiques, quantité, unité, masse, état, dates, prix et budget, commune, rayon. Ni le nom, ni la taille, ni l’historique des organisations.',
      operations:
        'Filtres d’abord, dans cet ordre : matière ou substitut admis, unité, quantité libre, état minimal, un jour commun, caractéristiques demandées (tolérance comprise), distance au plus égale au rayon. Puis un score de 0 à 100 : la somme de sept parts, chacune valant valeur × poids × 100, arrondie au centième. À égalité, l’identifiant départage.',
      limits:
        'Les poids et les substitutions sont des choix, pas des mesures. La distance est à vol d’oiseau entre communes, la route est estimée (×1,34). Sans masse ou sans facteur publié, la part carbone vaut zéro et la page le dit.',
      off: 'Cherchez dans la liste des lots, triée par date : le score n’y joue aucun rôle. Une réservation n’a pas besoin de besoin enregistré. Une paire proposée s’écarte d’un geste, pour les deux côtés, et se reprend.',
      version: 'Formule {{formula}}, poids {{weights}} ({{since}}), facteurs d’émission {{factors}}.',
      sinceSet: 'en vigueur depuis le {{when}}',
      sinceShipped: 'livrés avec le logiciel',
      history: 'Versions des poids',
      historyVersion: 'Version',
      historySince: 'En vigueur depuis',
      historyReason: 'Raison',
      historyShipped: 'livrés avec le logiciel',
      historyRestored: 'Retour aux poids livrés',
      historyFile: 'versions-des-poids',
      example: 'Un exemple calculé maintenant',
      exampleLead:
        'Paire inventée : {{offered}} de briques à {{price}} pièce, en bon état, pour {{wanted}} cherchées avec un budget de {{budget}} pièce, à {{straight}} dans un rayon de {{radius}}. Score : {{score}}.',
      exampleOperation: 'Valeur',
      examplePoints: 'Valeur × poids × 100',
      exampleResult: 'Points',
      weightsCaption: 'Poids des sept parts, version {{version}}',
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
    attribution: {
      title: 'Ordonner les demandes d’un lot',
      purpose:
        'Montrer à un cédant, quand plusieurs demandes attendent, l’ordre que ses propres critères proposent.',
      part: 'Propose un ordre, avec le critère qui place chaque demande. Il n’accepte rien, ne refuse rien et n’écarte personne.',
      decides:
        'Le cédant choisit et publie ses critères avant les demandes, puis répond à chacune. S’il s’écarte de l’ordre, il écrit pourquoi ; critères, ordre et motif sont conservés et montrés aux demandeurs.',
      data: 'Type d’organisation et commune déclarés par le demandeur, quantité et instant de la demande. La distance est estimée entre les communes (×1,34). Ni le nom, ni la taille, ni l’historique des organisations.',
      operations:
        'Les critères sont pris dans leur ordre : le premier qui distingue deux demandes décide, sans points ni poids. À égalité, la première demande, puis l’identifiant. Les critères d’un lot ne changent plus tant que des demandes attendent.',
      limits:
        'Type et commune sont déclarés : le cédant les vérifie. Une demande juste derrière une autre par un critère peut la précéder par tous les suivants.',
      off: 'Sans critères publiés, les demandes sont montrées par ordre d’arrivée et rien n’est demandé au cédant.',
    },
    allocation: {
      title: 'Le plan d’ensemble',
      purpose:
        'Répartir les lots ouverts entre les besoins ouverts de toute la Métropole pour éviter le plus d’émissions, et voir ce qui doit être décidé cette semaine et ce que reçoit chaque commune.',
      part: 'Propose un plan à l’équipe de la Métropole. Par lui-même il ne réserve rien, ne prévient personne et n’engage personne.',
      decides:
        'Tout : l’équipe choisit de proposer ou non une paire du plan à ses deux côtés, qui réservent, acceptent, refusent ou l’écartent comme toute autre. Une demande faite entre-temps l’emporte.',
      data: 'Les lots et besoins ouverts, avec ce qui est libre et ce qui est encore cherché, les paires que personne n’a écartées, et les mêmes données que le score. Ce qui est déjà réservé n’est pas touché.',
      operations:
        'Maximiser la somme des gains × quantités, sans dépasser ce qu’un lot a de libre ni ce qu’un besoin cherche encore. Le gain est le CO2e net évité par unité, d’après la formule de la comptabilité carbone, trajet compris ; sans facteur ou sans masse, la masse pondérée par le score sert seulement à ordonner, et rien n’est annoncé. Une paire qui coûterait plus qu’elle n’évite est laissée de côté. La solution vient d’un simplexe de réseau, avec une borne duale qu’aucun plan ne peut dépasser.',
      limits:
        'L’objectif est le CO2e : une matière sans facteur publié passe après les autres si elles se disputent un besoin. Le plan suit l’offre locale et ne promet pas l’égalité entre communes. Il vaut au moment du calcul.',
      off: 'Ignorez-le : rien n’en dépend. Une paire écartée n’y entre plus.',
      rules: 'Règles et paramètres',
      rule: 'Règle',
      ruleValue: 'Valeur',
      ruleOf: {
        candidates: 'Paires par lesquelles le calcul commence, pour chaque lot et chaque besoin',
        bonus: 'Préférence pour les paires du plan précédent',
        urgency: 'Préférence pour ce qui part bientôt',
        ties: 'À égalité',
        deadline: 'Délai, puis réponse approchée signalée comme telle',
        whole: 'Lots en un seul morceau',
        minimum: 'Prise minimale d’un lot',
      },
      valueOf: {
        urgency:
          'pour le lot et pour le besoin, jusqu’à {{most}} du gain le dernier jour, le tiers à {{days}} jours de là ; ce qu’elle coûte se lit dans l’écart à la borne',
        ties: 'une empreinte des identifiants départage, la même à chaque calcul',
        deadline: '{{seconds}} secondes',
        whole:
          'à un seul besoin qui en veut tout ; optimum exact en nombres entiers sur les petits problèmes, les plus utiles d’abord sur les grands',
        minimum: 'celle du cédant, ou tout ce qui reste',
      },
      latest: 'Le dernier plan',
      latestNone: 'Aucun plan n’a encore été calculé.',
      latestText:
        'Calculé le {{when}} sur {{lots}} lots et {{needs}} besoins ouverts : {{pairs}} parts proposées, {{net}} nets évités s’il était suivi. Écart à la borne : {{gap}}. Méthode : {{method}}.',
      method: {
        simplex: 'simplexe de réseau, mené à son terme',
        auction: 'enchères, faute de temps',
        greedy: 'gloutonne, faute de temps',
        whole: 'nombres entiers',
      },
    },
    contest:
      'Sur chaque paire, «Rejouer» montre aux deux côtés le calcul, ses données et ses poids. Pour une explication ou une réclamation, <link>écrivez à l’équipe</link> : une personne répond.',
    contestPlain:
      'Pour une explication ou une réclamation, <link>écrivez à l’équipe</link> : une personne répond.',
    json: 'Ce registre pour les machines (JSON)',
    schema: 'Sa forme (JSON Schema)',
    see: { lots: 'Chercher un lot', tryPhoto: 'Essayer avec une photo' },
  },
  en: {
    title: 'Register of algorithms',
    lead: 'Four algorithms propose; a person always decides. Here is what they do, with their parameters and limits, read from the software in service.',
    law: 'This register answers articles L.311-3-1, R.311-3-1-2 and L.312-1-3 of the French code of relations between the public and the administration. Suggesting a material and ranking pairs are minimal-risk uses under the European AI Act (2024/1689); suggestions are marked “suggested by AI”.',
    heading: {
      purpose: 'What it is for',
      part: 'Its part in the decision',
      decides: 'What a person decides',
      data: 'Data and sources',
      operations: 'Operations',
      limits: 'Limits',
      off: 'Doing without it',
      contest: 'Asking why, contesting',
      weights: 'Parameters and weights',
    },
    tagging: {
      title: 'Recognising the material on a photo',
      purpose: 'To pre-fill the “material” field of the person who publishes a lot.',
      part: 'Proposes one to three materials, marked “suggested by AI”. Nothing is published without the person’s choice, and the tool has no effect on allocation.',
      decides: 'The material of the lot, its condition, its quantity, and its publication.',
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
      purpose:
        'To rank the lots that answer a need, and the needs that a lot answers; to propose the best pairs to both sides.',
      part: 'Proposes an order, with the reasons of each pair and its points. It reserves nothing, refuses nothing and allocates nothing.',
      decides:
        'The taker chooses to reserve; the giver accepts or refuses, with a criterion and a reason that are kept. The team of the Métropole sets the weights, with a reason published below.',
      data: 'What both sides wrote: material, attributes, quantity, unit, mass, condition, dates, price and budget, commune, radius. Neither the name, nor the size, nor the history of organisations.',
      operations:
        'Filters first, in this order: material or accepted substitute, unit, free quantity, least condition, one common day, attributes asked for (within their tolerance), distance within the radius. Then a score from 0 to 100: the sum of seven parts, each being value × weight × 100, rounded to the hundredth. Ties are broken by identifier.',
      limits:
        'Weights and substitutions are choices, not measurements. The distance is the great circle between communes, the road is estimated (×1.34). Without a mass or a published factor the carbon part is zero, and the page says so.',
      off: 'Search the list of lots, sorted by date: the score plays no part in it. A reservation does not require a recorded need. A proposed pair is set aside in one act, for both sides, and can be taken back.',
      version: 'Formula {{formula}}, weights {{weights}} ({{since}}), emission factors {{factors}}.',
      sinceSet: 'in force since {{when}}',
      sinceShipped: 'shipped with the software',
      history: 'Versions of the weights',
      historyVersion: 'Version',
      historySince: 'In force since',
      historyReason: 'Reason',
      historyShipped: 'shipped with the software',
      historyRestored: 'Back to the shipped weights',
      historyFile: 'versions-of-the-weights',
      example: 'An example worked now',
      exampleLead:
        'An invented pair: {{offered}} of bricks at {{price}} each, in good condition, for {{wanted}} wanted with a budget of {{budget}} each, {{straight}} away in a radius of {{radius}}. Score: {{score}}.',
      exampleOperation: 'Value',
      examplePoints: 'Value × weight × 100',
      exampleResult: 'Points',
      weightsCaption: 'Weights of the seven parts, version {{version}}',
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
    attribution: {
      title: 'Ordering the requests for a lot',
      purpose: 'To show a giver, when several requests wait, the order that its own criteria propose.',
      part: 'Proposes an order, with the criterion that places each request. It accepts nothing, refuses nothing and rules nobody out.',
      decides:
        'The giver chooses and publishes its criteria before anyone asks, then answers each request. When departing from the order, it writes why; criteria, order and reason are kept and shown to those who asked.',
      data: 'Kind of organisation and commune as the taker declares them, quantity and instant of the request. The distance is estimated between communes (×1.34). Neither the name, the size nor the history of organisations.',
      operations:
        'Criteria are taken in their order: the first that tells two requests apart decides, without points or weights. Between equals, the earliest request, then the identifier. The criteria of a lot no longer change while requests wait.',
      limits:
        'Kind and commune are declared: the giver checks them. A request just behind another by one criterion may be ahead by all that follow.',
      off: 'Without published criteria, requests are shown in the order in which they came and nothing is asked of the giver.',
    },
    allocation: {
      title: 'The plan of the whole',
      purpose:
        'To share the open lots between the open needs of the whole Métropole so as to avoid the most emissions, and to see what must be decided this week and what each commune gets.',
      part: 'Proposes a plan to the team of the Métropole. By itself it reserves nothing, tells nobody and commits nobody.',
      decides:
        'Everything: the team chooses whether to propose a pair of the plan to both its sides, who reserve, accept, refuse or set it aside like any other. A request made meanwhile wins.',
      data: 'The open lots and needs, with what is free and what is still wanted, the pairs that nobody set aside, and the same data as the score. What is reserved already is not touched.',
      operations:
        'Maximise the sum of gains × quantities, without exceeding what a lot has free or what a need still wants. The gain is the net CO2e avoided per unit, by the formula of the carbon accounting, trip included; without a factor or a mass, the mass weighted by the score serves to put in order only, and nothing is claimed. A pair that would cost more than it avoids is left out. The solution comes from a network simplex, with a dual bound that no plan can pass.',
      limits:
        'The objective is CO2e: a material without a published factor comes after others where they compete for a need. The plan follows local supply and promises no equality between communes. It holds at the moment of the computation.',
      off: 'Ignore it: nothing depends on it. A pair set aside enters it no more.',
      rules: 'Rules and parameters',
      rule: 'Rule',
      ruleValue: 'Value',
      ruleOf: {
        candidates: 'Pairs that the computation begins with, for each lot and each need',
        bonus: 'Preference for the pairs of the plan before',
        urgency: 'Preference for what goes soon',
        ties: 'Ties',
        deadline: 'Deadline, then an approximate answer that says so',
        whole: 'Lots in one piece',
        minimum: 'Least part of a lot',
      },
      valueOf: {
        urgency:
          'for the lot and for the need, up to {{most}} of the gain on the last day, a third of it {{days}} days before; what it costs shows in the gap to the bound',
        ties: 'broken by a hash of the identifiers, the same at each computation',
        deadline: '{{seconds}} seconds',
        whole:
          'to one need that wants all of it; the exact optimum in whole numbers on small problems, the most useful first on large ones',
        minimum: 'that of the giver, or all that is left',
      },
      latest: 'The latest plan',
      latestNone: 'No plan has been computed yet.',
      latestText:
        'Computed on {{when}} over {{lots}} open lots and {{needs}} open needs: {{pairs}} parts proposed, {{net}} net avoided if it were followed. Gap to the bound: {{gap}}. Method: {{method}}.',
      method: {
        simplex: 'network simplex, to its end',
        auction: 'auction, for lack of time',
        greedy: 'greedy, for lack of time',
        whole: 'whole numbers',
      },
    },
    contest:
      'On each pair, “Replay” shows both sides the computation, its data and its weights. For an explanation or a complaint, <link>write to the team</link>: a person answers.',
    contestPlain: 'For an explanation or a complaint, <link>write to the team</link>: a person answers.',
    json: 'This register for machines (JSON)',
    schema: 'Its shape (JSON Schema)',
    see: { lots: 'Look for a lot', tryPhoto: 'Try with a photo' },
  },
})
