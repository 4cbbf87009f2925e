import type { Locator, Page } from '@playwright/test';
import { minorFromDecimal } from '@smet/money';
import { plain } from './people.ts';

/** What the editor shows, amounts in kopecks. */
export interface Screen {
  readonly lines: readonly { code: string; name: string; quantity: number; unit: string; price: number; sum: number }[];
  /** Rows that are no lines, by name. */
  readonly added: Readonly<Record<string, number>>;
  /** By the name shown, without the percent that belongs to the estimate: "К оплате", "Прибыль". */
  readonly totals: Readonly<Record<string, number>>;
}

/** A number as people read it: "−1 062,50 ₽". */
export const decimal = (text: string): string =>
  plain(text)
    .replace('−', '-')
    .replace(/[^\d,-]/g, '')
    .replace(',', '.');

export const kopecks = (text: string): number => minorFromDecimal(decimal(text));

/** Without its percent; what is left after the costs may be called by the name of its share. */
const nameOf = (shown: string): string =>
  plain(shown)
    .replace(/,? [\d,]+ %$/, '')
    .replace(/^Маржа$/, 'Прибыль');

/** Every figure of the lines and the totals, as they are on the screen now. */
export async function readScreen(page: Page): Promise<Screen> {
  const read = await page.evaluate(() => {
    const text = (node: Node | null | undefined) => node?.textContent ?? '';
    const cells = (row: Element) =>
      Object.fromEntries(
        [...row.querySelectorAll<HTMLElement>('[data-column]')].map((cell) => [
          cell.dataset['column'] ?? '',
          // beside a name stand its room and what was done by hand
          text(cell.dataset['column'] === 'name' ? cell.querySelector('span')?.firstChild : cell),
        ]),
      );
    const rows = (kind: string) => [...document.querySelectorAll<HTMLElement>(`[role=grid] tr[data-kind=${kind}]`)];
    return {
      lines: rows('line').map((row) => ({ code: row.dataset['line'] ?? '', ...cells(row) }) as Record<string, string>),
      added: rows('adjustment').map(cells),
      totals: [...document.querySelectorAll('dl dt')].map((name) => [
        text(name),
        text([...(name.parentElement?.querySelectorAll('dd') ?? [])].at(-1)),
      ]),
    };
  });
  return {
    lines: read.lines.map(({ code = '', name = '', unit = '', quantity = '', price = '', sum = '' }) => ({
      code,
      name: plain(name),
      quantity: Number(decimal(quantity)),
      unit: plain(unit),
      price: kopecks(price),
      sum: kopecks(sum),
    })),
    added: Object.fromEntries(read.added.map(({ name = '', sum = '' }) => [plain(name), kopecks(sum)])),
    totals: Object.fromEntries(
      read.totals
        .filter(([, amount = '']) => /[₽₸]/.test(amount))
        .map(([name = '', amount = '']) => [nameOf(name), Math.abs(kopecks(amount))]),
    ),
  };
}

/** Names and texts of the definition lists inside, spaces made ordinary. */
export async function figures(inside: Locator): Promise<Record<string, string>> {
  const pairs = await inside
    .locator('dl dt')
    .evaluateAll((names) =>
      names.map((name) => [name.textContent, name.parentElement?.querySelector('dd')?.textContent]),
    );
  return Object.fromEntries(pairs.map(([name, text]) => [plain(name ?? ''), plain(text ?? '')]));
}
