/** There is no such thing, or not for this viewer: both look the same from outside. Status 404. */
export class NotFound extends Error {}

/** The viewer may not do this. Status 403. */
export class Forbidden extends Error {}

/** The thing has changed or is already there. Status 409. */
export class Conflict extends Error {}
