/** The URLs of the way in by ProConnect; part of `paths`. */
export const proconnectPaths = {
  proConnect: () => '/connexion/proconnect',
  /** Where the provider sends the browser back; registered there to the letter. */
  proConnectReturn: () => '/connexion/proconnect/retour',
  /** For somebody whom the provider knows and Gisement does not yet. */
  proConnectAccount: (done = '') => `/connexion/proconnect/compte${done && `?fait=${done}`}`,
  proConnectFault: (fault: string) => `/connexion?proconnect=${fault}`,
  /** Leads to the end of the session at the provider, and is where it sends the browser back. */
  proConnectEnd: () => '/deconnexion/proconnect',
}
