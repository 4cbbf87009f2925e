import { BlockList, isIP, isIPv6 } from 'node:net';

/** Names for ranges, as the API's `SMET_TRUST_PROXY` takes them. */
const RANGES: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};

/** Whether a peer may speak for somebody else's address. */
export type IsTrusted = (address: string) => boolean;

/**
 * Which peers are trusted.
 * @param setting addresses, networks (`10.1.0.0/16`) and names of ranges, comma-separated; empty: nobody
 * @throws Error when a part is none of them
 */
export function readTrusted(setting: string): IsTrusted {
  const trusted = new BlockList();
  const parts = setting.split(',').map((part) => part.trim());
  for (const part of parts.filter((text) => text !== '').flatMap((text) => RANGES[text] ?? [text])) {
    add(trusted, part);
  }
  // A connection that is gone already has no address.
  return (address) => isIP(address) !== 0 && trusted.check(address, familyOf(address));
}

/**
 * What is passed on as `x-forwarded-for`: the address the connection came from, whatever the browser claims. A trusted proxy
 * has written down whom it speaks for: its own address is added to that, for the next one to judge.
 */
export function forwardedFor(peer: string, given: string | undefined, isTrusted: IsTrusted): string {
  const address = plainAddress(peer);
  return given !== undefined && given !== '' && isTrusted(address) ? `${given}, ${address}` : address;
}

/** An IPv4 address that came over an IPv6 socket is the same address, and which card it came in by is not part of it. */
const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIPv6(address) ? 'ipv6' : 'ipv4');

function add(list: BlockList, part: string): void {
  const [address = '', bits] = part.split('/');
  try {
    if (bits === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(bits), familyOf(address));
  } catch (cause) {
    throw new Error(`SMET_TRUST_PROXY: ${part} is neither an address, a network nor the name of a range`, { cause });
  }
}
