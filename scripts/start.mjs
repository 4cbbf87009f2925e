// `npm start`: installs and builds what is stale, starts PostgreSQL, the API, the worker, the web, the amoCRM
// stand-in and the catcher of letters, and stays in the foreground until Ctrl+C.
import fs from 'node:fs';
import path from 'node:path';
import { runScript } from './lib/fail.mjs';
import { fromRoot } from './lib/paths.mjs';
import { checkPorts } from './lib/ports.mjs';
import { ensureBuilt, ensureInstalled } from './lib/prepare.mjs';
import { waitUntilReady } from './lib/ready.mjs';
import { ensureSecretKey, readSettings } from './lib/settings.mjs';
import { takePlace } from './lib/single-instance.mjs';
import { Supervisor } from './lib/supervisor.mjs';
import { startDatabase } from './lib/database.mjs';
import { connectDemoToStandIn } from './lib/demo.mjs';
import { announce } from './lib/announce.mjs';

/** What a table that is imported leaves behind is collected before it piles up: docs/adr/0018-imports.md */
const WORKER_FLAGS = ['--max-old-space-size=512', '--max-semi-space-size=4'];

/** The environment all processes of this SMET share. */
function environment(settings, databaseUrl) {
  const { host, ports, dataDir, publicUrl } = settings;
  return {
    DATABASE_URL: databaseUrl,
    SMET_SECRET_KEY: ensureSecretKey(dataDir),
    SMET_FILES_DIR: process.env.SMET_FILES_DIR || path.join(dataDir, 'files'),
    PUBLIC_URL: publicUrl,
    API_HOST: host,
    API_PORT: String(ports.api),
    API_URL: `http://${host}:${ports.api}`,
    AMOCRM_PULL_SECONDS: settings.pullSeconds,
    AMOCRM_ALLOW_HOSTS: `${host}:${ports.sandbox},localhost:${ports.sandbox}`,
    SANDBOX_AMOCRM_PORT: String(ports.sandbox),
    SANDBOX_AMOCRM_STATE: path.join(dataDir, 'amocrm-stand-in.json'),
    ...(!settings.smtpUrl && mailToCatcher(settings)),
  };
}

/** Without a mail server of the person's own, letters stay on this machine. */
function mailToCatcher({ host, ports }) {
  return {
    SMTP_URL: `smtp://${host}:${ports.smtp}`,
    MAIL_FROM: process.env.MAIL_FROM || 'СМЕТ <smet@demo.smet.local>',
    SANDBOX_MAIL_PORT: String(ports.mail),
    SANDBOX_MAIL_SMTP_PORT: String(ports.smtp),
  };
}

function processes({ host, ports, smtpUrl }, env) {
  return [
    { name: 'amocrm-stand-in', entry: fromRoot('libs/sandbox/dist/amocrm/main.js'), env },
    ...(smtpUrl ? [] : [{ name: 'mail-catcher', entry: fromRoot('libs/sandbox/dist/mail/main.js'), env }]),
    { name: 'api', entry: fromRoot('backend/dist/main.js'), env },
    { name: 'worker', entry: fromRoot('backend/dist/worker.js'), flags: WORKER_FLAGS, env },
    {
      name: 'web',
      entry: fromRoot('node_modules/next/dist/bin/next'),
      args: ['start', '-H', host, '-p', String(ports.web)],
      env,
      cwd: fromRoot('frontend'),
    },
  ];
}

await runScript(async () => {
  const settings = readSettings();
  await ensureInstalled();
  await ensureBuilt();
  fs.mkdirSync(settings.dataDir, { recursive: true });
  const givePlaceBack = takePlace(settings.dataDir);
  let database;
  let supervisor;
  let ending;
  const end = (code) => {
    ending ??= (async () => {
      await supervisor?.stop();
      await database?.stop();
      givePlaceBack();
      process.exit(code);
    })();
    return ending;
  };
  const giveUp = (reason) => {
    console.error(`\n✗ ${reason.message ?? reason}`);
    void end(1);
  };
  let signals = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (++signals > 1) process.exit(1);
      console.log('\n• stopping');
      void end(0);
    });
  }
  try {
    await checkPorts(settings);
    database = await startDatabase(settings, { env: (url) => environment(settings, url), onLost: giveUp });
    supervisor = new Supervisor({
      logDir: path.join(settings.dataDir, 'log'),
      onGiveUp: giveUp,
    });
    for (const spec of processes(settings, environment(settings, database.url))) supervisor.start(spec);
    const wait = { withinMs: 60_000, stillWanted: () => !ending };
    await waitUntilReady(`http://${settings.host}:${settings.ports.api}/api/health/ready`, wait);
    await waitUntilReady(`http://${settings.host}:${settings.ports.web}/sign-in`, wait);
    if (settings.demo && !ending) await connectDemoToStandIn(settings);
    if (!ending) announce(settings, supervisor.pids());
  } catch (error) {
    if (!ending) await runScript(() => Promise.reject(error));
    await end(1);
  }
});
