/** The API names its cookies with the `__Host-` prefix, or without it when it runs without TLS for development. */
const ACCESS_COOKIES = ['__Host-smet_access', 'smet_access'] as const;
const REFRESH_COOKIES = ['__Host-smet_refresh', 'smet_refresh'] as const;

interface CookieReader {
  get(name: string): { value: string } | undefined;
}

function first(cookies: CookieReader, names: readonly string[]): string | null {
  for (const name of names) {
    const value = cookies.get(name)?.value;
    if (value) return value;
  }
  return null;
}

export const accessTokenOf = (cookies: CookieReader): string | null => first(cookies, ACCESS_COOKIES);
export const refreshTokenOf = (cookies: CookieReader): string | null => first(cookies, REFRESH_COOKIES);
export const SESSION_COOKIES: readonly string[] = [...ACCESS_COOKIES, ...REFRESH_COOKIES];
