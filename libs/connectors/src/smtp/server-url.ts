/** Where letters are handed over, and how. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /**
   * `implicit`: TLS from the first byte (smtps); `starttls`: required before anything else is said; `none`: plain, only
   * for this machine or where the address says so.
   */
  readonly tls: 'implicit' | 'starttls' | 'none';
  /** Null: the server takes letters without a sign-in. */
  readonly credentials: { readonly user: string; readonly password: string } | null;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Reads `smtp://user:password@host:587` (STARTTLS required), `smtps://…:465`, or `smtp://host:25?tls=off`. Without TLS
 * only when the host is this machine or the address ends in `?tls=off`. User and password are percent-encoded. Null when
 * it is anything else; the reason is not told, because it would hold the password.
 */
export function parseSmtpUrl(text: string): SmtpServer | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') return null;
  const options = [...url.searchParams].map(([name, value]) => `${name}=${value}`);
  const plain = options.length === 1 && options[0] === 'tls=off';
  if (url.hostname === '' || (options.length > 0 && !plain) || !/^\/?$/.test(url.pathname) || url.hash !== '')
    return null;
  if (url.protocol === 'smtps:' && plain) return null;
  const credentials = credentialsOf(url);
  if (credentials === undefined) return null;
  const tls = url.protocol === 'smtps:' ? 'implicit' : plain || LOOPBACK.test(url.hostname) ? 'none' : 'starttls';
  const port = url.port === '' ? (tls === 'implicit' ? 465 : 587) : Number(url.port);
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port, tls, credentials };
}

/** Undefined when half of them is missing or they are not percent-encoded properly. */
function credentialsOf(url: URL): SmtpServer['credentials'] | undefined {
  if (url.username === '' && url.password === '') return null;
  if (url.username === '' || url.password === '') return undefined;
  try {
    return { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
  } catch {
    return undefined;
  }
}
