/** What a person may ask of their data, and what is said to everyone of all data; `paths` holds them. */
export const privacyPaths = {
  /** The register of what is done with personal data, on a page and for spreadsheets and machines. */
  processingRegister: () => '/registre-traitements',
  processingRegisterCsv: () => '/registre-traitements.csv',
  processingRegisterJson: () => '/registre-traitements.json',
  /** A person's own data: taken along, or erased with the account. */
  myData: () => '/compte/donnees',
  myDataZip: () => '/compte/donnees.zip',
  eraseAccount: () => '/compte/supprimer',
  accountErased: () => '/compte-supprime',
  /** What housekeeping removes at its term, for the Métropole's team. */
  retention: () => '/administration/durees',
  retentionCsv: () => '/administration/durees.csv',
}
