/** How a citizen may be reached, as they wrote it. */
export interface Contact {
  name: string
  phone: string
  email: string
  address: string
}

/** The text of texts `cases:contact.consent` as it stands; a changed text gets the next number. */
export const CONSENT_VERSION = '1'

export const CONTACT_FIELDS = ['name', 'phone', 'email', 'address'] as const satisfies (keyof Contact)[]

export const isEmptyContact = (contact: Contact): boolean =>
  CONTACT_FIELDS.every((field) => contact[field] === '')

const hidden = (text: string) => text.replace(/[^\s]/gu, '•')

/** As shown on a screen: the first letter of the name, the last two digits of a number, the house of a mail address. */
export function maskedContact({ name, phone, email, address }: Contact): Contact {
  const [local = '', domain = ''] = email.split('@')
  return {
    name: name.replace(/(\S)(\S*)/gu, (_word, first: string, rest: string) => first + hidden(rest)),
    phone: phone && hidden(phone.slice(0, -2)) + phone.slice(-2),
    email: email && `${local.slice(0, 1)}${hidden(local.slice(1))}@${domain}`,
    address: address && hidden(address),
  }
}
