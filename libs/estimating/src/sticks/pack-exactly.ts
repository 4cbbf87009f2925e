/**
 * The fewest bins for sizes, with the last bin as empty as can be: over all subsets of the sizes, fewest bins first and
 * then the least in the bin that is still open. Takes 2^n · n steps, always; n is at most 20.
 * @param sizes positive integers not above the capacity.
 * @returns indexes of the sizes in each bin.
 */
export function packExactly(sizes: readonly number[], capacity: number): number[][] {
  const unit = capacity + 1;
  const subsets = 1 << sizes.length;
  // Bins closed so far × unit + what lies in the open one: one comparison tells both apart.
  const least = new Float64Array(subsets).fill(Infinity);
  const last = new Uint8Array(subsets);
  least[0] = 0;
  for (let subset = 1; subset < subsets; subset += 1) {
    for (let item = 0; item < sizes.length; item += 1) {
      if ((subset & (1 << item)) !== 0) {
        const cost = addTo(least[subset ^ (1 << item)]!, sizes[item]!, unit);
        if (cost < least[subset]!) {
          least[subset] = cost;
          last[subset] = item;
        }
      }
    }
  }
  return readBack(least, last, unit);
}

function addTo(cost: number, size: number, unit: number): number {
  const inOpen = cost % unit;
  return inOpen + size < unit ? cost + size : cost - inOpen + unit + size;
}

function readBack(least: Float64Array, last: Uint8Array, unit: number): number[][] {
  const bins: number[][] = [];
  let subset = least.length - 1;
  let bin = -1;
  while (subset !== 0) {
    const closed = Math.floor(least[subset]! / unit);
    if (closed !== bin) {
      bins.push([]);
      bin = closed;
    }
    const item = last[subset]!;
    bins.at(-1)!.push(item);
    subset ^= 1 << item;
  }
  return bins;
}
