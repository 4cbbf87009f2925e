// Layouts of 200 random rooms beside brute force: every direction by a tenth of a degree, every place of the first strip.
import { buildRoom, explainSeams, layOutCanvas, ruleSetR1 } from '@smet/estimating';
import { bruteForce, referenceRule } from './brute-layout.mjs';
import { manyCornered, randomRooms } from './random-rooms.mjs';

const ROOMS = 200;
const RUNS = 5;
const AIM_GAP_PERCENT = 3;
const AIM_ANALYSIS_MS = 100;
const { films } = ruleSetR1;

const rooms = randomRooms(ROOMS, 20_261_120).map(build);
const laid = rooms.map((room) => {
  const { canvas } = layOutCanvas(room, films);
  const rollM = Number(canvas.rollM);
  return { room, canvas, brute: bruteForce(room.contour, rollM), reference: referenceRule(room, rollM) };
});

const strips = new Map();
for (const { canvas } of laid) strips.set(canvas.strips, (strips.get(canvas.strips) ?? 0) + 1);
const shares = [...strips].toSorted(([a], [b]) => a - b).map(([count, often]) => `${often} of ${count}`);
console.log(`${ROOMS} rooms, strips: ${shares.join(', ')}`);

report(
  'of one strip',
  laid.filter(({ canvas }) => canvas.strips === 1),
);
report(
  'of several strips',
  laid.filter(({ canvas }) => canvas.strips > 1),
);
report('all', laid);
const more = (judge) => laid.filter((one) => one.canvas.strips > one[judge].strips).length;
const dearer = laid.filter(({ canvas, reference }) => {
  return canvas.strips === reference.strips && canvas.filmM2 > reference.filmM2 * (1 + 1e-9);
});
console.log(
  `more strips than brute force: ${more('brute')}, than the reference rule: ${more('reference')} (must be 0)`,
);
console.log(`more film than the reference rule: ${dearer.length} (must be 0)`);

const seamed = laid.filter(({ canvas }) => canvas.strips > 1).map(({ room }) => room);
const seamless = laid.filter(({ canvas }) => canvas.strips === 1).map(({ room }) => room);
const large = manyCornered(12, 100, 3)
  .map(build)
  .filter((room) => layOutCanvas(room, films).canvas.strips > 1);
time('layout of one strip', seamless, (room) => layOutCanvas(room, films));
time('layout with seams', seamed, (room) => layOutCanvas(room, films));
time('the cheapest layout', rooms, (room) => layOutCanvas(room, films, { preference: 'cheapest' }));
time('layout with seams, 12 corners', large, (room) => layOutCanvas(room, films));
time(`analysis of seams, 12 corners (aim ≤ ${AIM_ANALYSIS_MS} ms)`, large, (room) => explainSeams(room, films));
if (more('brute') + more('reference') + dearer.length > 0) process.exitCode = 1;

function build(shape) {
  const built = buildRoom(shape);
  if (!built.ok) throw new Error(`A room cannot be built: ${JSON.stringify(built.problems)}`);
  return built.room;
}

function report(name, some) {
  const gaps = some.map(({ canvas, brute }) => (canvas.filmM2 / brute.filmM2 - 1) * 100).toSorted((a, b) => a - b);
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const [p95, max] = [gaps[Math.floor(gaps.length * 0.95)], gaps.at(-1)];
  console.log(
    `film beyond brute force, ${name} (${some.length}): mean ${mean.toFixed(2)} %, p95 ${p95.toFixed(2)} %, ` +
      `max ${max.toFixed(2)} % (aim ≤ ${AIM_GAP_PERCENT} %)`,
  );
}

/** Of each room the median of five runs, after one that does not count. */
function time(name, some, run) {
  const times = some.map((room) => {
    run(room);
    const runs = Array.from({ length: RUNS }, () => {
      const started = performance.now();
      run(room);
      return performance.now() - started;
    });
    return runs.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)];
  });
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(2);
  console.log(`${name}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms (${some.length} rooms)`);
}
