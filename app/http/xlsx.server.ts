import { writeWorkbook, type WrittenSheet } from '~/platform/tables/write-workbook.server'
import { downloadFile } from './replies.server'

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Sheets as a workbook to download under a name. */
export async function workbookReply(sheets: readonly WrittenSheet[], name: string): Promise<Response> {
  return downloadFile(await writeWorkbook(sheets), `${name}.xlsx`, TYPE)
}
