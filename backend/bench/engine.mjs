// One line of a 300-line estimate is edited and the whole is computed again, in this process.
import { computeEstimate, requiredItemCodes, ruleSetR1 } from '@smet/estimating';
import { largeDraft } from './flows.mjs';

const ROUNDS = 300;
const AIM_MS = 5;

const { rooms, variants } = largeDraft('1');
const edit = { rooms, ...variants[0] };
const priceBook = new Map(
  requiredItemCodes(ruleSetR1, edit).map((code, i) => [
    code,
    { itemId: code, code, name: code, unit: 'шт', priceMinor: 10_050 + i * 37, costMinor: 5_000 + i * 11 },
  ]),
);
const times = [];
for (let round = 0; round < ROUNDS; round++) {
  const manualLines = edit.manualLines.with(0, { ...edit.manualLines[0], quantity: String((round % 90) + 1) });
  const started = performance.now();
  const result = computeEstimate({ ...edit, manualLines }, { priceBook, ruleSet: ruleSetR1 });
  times.push(performance.now() - started);
  if (result.lines.length !== 300) throw new Error(`${result.lines.length} lines instead of 300`);
}
const sorted = times.slice(ROUNDS / 3).toSorted((a, b) => a - b);
const at = (share) => sorted[Math.floor(sorted.length * share)].toFixed(2);
console.log(`one-line edit, 300 lines in 12 rooms: median ${at(0.5)} ms, p95 ${at(0.95)} ms (aim ≤ ${AIM_MS} ms)`);
