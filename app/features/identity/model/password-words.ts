/** Words of this product and its world: who guesses a password here tries them first. Without accents or spaces. */
export const CONTEXT_WORDS = [
  ...['gisement', 'metropole', 'grandparis', 'metropoledugrandparis', 'iledefrance', 'paris', 'commune'],
  ...['mairie', 'territoire', 'reemploi', 'reutilisation', 'recyclage', 'materiau', 'materiaux', 'chantier'],
  ...['deconstruction', 'demolition', 'renovation', 'travaux', 'batiment', 'construction', 'ressourcerie'],
  ...['plateforme', 'diagnostic', 'dechets', 'entreprise', 'architecte', 'reuse', 'marketplace'],
] as const

/** Words that many passwords are made of, French and English. */
export const COMMON_WORDS = [
  ...['motdepasse', 'password', 'passe', 'pass', 'passwd', 'secret', 'admin', 'administrateur', 'root'],
  ...['user', 'utilisateur', 'compte', 'connexion', 'login', 'bienvenue', 'welcome', 'bonjour', 'salut'],
  ...['hello', 'coucou', 'soleil', 'sunshine', 'chocolat', 'chouchou', 'doudou', 'loulou', 'cheval'],
  ...['jetaime', 'iloveyou', 'amour', 'love', 'princesse', 'princess', 'dragon', 'monkey', 'football'],
  ...['baseball', 'superman', 'batman', 'pokemon', 'starwars', 'master', 'shadow', 'letmein', 'trustno'],
  ...['whatever', 'computer', 'ordinateur', 'internet', 'google', 'facebook', 'samsung', 'apple', 'azerty'],
  ...['qwerty', 'marseille', 'lyon', 'france', 'vacances', 'famille', 'maison', 'chaton', 'papillon'],
  ...['liberte', 'freedom', 'bonheur', 'licorne', 'toulouse', 'nicolas', 'thomas', 'camille', 'julien'],
  ...['michel', 'marie', 'sophie', 'laurent', 'olivier', 'daniel', 'michael', 'jennifer', 'charlie'],
  ...['printemps', 'automne', 'hiver', 'spring', 'summer', 'autumn', 'winter', 'lundi', 'monday'],
  ...['janvier', 'fevrier', 'mars', 'avril', 'juin', 'juillet', 'aout', 'septembre', 'octobre'],
  ...['novembre', 'decembre', 'january', 'february', 'march', 'april', 'june', 'july', 'august'],
  ...['september', 'october', 'november', 'december', 'changeme', 'default', 'test', 'demo', 'temporaire'],
] as const
