import type { RowProblem } from '../import-target.js';

type Params = Readonly<Record<string, string | number>>;

/** What is wrong with a row, for the file that goes back to people; the screen has texts of its own by the same codes. */
const TEXTS: Readonly<Record<string, (params: Params) => string>> = {
  IS_REQUIRED: () => 'не заполнено',
  MAX_LENGTH: ({ max }) => `длиннее ${max} знаков`,
  IS_IN: ({ value }) => `такого значения нет: ${value}`,
  IS_MONEY: ({ value }) => `не цена: ${value}`,
  IS_PHONE: ({ value }) => `не телефон: ${value}`,
  IS_EMAIL: ({ value }) => `не адрес почты: ${value}`,
  PHONE_TAKEN: ({ value }) => `телефон другого клиента: ${value}`,
  TOO_MANY: ({ max }) => `больше ${max} значений в ячейке`,
  IN_TRASH: () => 'запись лежит в корзине',
  IS_PLAIN_TEXT: () => 'знаки, которых не бывает в тексте',
  CELL_ERROR: ({ value }) => `ошибка формулы: ${value}`,
  REPEATED: ({ row }) => `уже было в строке ${row}`,
  NO_SUCH_ITEM: ({ value }) => `нет такой позиции: ${value}`,
  TAKEN_SINCE_CHECK: () => 'появилось в системе после проверки файла',
  CHANGED_SINCE_CHECK: () => 'изменено в системе после проверки файла',
};

export function problemText({ code, params = {} }: RowProblem, column: string | null): string {
  const text = TEXTS[code]?.(params) ?? code;
  return column === null ? text : `${column}: ${text}`;
}
