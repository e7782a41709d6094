import { notFound } from '~/http/replies.server'

export function loader() {
  throw notFound()
}

export default function NotFound() {
  return null
}
