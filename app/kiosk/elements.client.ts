type Child = Node | string | null | false | undefined
type Listeners = { [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void }

/** An element with attributes, listeners and children; an attribute that is null or false is left out. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string | number | boolean | null | undefined> = {},
  children: readonly Child[] = [],
  on: Listeners = {},
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  put(made, attributes)
  for (const [name, listener] of Object.entries(on)) made.addEventListener(name, listener as EventListener)
  made.append(
    ...children.filter(
      (child): child is Node | string => child !== null && child !== false && child !== undefined,
    ),
  )
  return made
}

const SVG = 'http://www.w3.org/2000/svg'

/** A drawing of shapes with presentation attributes only: the policy takes no style attribute. */
export function drawing(
  attributes: Record<string, string | number>,
  shapes: readonly [tag: 'path' | 'circle' | 'rect', attributes: Record<string, string | number>][],
): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  put(svg, { 'aria-hidden': 'true', focusable: 'false', ...attributes })
  for (const [tag, details] of shapes) {
    const shape = document.createElementNS(SVG, tag)
    put(shape, details)
    svg.append(shape)
  }
  return svg
}

function put(made: Element, attributes: Record<string, string | number | boolean | null | undefined>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue
    made.setAttribute(name, value === true ? '' : String(value))
  }
}
