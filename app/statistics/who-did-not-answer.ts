/** Between which shares all would lie, whatever those who did not answer think (Manski, AER 1990). */
export function manskiBounds(responseRate: number, share: number): { lower: number; upper: number } {
  const least = responseRate * share
  return { lower: least, upper: least + 1 - responseRate }
}

/** Answers that the Ministry's stratified SIPAS sample asks of N people served: N/(1 + N·0.05²) (Yamane 1967), rounded up. */
export function ministrySample(people: number): number {
  return Math.ceil(people / (1 + people / 400))
}
