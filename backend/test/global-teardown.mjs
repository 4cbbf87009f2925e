export default async function globalTeardown() {
  await globalThis.smetTestServer?.stop();
}
