const HIDDEN = '[hidden]';

/** Query parameters that can hold neither a secret nor a person; the value of any other is hidden in logs. */
const PLAIN_PARAMETERS = /^(page|limit|with|order\[[a-z_]+\])$/;

const SECRET_PATTERNS: readonly [RegExp, string][] = [
  [/\b(bearer|basic)\s+[\w.~+/=-]+/gi, `$1 ${HIDDEN}`],
  // A JWT, wherever it stands.
  [/\beyJ[\w-]+\.[\w-]+(\.[\w-]*)?/g, HIDDEN],
  // amoCRM's refresh tokens and codes start so (reference §1.4).
  [/\bdef502[0-9a-f]{16,}\b/gi, HIDDEN],
  [
    /("?(?:access_token|refresh_token|client_secret|authorization|password|api_key|secret|token)"?\s*[:=]\s*)("[^"]*"|[^\s&,;}"]+)/gi,
    `$1${HIDDEN}`,
  ],
];

/** Hides tokens, secrets and passwords in any text that is about to be logged or stored for people to read. */
export function redactText(text: string): string {
  return SECRET_PATTERNS.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
}

/** An address fit for a log: no credentials, no fragment, and only the harmless query values (`query=` holds phones). */
export function redactUrl(text: string): string {
  if (!URL.canParse(text)) return HIDDEN;
  const url = new URL(text);
  const query = [...url.searchParams]
    .map(([name, value]) => `${name}=${PLAIN_PARAMETERS.test(name) ? value : HIDDEN}`)
    .join('&');
  return redactText(`${url.origin}${url.pathname}`) + (query === '' ? '' : `?${query}`);
}
