import type { CompanyView } from '../../views/document-head.js';
import { counted } from '../../words/trade-words.js';

const months = (count: number): string => counted(count, ['месяц', 'месяца', 'месяцев']);
const years = (count: number): string => counted(count, ['год', 'года', 'лет']);
const term = (count: number): string => (count >= 12 && count % 12 === 0 ? years(count / 12) : months(count));

/** What the firm promises; null where it promises nothing. */
export function warrantyText({ warrantyMonthsMaterials, warrantyMonthsWork }: CompanyView): string | null {
  const promises = [
    ...(warrantyMonthsMaterials ? [`на материалы — ${term(warrantyMonthsMaterials)}`] : []),
    ...(warrantyMonthsWork ? [`на работы — ${term(warrantyMonthsWork)}`] : []),
  ];
  return promises.length === 0 ? null : `Гарантия: ${promises.join(', ')} со дня подписания акта.`;
}
