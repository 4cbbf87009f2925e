/** Run by Next once when its server starts, before it answers anything. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { tellClientAddress } = await import('./shared/server/tell-client-address');
  tellClientAddress(process.env.SMET_TRUST_PROXY ?? '');
}
