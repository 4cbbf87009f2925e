'use client';

import { createTheme } from '@mantine/core';
import type { MantineColorsTuple } from '@mantine/core';

const brand: MantineColorsTuple = [
  '#e2fbf4',
  '#c7f3e7',
  '#95e5d0',
  '#5fd5b7',
  '#37c7a2',
  '#1db893',
  '#0c9a7a',
  '#077a61',
  '#055f4c',
  '#034638',
];

/** Text, dimmed text, placeholders, borders, surfaces, ground: dark first, every pair checked for 4.5:1. */
const dark: MantineColorsTuple = [
  '#e4e8ee',
  '#b6beca',
  '#98a2b0',
  '#7f8a99',
  '#333b46',
  '#272e37',
  '#1b2027',
  '#12161b',
  '#0d1014',
  '#090b0e',
];

const gray: MantineColorsTuple = [
  '#f6f7f9',
  '#eef0f3',
  '#e3e6eb',
  '#d3d8df',
  '#bcc3cd',
  '#7d8794',
  '#586270',
  '#3f4854',
  '#2a313a',
  '#181d23',
];

export const theme = createTheme({
  colors: { brand, dark, gray },
  primaryColor: 'brand',
  primaryShade: { light: 7, dark: 5 },
  autoContrast: true,
  black: '#181d23',
  fontFamily: 'var(--smet-font)',
  headings: { fontFamily: 'var(--smet-font)', fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Said aloud, so that the words on it can be coloured by it (globals.css): unsaid, a button does not name its kind.
  components: { Button: { defaultProps: { variant: 'filled' } } },
});
