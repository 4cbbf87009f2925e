// `npm test`: everything that proves SMET works, ending with one line that sums all runners.
// `npm test -- unit browser` runs only the named stages.
import { inspect } from 'node:util';
import { runScript } from './lib/fail.mjs';
import { ensureBuilt, ensureInstalled } from './lib/prepare.mjs';
import { STAGES } from './lib/stages.mjs';

function chosen(names) {
  const unknown = names.filter((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown.length > 0)
    throw new Error(`no stage ${unknown.join(', ')}; there are ${STAGES.map((s) => s.name).join(', ')}`);
  return names.length === 0 ? STAGES : STAGES.filter((stage) => names.includes(stage.name));
}

/** Runs one stage; whatever goes wrong in it is a failure in the sum, never a silent gap. */
async function runStage(stage) {
  const started = performance.now();
  if (!stage.beside) console.log(`\n── ${stage.name} ──`);
  const counts = await stage.run().catch((error) => ({ passed: 0, failed: 1, skipped: 0, output: inspect(error) }));
  if (stage.beside) console.log(`\n── ${stage.name} ──`);
  if (counts.output) console.log(counts.output.trimEnd());
  return { name: stage.name, seconds: (performance.now() - started) / 1000, ...counts };
}

/** Stages that may stand beside each other run two at a time (most of their tools use one core), then the rest in turn. */
async function runAll(stages) {
  const results = new Map();
  const work = async (queue) => {
    for (let stage = queue.shift(); stage; stage = queue.shift()) results.set(stage, await runStage(stage));
  };
  const beside = stages.filter((stage) => stage.beside);
  await Promise.all([work(beside), work(beside)]);
  await work(stages.filter((stage) => !stage.beside));
  return stages.map((stage) => results.get(stage));
}

await runScript(async () => {
  const stages = chosen(process.argv.slice(2));
  await ensureInstalled();
  await ensureBuilt();
  const results = await runAll(stages);
  console.log('');
  for (const { name, seconds, passed, failed, skipped } of results) {
    const mark = failed > 0 ? '✗' : '✓';
    console.log(
      `${mark} ${name.padEnd(12)} ${`${passed} ok, ${failed} wrong, ${skipped} left out`.padEnd(36)} ${seconds.toFixed(1)} s`,
    );
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  if (sum('failed') > 0 || sum('passed') === 0) process.exitCode = 1;
});
