/** What a placard is printed as; all of them on A4 paper, which every office has. */
export const PLACARD_FORMS = ['a4', 'a5', 'tent_a5', 'tent_a6'] as const
export type PlacardForm = (typeof PLACARD_FORMS)[number]

/** All lengths in millimetres from the top left corner. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** A face of a placard: drawn in its layout's own size, then put on the sheet. */
export interface PlacardFace {
  x: number
  y: number
  scale: number
  /** Upside down, so that it stands upright once the sheet is folded. */
  turned: boolean
}

export interface PlacardSheet {
  width: number
  height: number
  layout: PlacardLayout
  /** Each place takes one placard, and shows it on one face or, folded, on two. */
  places: PlacardFace[][]
  folds: { y: number }[]
  cuts: { x: number }[]
}

export interface PlacardLayout {
  width: number
  height: number
  /** City, office and counter. */
  heading: Box
  /** The sentence in three languages. */
  words: Box
  faces: Box
  /** The QR's modules without the quiet zone around them. */
  symbol: { x: number; y: number; side: number }
  /** The plain address and what to compare. */
  address: Box
  /** Privacy, and in the corner number and revision. */
  foot: Box
}

const PORTRAIT: PlacardLayout = {
  width: 210,
  height: 297,
  heading: { x: 15, y: 12, width: 180, height: 52 },
  words: { x: 15, y: 68, width: 180, height: 28 },
  faces: { x: 25, y: 99, width: 160, height: 21 },
  symbol: { x: 59, y: 138, side: 92 },
  address: { x: 15, y: 246, width: 180, height: 27 },
  foot: { x: 15, y: 278, width: 180, height: 9 },
}

const LANDSCAPE: PlacardLayout = {
  width: 210,
  height: 148.5,
  heading: { x: 11, y: 9, width: 88, height: 46 },
  words: { x: 11, y: 59, width: 88, height: 38 },
  faces: { x: 9, y: 100, width: 92, height: 22 },
  symbol: { x: 114.5, y: 19.5, side: 74 },
  address: { x: 104.5, y: 106.5, width: 94, height: 18 },
  foot: { x: 11, y: 131, width: 188, height: 9 },
}

/** A5 is A4 at this scale, and A6 is A5. */
const HALF = Math.SQRT1_2

const at = (x: number, y: number, scale = 1): PlacardFace => ({ x, y, scale, turned: false })

/** Both faces of a tent: the upper one upside down. */
const tent = (x: number, height: number, scale: number): PlacardFace[] => [
  { x, y: 0, scale, turned: true },
  at(x, height, scale),
]

export const PLACARD_SHEETS: Record<PlacardForm, PlacardSheet> = {
  a4: { width: 210, height: 297, layout: PORTRAIT, places: [[at(0, 0)]], folds: [], cuts: [] },
  a5: {
    width: 297,
    height: 210,
    layout: PORTRAIT,
    places: [[at(0, 0, HALF)], [at(148.5, 0, HALF)]],
    folds: [],
    cuts: [{ x: 148.5 }],
  },
  tent_a5: {
    width: 210,
    height: 297,
    layout: LANDSCAPE,
    places: [tent(0, 148.5, 1)],
    folds: [{ y: 148.5 }],
    cuts: [],
  },
  tent_a6: {
    width: 297,
    height: 210,
    layout: LANDSCAPE,
    places: [tent(0, 105, HALF), tent(148.5, 105, HALF)],
    folds: [{ y: 105 }],
    cuts: [{ x: 148.5 }],
  },
}

/** Where a face's QR comes to lie on the sheet, without its quiet zone. */
export function symbolOnSheet(layout: PlacardLayout, face: PlacardFace): Box {
  const { x, y, side } = layout.symbol
  const size = side * face.scale
  const left = face.turned ? layout.width - x - side : x
  const top = face.turned ? layout.height - y - side : y
  return { x: face.x + left * face.scale, y: face.y + top * face.scale, width: size, height: size }
}

/** How many sheets a number of placards takes. */
export const sheetsFor = (form: PlacardForm, placards: number): number =>
  Math.ceil(placards / PLACARD_SHEETS[form].places.length)
