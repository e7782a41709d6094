import { answerApi } from '~/http/api/answer.server'

type Row = Record<string, unknown>
export type ApiBody = Row & {
  data: Row[]
  next_cursor: string | null
  errors: { parameter: string; detail: string }[]
}
export type ApiReply = { status: number; headers: Headers; body: ApiBody }

/** Asks the public interface for a path below `/api/v1`, as a program on a network does. */
export async function askApi(
  path: string,
  headers: Record<string, string> = {},
  ip = '203.0.113.7',
): Promise<ApiReply> {
  const url = new URL(`http://localhost/api/v1${path}`)
  const below = url.pathname.replace('/api/v1', '').replace(/^\//, '')
  const reply = await answerApi(new Request(url, { headers }), below, ip)
  const text = await reply.text()
  return { status: reply.status, headers: reply.headers, body: (text ? JSON.parse(text) : null) as ApiBody }
}
