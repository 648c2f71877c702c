import { createHash } from 'node:crypto'
import style from './citizen.css?inline'

/** Base64 SHA-256 of the one style of citizen pages, for `style-src 'sha256-…'`. */
export const CITIZEN_STYLE_HASH = createHash('sha256').update(style).digest('base64')
