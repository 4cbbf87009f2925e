import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

export interface ResolvedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Resolves a host name to all its addresses; rejects when there are none. */
export type Resolver = (hostname: string) => Promise<readonly ResolvedAddress[]>;

export interface AddressGuardOptions {
  /**
   * Hosts with port, as written in the address (`127.0.0.1:3002`), that may be private and may be spoken to without
   * TLS. For the demo, the tests and a stand-in in a neighbouring container.
   */
  readonly allowPrivateHosts?: readonly string[];
  readonly resolve?: Resolver;
}

type GuardProblem = 'URL_INVALID' | 'PROTOCOL_NOT_ALLOWED' | 'CREDENTIALS_IN_URL' | 'PLAIN_HTTP' | 'PRIVATE_ADDRESS';

type UrlCheck = { readonly ok: true; readonly url: URL } | { readonly ok: false; readonly code: GuardProblem };

type AddressCheck =
  | { readonly ok: true; readonly addresses: readonly ResolvedAddress[] }
  | { readonly ok: false; readonly kind: 'blocked-address' | 'dns'; readonly code: string };

export interface AddressGuard {
  /** Judges the address as written: protocol, credentials, literal IP addresses in any notation. */
  checkUrl(url: string): UrlCheck;
  /** Resolves the name and judges every address behind it. What it returns is what may be connected to, nothing else. */
  resolve(url: URL): Promise<AddressCheck>;
}

/**
 * True when nobody but the public internet can be behind the address. Everything special (loopback, private, link-local
 * with the clouds' metadata service, carrier NAT, documentation, translation prefixes) is not public. IPv4 written as
 * IPv6 (`::ffff:127.0.0.1`) is judged as IPv4. An unreadable address is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  if (parsed.kind() === 'ipv4') return true;
  // Only 2000::/3 is routed; the rest of "unicast" holds the old IPv4-compatible ::a.b.c.d.
  return parsed.match(ipaddr.parseCIDR('2000::/3'));
}

/** The metadata services of clouds live here; no allow-list opens it. */
function isLinkLocal(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'linkLocal';
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

function hostWithPort(url: URL): string {
  return `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`.toLowerCase();
}

const systemResolver: Resolver = async (hostname) => {
  const found = await lookup(hostname, { all: true, verbatim: true });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
};

/** Builds the guard that every user-given address passes, again after each redirect and each resolution. */
export function createAddressGuard(options: AddressGuardOptions = {}): AddressGuard {
  const allowed = new Set((options.allowPrivateHosts ?? []).map((host) => host.toLowerCase()));
  const resolveName = options.resolve ?? systemResolver;

  const acceptable = (address: string, url: URL): boolean =>
    isPublicAddress(address) || (allowed.has(hostWithPort(url)) && ipaddr.isValid(address) && !isLinkLocal(address));

  return {
    checkUrl(text) {
      if (!URL.canParse(text)) return { ok: false, code: 'URL_INVALID' };
      const url = new URL(text);
      if (url.protocol !== 'https:' && url.protocol !== 'http:') return { ok: false, code: 'PROTOCOL_NOT_ALLOWED' };
      if (url.username !== '' || url.password !== '') return { ok: false, code: 'CREDENTIALS_IN_URL' };
      const host = hostOf(url);
      if (isIP(host) !== 0 && !acceptable(host, url)) return { ok: false, code: 'PRIVATE_ADDRESS' };
      // A bearer token over plain HTTP is a token given away.
      if (url.protocol === 'http:' && !allowed.has(hostWithPort(url))) return { ok: false, code: 'PLAIN_HTTP' };
      return { ok: true, url };
    },

    async resolve(url) {
      const host = hostOf(url);
      const family = isIP(host);
      const found =
        family === 0 ? await tryResolve(resolveName, host) : [{ address: host, family: family === 6 ? 6 : 4 } as const];
      if (typeof found === 'string') return { ok: false, kind: 'dns', code: found };
      // One private address among public ones is a trick or a mistake; both are refused.
      if (!found.every(({ address }) => acceptable(address, url))) {
        return { ok: false, kind: 'blocked-address', code: 'PRIVATE_ADDRESS' };
      }
      return { ok: true, addresses: found };
    },
  };
}

/** The addresses, or the code of the failure. */
async function tryResolve(resolve: Resolver, host: string): Promise<readonly ResolvedAddress[] | string> {
  try {
    const found = await resolve(host);
    return found.length === 0 ? 'ENODATA' : found;
  } catch (error) {
    return errorCode(error) ?? 'DNS_FAILED';
  }
}

/** The `code` of a system error, or null. */
export function errorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
