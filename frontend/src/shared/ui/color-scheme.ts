import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';

export const COLOR_SCHEME_COOKIE = 'smet_color_scheme';
export const DEFAULT_COLOR_SCHEME = 'dark';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

export type ChosenScheme = 'dark' | 'light';

export function readScheme(value: string | undefined | null): ChosenScheme | null {
  return value === 'dark' || value === 'light' ? value : null;
}

/** Kept in a cookie and not in local storage: the server must know it to paint the first frame right. */
export function cookieColorSchemeManager(initial: ChosenScheme): MantineColorSchemeManager {
  return {
    get: () => initial,
    set: (value: MantineColorScheme) => {
      document.cookie = `${COLOR_SCHEME_COOKIE}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
    },
    subscribe: () => undefined,
    unsubscribe: () => undefined,
    clear: () => {
      document.cookie = `${COLOR_SCHEME_COOKIE}=; path=/; max-age=0`;
    },
  };
}
