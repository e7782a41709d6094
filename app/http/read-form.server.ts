import { withoutNul } from './without-nul'

/** The form that a request posts, its texts without NUL. A body that is no form, or breaks off, is answered 400. */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return withoutNul(await request.formData())
  } catch {
    throw new Response(null, { status: 400, statusText: 'Bad Request' })
  }
}
