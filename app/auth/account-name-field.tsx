/** Tells a password manager whose password the form asks for; nobody sees it or comes to it by keyboard. */
export function AccountNameField({ email }: { email: string }) {
  return (
    <input
      className="unseen"
      name="email"
      defaultValue={email}
      autoComplete="username"
      tabIndex={-1}
      aria-hidden="true"
      readOnly
    />
  )
}
