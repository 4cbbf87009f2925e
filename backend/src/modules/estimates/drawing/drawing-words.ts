/** What is written under a drawing, in one language. Numbers are as that language writes them. */
interface DrawingWords {
  misclosure(centimetres: string, percent: string): string;
  doubtful(reading: string): string;
  reason(text: string): string;
}

const RUSSIAN: DrawingWords = {
  misclosure: (centimetres, percent) => `Невязка ${centimetres} см (${percent} %)`,
  doubtful: (reading) => `сомнительный размер ${reading}`,
  reason: (text) => `Принято несмотря на невязку: ${text}`,
};

/** By language; every organization so far writes Russian, whatever its country. */
const WORDS: Readonly<Record<string, DrawingWords>> = { ru: RUSSIAN };

export interface Misclosure {
  readonly mm: number;
  readonly percent: number;
  /** "BD"; null where the geometry cannot tell. */
  readonly doubtful: string | null;
  /** Why the room was taken all the same; null while nobody has to say. */
  readonly reason: string | null;
}

/** Lines of the caption. `locale` is that of the organization, BCP 47. */
export function misclosureCaption(misclosure: Misclosure, locale: string): string[] {
  const words = WORDS[locale.split('-')[0] ?? ''] ?? RUSSIAN;
  const written = (value: number, digits: number) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  const { mm, percent, doubtful, reason } = misclosure;
  const measured = words.misclosure(written(mm / 10, 1), written(percent, 2));
  return [
    doubtful === null ? measured : `${measured}, ${words.doubtful(doubtful)}`,
    ...(reason === null ? [] : [words.reason(reason)]),
  ];
}
