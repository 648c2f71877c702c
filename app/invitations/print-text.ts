/** How wide a text would be. */
export type Measure = (text: string) => number

/** Where a line may break: at spaces, and in Chinese after every character but before no closing mark. */
function pieces(text: string): string[] {
  return text.match(/\p{Script=Han}[，。：；？！、]*|[^\s\p{Script=Han}]+[，。：；？！、]*\s?|\s/gu) ?? []
}

/** Greedy lines of at most `width`; a single piece that is wider stands on a line of its own. */
export function wrapped(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of pieces(text.normalize('NFC').trim())) {
    if (line !== '' && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line += piece
  }
  return line === '' ? lines : [...lines, line.trimEnd()]
}

/** The same number of lines as greedily, but as even as they come: nobody reads a line of one word well. */
export function balanced(text: string, width: number, measure: Measure): string[] {
  const lines = wrapped(text, width, measure)
  let narrow = width / 2
  let wide = width
  for (let step = 0; lines.length > 1 && step < 8; step += 1) {
    const middle = (narrow + wide) / 2
    if (wrapped(text, middle, measure).length > lines.length) narrow = middle
    else wide = middle
  }
  return wrapped(text, wide, measure)
}
