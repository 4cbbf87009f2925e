import fs from 'node:fs';
import path from 'node:path';
import { test as base, expect, type BrowserContext } from '@playwright/test';

const MESSAGES = path.resolve(import.meta.dirname, '../messages/ru');
const DOMAINS = fs.readdirSync(MESSAGES).map((file) => path.basename(file, '.json'));

interface Fixtures {
  /** Names a complaint that the test brings about itself; every other one fails it. */
  allow: (complaint: RegExp) => void;
}

interface WorkerFixtures {
  /** What any page has complained of since the last test. */
  complaints: string[];
}

/** `test` for which a page that logs an error, throws one or shows the key of a message instead of its words has failed. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  complaints: [
    async ({ browser }, use) => {
      const complaints: string[] = [];
      browser.on('context', (context) => watch(context, complaints));
      await use(complaints);
    },
    { scope: 'worker', auto: true },
  ],
  allow: [
    async ({ complaints }, use) => {
      const allowed: RegExp[] = [];
      await use((complaint) => allowed.push(complaint));
      const rest = complaints.splice(0).filter((complaint) => !allowed.some((known) => known.test(complaint)));
      expect(rest, 'what pages complained of').toEqual([]);
    },
    { auto: true },
  ],
});

function watch(context: BrowserContext, complaints: string[]): void {
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (raised) => complaints.push(String(raised.error())));
  void context.addInitScript(tellRawKeys, DOMAINS);
}

/** In the page: a text or a label that is nothing but the key of a message is an error on the console. */
function tellRawKeys(domains: readonly string[]): void {
  const LABELS = ['aria-label', 'title', 'placeholder', 'alt'];
  const key = new RegExp(`^\\s*(?:${domains.join('|')})(?:\\.[\\w-]+)+\\s*$`);
  const tell = (text: string | null) => {
    if (text !== null && key.test(text)) console.error(`the key of a message is shown: ${text}`);
  };
  const look = (node: Node) => {
    if (node instanceof Element) for (const label of LABELS) tell(node.getAttribute(label));
    if (node instanceof Text) tell(node.data);
    node.childNodes.forEach(look);
  };
  new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes } of records) {
      if (type === 'attributes') tell((target as Element).getAttribute(attributeName ?? ''));
      else if (type === 'characterData') tell((target as Text).data);
      else addedNodes.forEach(look);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: LABELS });
}
