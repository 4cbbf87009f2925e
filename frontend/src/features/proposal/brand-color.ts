const LIGHT = '#ffffff';
const DARK = '#0d1418';

/** Words that can be read on a colour of the firm's choice: white or nearly black, whichever stands out more (WCAG 2). */
export function wordsOn(color: string): string {
  const luminance = luminanceOf(color);
  const onLight = 1.05 / (luminance + 0.05);
  const onDark = (luminance + 0.05) / (luminanceOf(DARK) + 0.05);
  return onLight >= onDark ? LIGHT : DARK;
}

/** "#1c7ed6"; null for anything else, so that nothing but a colour gets into a style. */
export function readColor(text: string): string | null {
  return /^#[\da-f]{6}$/i.test(text) ? text : null;
}

function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(parseInt(color.slice(at, at + 2), 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const linear = (value: number) => (value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
