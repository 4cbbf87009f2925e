import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';

const require = createRequire(import.meta.url);
const file = (name: string): string => require.resolve(`@expo-google-fonts/inter/${name}.ttf`);

const REGULAR = file('400Regular/Inter_400Regular');
const BOLD = file('600SemiBold/Inter_600SemiBold');

/** Has Cyrillic and Kazakh letters, ₽, ₸, № and figures of one width. */
export const FONT_FILES: readonly string[] = [REGULAR, BOLD];
export const FONT = 'Inter';

/** The library with our font; it reads these two files and nothing else, from the disk or from anywhere. */
export function pdfLibrary(): typeof pdfmake {
  pdfmake.setFonts({ [FONT]: { normal: REGULAR, bold: BOLD, italics: REGULAR, bolditalics: BOLD } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => FONT_FILES.includes(path));
  return pdfmake;
}
