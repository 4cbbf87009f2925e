// Fills an empty database with the demo organization; says in one line what it did.
import { DEMO_PASSWORD, loadDemo } from '@smet/database';
import { computeEstimate, DEFAULT_MONEY_TERMS, ruleSetR1 } from '@smet/estimating';
import { hashPassword } from './modules/auth/index.js';
import { readDatabaseUrl } from './platform/config/index.js';

const summary = await loadDemo(readDatabaseUrl(process.env), {
  now: new Date(),
  hashPassword,
  computeEstimate: (draft, priceBook) => computeEstimate(draft, { priceBook, ruleSet: ruleSetR1 }),
  ruleSet: ruleSetR1,
  terms: DEFAULT_MONEY_TERMS,
});
if (summary.loaded) {
  const { orders, clients, items, estimates } = summary;
  process.stdout.write(
    `demo organization: ${orders} orders, ${clients} clients, ${items} items, ${estimates} estimates; password ${DEMO_PASSWORD}\n`,
  );
}
