/** What breaks a line of the file or is no character: the file is read in pairs of lines. */
const CONTROL = /[\p{Cc}\p{Cs}\u2028\u2029\uFFFE\uFFFF]+/gu;
const LONGEST = 200;

/**
 * Text as it may stand in a TEXT entity, on one line: readers take "%%d", "\U+0410" and "^J" for signs of their own, so
 * that these get look-alikes that mean nothing.
 */
export function dxfText(text: string): string {
  const plain = text
    .replace(CONTROL, ' ')
    .replace(/%(?=%)/g, '% ')
    .replaceAll('\\', '/')
    .replaceAll('^', 'ˆ')
    .trim();
  const glyphs = Array.from(plain);
  return glyphs.length > LONGEST ? `${glyphs.slice(0, LONGEST - 1).join('')}…` : plain;
}
