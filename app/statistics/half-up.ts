/** of/over to so many decimals, half up and exact; whole numbers, `of` >= 0, `over` > 0. */
export function halfUp(of: number, over: number, decimals: number): number {
  const units = 10n ** BigInt(decimals)
  return Number((2n * BigInt(of) * units + BigInt(over)) / (2n * BigInt(over))) / Number(units)
}
