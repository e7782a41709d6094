const withNext = (path: string, next?: string) => (next ? `${path}?suite=${encodeURIComponent(next)}` : path)

/** The URLs of second factors and of the proof of who one is; part of `paths`. */
export const securityPaths = {
  /** What is owed after the password: a code or a passkey. */
  secondStep: (next?: string) => withNext('/connexion/verification', next),
  passkeySignIn: () => '/connexion/cle',
  /** What a browser is to ask of an authenticator; JSON, for scripts. */
  passkeyOptions: () => '/connexion/cle/defi',
  security: (done = '') => `/compte/securite${done && `?fait=${done}`}`,
  /** Setting up an application or a passkey, from the account or before anything else. */
  newFactor: (next?: string) => withNext('/compte/second-facteur', next),
  confirmIdentity: (next?: string) => withNext('/compte/confirmer', next),
}
