import { startMailCatcher } from './server.js';

/** One line for the person who started it, then exit code 1. */
function giveUp(message: string): never {
  console.error(`mail catcher: ${message}`);
  process.exit(1);
}

function readPort(name: string, fallback: number): number {
  const port = Number(process.env[name] ?? fallback);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) giveUp(`${name} is not a port number`);
  return port;
}

function explain(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `a port is taken (${error.message}). Stop what uses it or set SANDBOX_MAIL_PORT, SANDBOX_MAIL_SMTP_PORT.`;
  }
  return error instanceof Error ? error.message : String(error);
}

const httpPort = readPort('SANDBOX_MAIL_PORT', 3003);
const smtpPort = readPort('SANDBOX_MAIL_SMTP_PORT', 3004);
try {
  const catcher = await startMailCatcher({ httpPort, smtpPort, host: process.env['SANDBOX_MAIL_HOST'] ?? '127.0.0.1' });
  const stop = (): void => {
    catcher.close().then(
      () => process.exit(0),
      (error: unknown) => giveUp(explain(error)),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  console.log(`mail catcher: ${catcher.url}, ${catcher.smtpUrl}`);
} catch (error) {
  giveUp(explain(error));
}
