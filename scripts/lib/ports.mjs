import net from 'node:net';
import { Refusal } from './fail.mjs';

const SETTING = { web: 'PORT', api: 'API_PORT', sandbox: 'SANDBOX_AMOCRM_PORT' };
const CATCHER = { mail: 'SANDBOX_MAIL_PORT', smtp: 'SANDBOX_MAIL_SMTP_PORT' };

function isFree(host, port) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Refuses to start over somebody else's port, naming it and the setting that changes it. */
export async function checkPorts({ host, ports, smtpUrl }) {
  for (const [name, setting] of Object.entries({ ...SETTING, ...(!smtpUrl && CATCHER) })) {
    if (!(await isFree(host, ports[name]))) {
      throw new Refusal(
        `Port ${ports[name]} (${name}) is taken: stop the program that uses it or set ${setting} to another port.`,
      );
    }
  }
}
