const ROLES = [
  ['owner', 'sees margin'],
  ['manager', 'orders and estimates'],
  ['measurer', 'own orders, no purchase prices'],
  ['administrator', 'integrations'],
  ['operator', ''],
  ['accountant', ''],
  ['workshop', ''],
  ['installer', ''],
];

/** Prints where to go and whom to sign in as. */
export function announce(settings, pids) {
  const { ports, publicUrl, host, dataDir } = settings;
  const lines = [
    '',
    `  SMET            ${publicUrl}`,
    `  API             ${publicUrl}/api/v1   (directly: http://${host}:${ports.api})`,
    `  amoCRM stand-in http://${host}:${ports.sandbox}`,
    ...(settings.smtpUrl ? [] : [`  Письма          http://${host}:${ports.mail}`]),
    `  data and logs   ${dataDir}   (${Object.entries(pids)
      .map(([name, pid]) => `${name} ${pid}`)
      .join(', ')})`,
  ];
  if (settings.demo) {
    lines.push('', '  Sign in with the password demo-smet-2026 as');
    for (const [role, note] of ROLES) lines.push(`    ${`${role}@demo.smet.local`.padEnd(32)}${note}`);
  }
  console.log([...lines, '', '  Ctrl+C stops everything.', ''].join('\n'));
}
