/** Markup that is safe to put into a page: made by `html`, with every value in it escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

export type HtmlValue = Markup | string | number | null | undefined | false | readonly HtmlValue[];

/** Template tag: what is interpolated is escaped, unless it is markup itself. */
export function html(parts: TemplateStringsArray, ...values: HtmlValue[]): Markup {
  return new Markup(parts.reduce((text, part, index) => text + render(values[index - 1]) + part));
}

function render(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(render).join('');
  return escape(String(value));
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
