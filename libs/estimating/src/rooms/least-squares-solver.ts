/**
 * Cholesky factor (lower triangle, by rows) of a symmetric positive definite matrix whose diagonal is raised by the
 * share `damping`; null when the matrix is not positive definite.
 */
export function choleskyFactor(matrix: Float64Array, size: number, damping: number): Float64Array | null {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * size + column]! * (row === column ? 1 + damping : 1);
      for (let k = 0; k < column; k += 1) {
        sum -= factor[row * size + k]! * factor[column * size + k]!;
      }
      if (row !== column) {
        factor[row * size + column] = sum / factor[column * size + column]!;
      } else if (sum > matrix[row * size + row]! * 1e-14 && Number.isFinite(sum)) {
        factor[row * size + row] = Math.sqrt(sum);
      } else {
        return null;
      }
    }
  }
  return factor;
}

/** Solves L x = right by its factor L. */
export function solveLower(factor: Float64Array, right: Float64Array, size: number): Float64Array {
  const solution = Float64Array.from(right);
  for (let row = 0; row < size; row += 1) {
    let sum = solution[row]!;
    for (let k = 0; k < row; k += 1) {
      sum -= factor[row * size + k]! * solution[k]!;
    }
    solution[row] = sum / factor[row * size + row]!;
  }
  return solution;
}

/** Solves L Lᵀ x = right by its factor L. */
export function solveFactored(factor: Float64Array, right: Float64Array, size: number): Float64Array {
  const solution = solveLower(factor, right, size);
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = solution[row]!;
    for (let k = row + 1; k < size; k += 1) {
      sum -= factor[k * size + row]! * solution[k]!;
    }
    solution[row] = sum / factor[row * size + row]!;
  }
  return solution;
}
