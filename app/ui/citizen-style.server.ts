import { createHash } from 'node:crypto'
import style from './citizen.css?inline'

/** Base64 SHA-256 of a style element's text, for `style-src 'sha256-…'`. */
export const styleHash = (text: string): string => createHash('sha256').update(text).digest('base64')

/** Of the one style that every citizen page has. */
export const CITIZEN_STYLE_HASH = styleHash(style)
