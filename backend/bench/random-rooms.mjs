// Rooms as they might be measured, the same ones on every run: askew and right-angled, with reflex corners and arcs.

/** Shapes of 4 to 12 corners, a fifth of them with an arc; half are too wide for one strip of the widest roll. */
export function randomRooms(count, seed) {
  const random = generator(seed);
  return Array.from({ length: count }, (_, index) => randomRoom(4 + (index % 9), index, random));
}

/** Shapes of a given number of corners. */
export function manyCornered(corners, count, seed) {
  const random = generator(seed);
  return Array.from({ length: count }, (_, index) => randomRoom(corners, index, random));
}

function randomRoom(corners, index, random) {
  const width = random() < 0.5 ? 2 + random() * 4 : 6 + random() * 12;
  const size = { width, length: width * (1 + random()) };
  for (;;) {
    const points = index % 2 === 0 ? starPolygon(corners, size, random) : notchedPolygon(corners, size, random);
    const diagonals = triangulate(points);
    if (diagonals) return shapeOf(points, { diagonals, hasArc: index % 5 === 0 }, random);
  }
}

/** Mulberry32: small, and the same everywhere. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Corners at any distance around a centre. */
function starPolygon(corners, { length, width }, random) {
  const turns = Array.from({ length: corners }, () => 0.35 + random());
  const whole = turns.reduce((sum, turn) => sum + turn, 0);
  const start = random() * 2 * Math.PI;
  let turned = 0;
  return turns.map((turn) => {
    turned += (turn / whole) * 2 * Math.PI;
    const reach = 0.45 + random() * 0.55;
    const [x, y] = [Math.cos(turned + start) * reach, Math.sin(turned + start) * reach];
    return { x: (x * length) / 1.6, y: (y * width) / 1.6 };
  });
}

/** A rectangle whose corners and walls are cut in by right angles, then every corner moved by some centimetres. */
function notchedPolygon(corners, { length, width }, random) {
  const cuts = Math.floor((corners - 4) / 2);
  const at = (share, of) => share * of * (0.15 + random() * 0.3);
  const frame = [
    [0, 0, 1, 1],
    [length, 0, -1, 1],
    [length, width, -1, -1],
    [0, width, 1, -1],
  ];
  const points = frame.flatMap(([x, y, right, up], corner) => {
    if (corner >= cuts) return [{ x, y }];
    const [dx, dy] = [at(right, length), at(up, width)];
    const ends = [
      { x, y: y + dy },
      { x: x + dx, y: y + dy },
      { x: x + dx, y },
    ];
    return corner % 2 === 0 ? ends : ends.toReversed();
  });
  const wobble = () => (random() - 0.5) * 0.06;
  const extra = points.length < corners ? [{ x: 0, y: width / 2 }] : [];
  return [...points, ...extra].map(({ x, y }) => ({ x: x + wobble(), y: y + wobble() }));
}

/** Readings of a polygon: its walls, n − 3 diagonals, now and then an arc over its longest wall. */
function shapeOf(points, { diagonals, hasArc }, random) {
  const mm = (a, b) => Math.hypot(points[a].x - points[b].x, points[a].y - points[b].y) * 1000;
  const sidesMm = points.map((_, index) => mm(index, (index + 1) % points.length));
  const side = sidesMm.indexOf(Math.max(...sidesMm));
  const arc = { side, sagittaMm: sidesMm[side] * (0.05 + random() * 0.2), bulges: 'outward' };
  return {
    schemaVersion: 1,
    kind: 'triangulated',
    sidesMm,
    diagonalsMm: diagonals.map(([from, to]) => ({ from, to, lengthMm: mm(from, to) })),
    ...(hasArc && { arcs: [arc] }),
  };
}

/** Diagonals by clipping ears; null when a triangle is too thin to be measured. */
function triangulate(points) {
  const left = [...points.keys()];
  const diagonals = [];
  while (left.length > 3) {
    const place = left.findIndex((_, index) => isEar(points, left, index));
    if (place < 0) return null;
    diagonals.push([left.at(place - 1), left[(place + 1) % left.length]]);
    left.splice(place, 1);
  }
  return isEar(points, left, 1) ? diagonals : null;
}

function isEar(points, left, place) {
  const ear = [left.at(place - 1), left[place], left[(place + 1) % left.length]];
  const [a, b, c] = ear.map((corner) => points[corner]);
  const longest = Math.max(
    ...[
      [a, b],
      [b, c],
      [a, c],
    ].map(([p, q]) => Math.hypot(p.x - q.x, p.y - q.y)),
  );
  if (cross(a, b, c) / longest < 0.02) return false;
  return left.every((corner) => {
    const point = points[corner];
    const isInside = cross(a, b, point) >= 0 && cross(b, c, point) >= 0 && cross(c, a, point) >= 0;
    return ear.includes(corner) || !isInside;
  });
}

function cross(a, b, c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}
