/** A closed line by the coordinates of its corners. */
export interface ClosedLine {
  readonly xs: ArrayLike<number>;
  readonly ys: ArrayLike<number>;
}

/** Where closed lines cross the level y, ascending: between the first and second, third and fourth… is what they enclose. */
export function crossings(lines: readonly ClosedLine[], level: number): number[] {
  const found: number[] = [];
  for (const { xs, ys } of lines) {
    let from = xs.length - 1;
    for (let to = 0; to < xs.length; to += 1) {
      if (ys[from]! > level !== ys[to]! > level) {
        found.push(xs[from]! + ((xs[to]! - xs[from]!) * (level - ys[from]!)) / (ys[to]! - ys[from]!));
      }
      from = to;
    }
  }
  return found.sort((a, b) => a - b);
}
