// A proposal of 12 rooms and 300 lines as PDF, beside the same rows written as plain text by the library underneath.
import { createRequire } from 'node:module';
import {
  computeEstimate,
  DEFAULT_MONEY_TERMS,
  DEFAULT_TOLERANCES,
  requiredItemCodes,
  ruleSetR1,
} from '@smet/estimating';
import { Piscina } from 'piscina';
import { FONT_FILES } from '../dist/modules/documents/pdf/fonts.js';

const ROOMS = 12;
const LINES = 300;
const RUNS = 7;
const AIM_MS = 2000;
const PAUSE_MS = 5;

// What pdfmake itself writes with; a copy of another version would compare two libraries.
const fromPdfmake = createRequire(createRequire(import.meta.url).resolve('pdfmake'));
const PdfKit = fromPdfmake('pdfkit');

const priceBook = requiredItemCodes(ruleSetR1).map((code, index) => ({
  itemId: code,
  code,
  name: `Позиция прайс-листа ${code}, белая матовая`,
  unit: 'шт',
  kind: code.startsWith('WRK') ? 'work' : 'material',
  priceMinor: 100_00 + index * 777,
}));
const source = sourceOf(roomsOf(ROOMS), LINES);
const { lines } = source.results[0].result;
const job = { document: 'proposal', source, context: { company: companyOf(), timezone: 'Europe/Moscow' } };

const pool = new Piscina({
  filename: new URL('../dist/modules/documents/pdf/print-worker.js', import.meta.url).href,
  minThreads: 1,
  maxThreads: 1,
});
console.log(`${source.draft.rooms.length} rooms, ${lines.length} lines`);
const first = await timed(() => pool.run(job));
console.log(`the first one, with the thread's start: ${first.ms.toFixed(0)} ms`);

const gaps = [];
let last = performance.now();
const beat = setInterval(() => {
  const now = performance.now();
  gaps.push(now - last - PAUSE_MS);
  last = now;
}, PAUSE_MS);
const ours = await median(() => pool.run(job));
clearInterval(beat);
const reference = await median(plainRows);
await pool.close();

console.log(
  `proposal: ${ours.ms.toFixed(0)} ms (aim ≤ ${AIM_MS} ms), ${(ours.bytes / 1024).toFixed(0)} kB; ` +
    `the same rows as plain text: ${reference.ms.toFixed(0)} ms, ${(reference.bytes / 1024).toFixed(0)} kB; ` +
    `ratio ${(ours.ms / reference.ms).toFixed(1)}`,
);
console.log(`the process was held up meanwhile for at most ${Math.max(...gaps).toFixed(0)} ms at a time`);
if (ours.ms > AIM_MS) process.exitCode = 1;

async function timed(run) {
  const started = performance.now();
  const { length: bytes } = await run();
  return { ms: performance.now() - started, bytes };
}

async function median(run) {
  const runs = [];
  for (let index = 0; index < RUNS; index += 1) runs.push(await timed(run));
  return runs.toSorted((a, b) => a.ms - b.ms)[Math.floor(RUNS / 2)];
}

/** No tables, no drawings, no widths: every row is one string. */
function plainRows() {
  return new Promise((resolve) => {
    const pdf = new PdfKit({ size: 'A4' });
    const parts = [];
    pdf.on('data', (part) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.font(FONT_FILES[0]).fontSize(8.5);
    for (const { name, quantity, unit, priceMinor, sumMinor } of lines) {
      pdf.text(`${name}  ${quantity} ${unit}  ${(priceMinor / 100).toFixed(2)}  ${(sumMinor / 100).toFixed(2)}`);
    }
    pdf.end();
  });
}

function roomsOf(count) {
  return Array.from({ length: count }, (_, index) => ({
    id: `room-${index}`,
    name: `Комната ${index + 1}`,
    shape: {
      schemaVersion: 1,
      kind: 'right-angled',
      sidesMm: [5000 + index * 10, 3000, 2000, 1500, 3000 + index * 10, 4500],
    },
    plan: {
      schemaVersion: 1,
      objects: [1, 2, 3, 4].map((lamp) => ({ id: `lamp-${lamp}`, kind: 'spotlight', atMm: { x: lamp * 900, y: 900 } })),
    },
    spotlights: 2,
    chandeliers: 1,
  }));
}

/** As many lines by hand as lack to the number. */
function sourceOf(rooms, count) {
  const pricing = { priceBook: new Map(priceBook.map((item) => [item.code, item])), ruleSet: ruleSetR1 };
  const variant = { id: 'variant', name: 'Стандарт', overrides: [], manualLines: [], discountPercent: '7' };
  const lacking = Math.max(0, count - computeEstimate({ rooms, ...variant }, pricing).lines.length);
  variant.manualLines = Array.from({ length: lacking }, (_, index) => ({
    id: `line-${index}`,
    itemCode: priceBook[index % priceBook.length].code,
    roomId: rooms[index % rooms.length].id,
    quantity: String(1 + (index % 9)),
  }));
  return {
    order: { number: 1024, clientName: 'Константинопольская Александра', address: 'Москва, ул. Складочная, д. 1' },
    number: 2,
    status: 'issued',
    issuedAt: '2026-11-20T08:00:00.000Z',
    updatedAt: '2026-11-20T08:00:00.000Z',
    validUntil: '2026-12-20',
    contentHash: '3f9ac27d51e8',
    acceptance: null,
    currency: 'RUB',
    draft: { rooms, variants: [variant] },
    currentVariantId: variant.id,
    results: [{ variantId: variant.id, result: computeEstimate({ rooms, ...variant }, pricing) }],
    terms: DEFAULT_MONEY_TERMS,
    tolerances: DEFAULT_TOLERANCES,
    ruleSet: ruleSetR1,
    priceBook,
  };
}

function companyOf() {
  return {
    version: 1,
    legalName: 'ООО «Потолки Плюс»',
    taxId: '',
    registrationId: '',
    address: 'Москва',
    phone: '+7 495 123-45-67',
    email: '',
    site: '',
    bank: { name: '', code: '', account: '', correspondentAccount: '' },
    signatory: { name: '', position: '', basis: '' },
    brandColor: '#1c7ed6',
    proposalTerms: '',
    warrantyMonthsMaterials: 180,
    warrantyMonthsWork: 36,
    logo: null,
  };
}
