/** One figure: a JSON object on a line of its own. */
export function print(line: Record<string, unknown>): void {
  console.log(JSON.stringify(line))
}

export function progress(text: string): void {
  process.stderr.write(`${text}\n`)
}
