/** Files of what was read and is not kept yet: posted to, with what the page carries. */
export const previewPaths = {
  billPreviewCsv: () => '/metres/nouveau/lecture.csv',
  vocabularyPreviewCsv: () => '/administration/vocabulaire/importer/changements.csv',
}
