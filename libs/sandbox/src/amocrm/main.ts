import { DEMO_TOKEN, startAmocrmSandbox } from './server.js';
import { errorCode, StateFileError } from './state-store.js';

const DEFAULT_PORT = 3002;

/** One line for the person who started it, then exit code 1. */
function giveUp(message: string): never {
  console.error(`amoCRM stand-in: ${message}`);
  process.exit(1);
}

function readPort(): number {
  const port = Number(process.env['SANDBOX_AMOCRM_PORT'] ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) giveUp('SANDBOX_AMOCRM_PORT is not a port number');
  return port;
}

function explain(error: unknown, port: number): string {
  if (errorCode(error) === 'EADDRINUSE') return `port ${port} is taken. Stop what uses it or set SANDBOX_AMOCRM_PORT.`;
  if (error instanceof StateFileError) return error.message;
  return error instanceof Error ? error.message : String(error);
}

const port = readPort();
const stateFile = process.env['SANDBOX_AMOCRM_STATE'];
try {
  const sandbox = await startAmocrmSandbox({
    port,
    host: process.env['SANDBOX_AMOCRM_HOST'] ?? '127.0.0.1',
    tokens: [process.env['SANDBOX_AMOCRM_TOKEN'] ?? DEMO_TOKEN],
    ...(stateFile !== undefined && stateFile !== '' && { stateFile }),
  });
  const stop = (): void => {
    sandbox.close().then(
      () => process.exit(0),
      (error: unknown) => giveUp(explain(error, port)),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  console.log(`amoCRM stand-in: ${sandbox.url}`);
} catch (error) {
  giveUp(explain(error, port));
}
