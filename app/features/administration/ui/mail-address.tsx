/** An e-mail address that breaks before its «@» where a column is narrow, and is copied whole. */
export function MailAddress({ email }: { email: string }) {
  const at = email.lastIndexOf('@')
  return (
    <span className="[overflow-wrap:anywhere]">
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </span>
  )
}
