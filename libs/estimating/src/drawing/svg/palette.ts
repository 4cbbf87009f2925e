import type { PlanObject, ProfileKind } from '../../plan/room-plan.js';

export type DrawingTheme = 'light' | 'dark' | 'print';

/** Colours and weights of a theme; the screen themes use those of the application. */
export interface Palette {
  ground: string;
  /** Inside the room, and inside its holes. */
  room: string;
  hole: string;
  wall: string;
  text: string;
  muted: string;
  accent: string;
  seam: string;
  /** Strips in turn, over the room. */
  strip: { fill: string; opacity: number; line: string };
  objects: Readonly<Record<PlanObject['kind'], string>>;
  profiles: Readonly<Record<Exclude<ProfileKind, 'ordinary'>, string>>;
  weight: { wall: number; thin: number; profile: number };
}

const light: Palette = {
  ground: '#ffffff',
  room: '#e9f3f1',
  hole: '#ffffff',
  wall: '#181d23',
  text: '#181d23',
  muted: '#586270',
  accent: '#077a61',
  seam: '#a8430a',
  strip: { fill: '#2f6fd0', opacity: 0.07, line: '#6f8fbd' },
  objects: {
    spotlight: '#8a5200',
    chandelier: '#8a5200',
    'light-line': '#b36b00',
    track: '#3f4854',
    pipe: '#1b5fb4',
    vent: '#3f4854',
    sensor: '#b3261e',
    hatch: '#3f4854',
    'curtain-niche': '#6f42b8',
  },
  profiles: {
    ceiling: '#1f6feb',
    shadow: '#7a3ff2',
    floating: '#c25e00',
    gapless: '#b5179e',
    niche: '#7a6200',
    none: '#7d8794',
  },
  weight: { wall: 2, thin: 1, profile: 3 },
};

const dark: Palette = {
  ground: '#181c22',
  room: '#1b2b2d',
  hole: '#181c22',
  wall: '#e4e8ee',
  text: '#e4e8ee',
  muted: '#98a2b0',
  accent: '#37c7a2',
  seam: '#ff9d6b',
  strip: { fill: '#7fb0ff', opacity: 0.08, line: '#5d7fb3' },
  objects: {
    spotlight: '#f2c66d',
    chandelier: '#f2c66d',
    'light-line': '#ffd98a',
    track: '#b6beca',
    pipe: '#7fb7ff',
    vent: '#b6beca',
    sensor: '#ff8a80',
    hatch: '#b6beca',
    'curtain-niche': '#b99bff',
  },
  profiles: {
    ceiling: '#6cb0ff',
    shadow: '#b392ff',
    floating: '#ffb454',
    gapless: '#ff7ac6',
    niche: '#e3c341',
    none: '#7f8a99',
  },
  weight: { wall: 2, thin: 1, profile: 3 },
};

const ink = '#000000';

const print: Palette = {
  ground: '#ffffff',
  room: '#ffffff',
  hole: '#ffffff',
  wall: ink,
  text: ink,
  muted: '#4a4a4a',
  accent: ink,
  seam: ink,
  strip: { fill: '#000000', opacity: 0.045, line: '#8a8a8a' },
  objects: {
    spotlight: ink,
    chandelier: ink,
    'light-line': '#757575',
    track: '#4a4a4a',
    pipe: ink,
    vent: ink,
    sensor: ink,
    hatch: ink,
    'curtain-niche': ink,
  },
  profiles: { ceiling: ink, shadow: ink, floating: ink, gapless: ink, niche: ink, none: ink },
  weight: { wall: 1.4, thin: 0.6, profile: 1.6 },
};

export const PALETTES: Readonly<Record<DrawingTheme, Palette>> = { light, dark, print };

/** Profiles are told apart without colours too: on paper, and by people who do not see them. */
export const PROFILE_DASHES: Readonly<Record<Exclude<ProfileKind, 'ordinary'>, string | undefined>> = {
  ceiling: '12 3',
  shadow: '5 3',
  floating: '9 3 2 3',
  gapless: undefined,
  niche: '2 3',
  none: '1 6',
};
