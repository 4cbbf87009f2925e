const FARTHEST = 3;

/** Searches for one document: more suggestions nobody reads, and each looks through all names. */
const MOST_SEARCHES = 100;

/** Suggests known words for mistyped ones as long as its searches last: one for all formulas of a document. */
export class Suggestions {
  private left = MOST_SEARCHES;

  /** The known word nearest to the mistyped one; undefined when none is close and when no search is left. */
  nearest(word: string, known: Iterable<string>): string | undefined {
    if (this.left === 0) {
      return undefined;
    }
    this.left -= 1;
    return nearestWord(word, known);
  }
}

/**
 * The known word a mistyped one most likely stands for: the fewest letters changed, added, left out or swapped with
 * their neighbour, regardless of case; at most a third of the word and never more than three. Undefined when none is close.
 */
function nearestWord(word: string, known: Iterable<string>): string | undefined {
  const typed = word.toLowerCase();
  let least = Math.min(FARTHEST, Math.max(1, Math.floor(word.length / 3))) + 1;
  let nearest: string | undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - typed.length) >= least) {
      continue;
    }
    const distance = distanceBelow(typed, candidate.toLowerCase(), least);
    if (distance < least) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

/** The edit distance of two words where it is below the limit, else the limit. */
function distanceBelow(a: string, b: string, limit: number): number {
  let twoAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  let current: number[] = [];
  for (let row = 1; row <= a.length; row += 1) {
    // Farther from the diagonal than the limit the difference of lengths alone reaches it.
    const first = Math.max(1, row - limit + 1);
    const last = Math.min(b.length, row + limit - 1);
    current[first - 1] = first === 1 ? row : limit;
    let leastOfRow = current[first - 1]!;
    for (let column = first; column <= last; column += 1) {
      let least = above[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
      least = Math.min(least, above[column]! + 1, current[column - 1]! + 1);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, twoAbove[column - 2]! + 1);
      }
      current[column] = least;
      leastOfRow = Math.min(leastOfRow, least);
    }
    if (leastOfRow >= limit) {
      return limit;
    }
    current[last + 1] = limit;
    [twoAbove, above, current] = [above, current, twoAbove];
  }
  return Math.min(limit, above[b.length]!);
}
