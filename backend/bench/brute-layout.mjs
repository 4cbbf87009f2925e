// Judges of layouts, written apart from the engine: R1's reference rule, and a sweep over all directions and places.
const K = { usual: 0.93, least: 0.91 };
const STEP_DEG = 0.1;
const PLACES_PER_STEP = 100;
const NOISE = 1e-9;

/** Fewest strips, then least film, over the directions of the walls, laid from either edge. */
export function referenceRule({ contour, vertices, walls }, rollM) {
  const directions = walls.map(({ from, to }) => {
    const [a, b] = [vertices[from], vertices[to]];
    return Math.atan2(b.y - a.y, b.x - a.x);
  });
  return best(contour, directions, { rollM, placesOf: (slack) => [0, slack] });
}

/** The same over directions a tenth of a degree apart, with the first strip at any place a hundredth of a strip apart. */
export function bruteForce(contour, rollM) {
  const directions = Array.from({ length: 180 / STEP_DEG }, (_, index) => (index * STEP_DEG * Math.PI) / 180);
  const placesOf = (slack, step) => {
    const count = Math.ceil((slack / step) * PLACES_PER_STEP) + 1;
    return Array.from({ length: count + 1 }, (_, index) => (slack * index) / count);
  };
  return best(contour, directions, { rollM, placesOf });
}

function best(contour, directions, { rollM, placesOf }) {
  const covers = directions.map((angle) => coverOf(contour, angle, rollM));
  const strips = Math.min(...covers.map((cover) => cover.strips));
  let filmM2 = Infinity;
  for (const cover of covers.filter((one) => one.strips === strips)) {
    const step = rollM / cover.k;
    const places = strips === 1 ? [0] : placesOf(Math.max(0, strips * step - cover.height), step);
    for (const place of places) filmM2 = Math.min(filmM2, filmAt(cover, cover.low - place, step) * cover.k * rollM);
  }
  return { strips, filmM2 };
}

function coverOf(contour, angle, rollM) {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const line = contour.map(({ x, y }) => [x * cos + y * sin, y * cos - x * sin]);
  const levels = line.map(([, y]) => y);
  const low = Math.min(...levels);
  const height = Math.max(...levels) - low;
  const strips = Math.max(1, Math.ceil((height * K.least) / rollM - NOISE));
  const k = Math.min(K.usual, Math.floor(((strips * rollM) / height) * 1000 + 1e-6) / 1000);
  return { line, low, height, strips, k };
}

/** The lengths of all strips together, as they lie in the room. */
function filmAt({ line, strips }, first, step) {
  const left = Array.from({ length: strips }, () => Infinity);
  const right = Array.from({ length: strips }, () => -Infinity);
  for (let i = 0; i < line.length; i++) {
    const [a, b] = [line[i], line[(i + 1) % line.length]];
    const [low, high] = a[1] <= b[1] ? [a, b] : [b, a];
    for (let strip = 0; strip < strips; strip++) {
      const [bottom, top] = [first + strip * step + NOISE, first + (strip + 1) * step - NOISE];
      if (high[1] < bottom || low[1] > top) continue;
      for (const [x, y] of [low, high]) {
        const level = Math.min(top, Math.max(bottom, y));
        const at = low[1] === high[1] ? x : low[0] + ((high[0] - low[0]) * (level - low[1])) / (high[1] - low[1]);
        if (at < left[strip]) left[strip] = at;
        if (at > right[strip]) right[strip] = at;
      }
    }
  }
  return right.reduce((sum, end, strip) => sum + Math.max(0, end - left[strip]), 0);
}
