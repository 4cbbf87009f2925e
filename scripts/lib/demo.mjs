const PASSWORD = 'demo-smet-2026';
const TOKEN = 'demo-long-lived-token';

async function call(url, { method = 'GET', headers = {}, body } = {}) {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok)
    throw new Error(`${method} ${new URL(url).pathname} answered ${response.status}: ${text.slice(0, 300)}`);
  return text ? JSON.parse(text) : null;
}

/**
 * Connects the demo organization to the stand-in of amoCRM the way its administrator would, so that the first order
 * already travels; again when the stand-in has moved to another port.
 */
export async function connectDemoToStandIn({ host, ports }) {
  const api = `http://${host}:${ports.api}/api/v1`;
  const baseUrl = `http://${host}:${ports.sandbox}`;
  const { accessToken, refreshToken } = await call(`${api}/auth/tokens`, {
    method: 'POST',
    body: { email: 'administrator@demo.smet.local', password: PASSWORD },
  });
  const headers = { authorization: `Bearer ${accessToken}` };
  const { connection } = await call(`${api}/integrations/amocrm`, { headers });
  const loopback = connection && new URL(connection.baseUrl).hostname === host;
  if (!connection || (loopback && connection.baseUrl !== baseUrl)) {
    const body = { baseUrl, token: TOKEN, ...(connection && { version: connection.version }) };
    await call(`${api}/integrations/amocrm`, { method: 'PUT', headers, body });
  }
  await call(`${api}/auth/sign-out`, { method: 'POST', body: { refreshToken } });
}
