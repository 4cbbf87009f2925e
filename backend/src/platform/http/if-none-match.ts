/**
 * Whether the browser has what carries this tag already (RFC 9110, 13.1.2). A proxy that compresses makes a tag a weak one,
 * which names the same content.
 * @param etag a strong one, with its quotes
 */
export function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
