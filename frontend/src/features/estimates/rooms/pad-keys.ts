export type PadKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | ',' | 'back';

/** A field as a key of the pad finds it: its text and what of it is selected. */
export interface PadField {
  text: string;
  start: number;
  end: number;
  /** As many characters as it takes. */
  most: number;
  /** Whole numbers have no comma. */
  whole?: boolean;
}

const replaced = ({ text, start, end }: PadField, by: string) => ({
  text: text.slice(0, start) + by + text.slice(end),
  caret: start + by.length,
});

function backspace(field: PadField) {
  return replaced({ ...field, start: field.start === field.end ? Math.max(0, field.start - 1) : field.start }, '');
}

function comma(field: PadField) {
  const rest = field.text.slice(0, field.start) + field.text.slice(field.end);
  if (field.whole || /[.,]/.test(rest)) return null;
  return replaced(field, field.start === 0 ? '0,' : ',');
}

/** What a key makes of a field: its text and where the caret stands; null when the key means nothing there. */
export function pressKey(field: PadField, key: PadKey): { text: string; caret: number } | null {
  if (key === 'back') return backspace(field);
  const isLoneZero = field.text === '0' && field.start === field.end && key !== ',';
  const result = key === ',' ? comma(field) : replaced(isLoneZero ? { ...field, start: 0, end: 1 } : field, key);
  return result && result.text.length <= field.most ? result : null;
}
