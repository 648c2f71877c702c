import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'

/** As long as a busy machine may take to fetch a page's styles. */
const timeout = 20_000
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Stands on a page that is about to be left. */
const LEFT = 'data-left'

/**
 * Waits until the page that stands there has its styles and its letters. A click that leads elsewhere does not wait
 * for them; nor does this know of a page that is still to come: first say what is expected on it.
 */
export async function laidOut(page: Page): Promise<void> {
  // Asked again where the page was left while it was asked. Works with scripts off too.
  await expect(async () => expect(await page.evaluate(isLaidOut)).toBe(true)).toPass({ timeout })
}

/** Runs in the browser. */
function isLaidOut(): boolean {
  const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel~=stylesheet]')]
  const isMoving = document.getAnimations().some((one) => one instanceof CSSTransition)
  const isStyled = sheets.every(({ sheet }) => sheet !== null) && document.fonts.status === 'loaded'
  return document.readyState === 'complete' && isStyled && !isMoving
}

/** Does what leads to another page, or to the same one again, and waits until that one is laid out. */
export async function landing(page: Page, act: () => Promise<unknown>): Promise<void> {
  await page.evaluate((mark) => document.documentElement.setAttribute(mark, ''), LEFT)
  await act()
  await page.locator(`html:not([${LEFT}])`).waitFor({ state: 'attached' })
  await laidOut(page)
}

/** By how many pixels the page runs out sideways. */
export async function widthOver(page: Page): Promise<number> {
  await laidOut(page)
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return Math.max(0, scrollWidth - clientWidth)
  })
}

/** Where something stands and how big it is, in CSS pixels; fails when it is not to be seen. */
export async function boxOf(target: Locator) {
  await laidOut(target.page())
  const box = await target.boundingBox()
  if (!box) throw new Error(`Not to be seen: ${target}`)
  return box
}

/** What of WCAG 2.2 AA a machine finds wrong with the page, a line for each rule. */
export async function violations(page: Page, rules: string[] = []): Promise<string[]> {
  await laidOut(page)
  // Reading ahead the styles of a shadow root, axe would write one that the pages' policy refuses.
  const axe = new AxeBuilder({ page }).options({ preload: false })
  const found = await (rules.length > 0 ? axe.withRules(rules) : axe.withTags(RULES)).analyze()
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** No violation of WCAG 2.2 AA that a machine can find. */
export const expectAccessible = async (page: Page): Promise<void> =>
  expect(await violations(page)).toEqual([])
