const SECRET_KEY = /authorization|cookie|token|passw|secret|api-?_?key|credential/i;
const PERSONAL_KEY = /^(phones?|e-?mails?|number|address)$/i;
const SECRET_TEXT: readonly [RegExp, string][] = [
  [/\bBearer\s+[\w.~+/=-]+/gi, 'Bearer [redacted]'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[redacted]'],
  [/((?:postgres(?:ql)?|smtps?):\/\/[^:@/\s]*):[^@\s]*@/gi, '$1:[redacted]@'],
  [
    /((?:token|passw\w*|secret|refresh_token|access_token|client_secret)["']?\s*[=:]\s*["']?)[^\s"'&,}]+/gi,
    '$1[redacted]',
  ],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '[e-mail]'],
  [/\+\d{10,15}\b/g, '[phone]'],
];
const MAX_DEPTH = 6;

/**
 * A copy safe to log: values under secret or personal keys are replaced, strings are cleaned of bearer tokens, JWTs,
 * passwords in URLs, e-mails and phones. Deep values are cut, cycles cannot hang it.
 */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return '[deep]';
  if (value instanceof Date) return value;
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.slice(0, 50).map((inner) => redact(inner, depth + 1));
  if (Buffer.isBuffer(value)) return `[${value.length} bytes]`;
  const entries = Object.entries(value).map(([key, inner]) => [key, redactEntry(key, inner, depth)]);
  return Object.fromEntries(entries);
}

export function redactText(text: string): string {
  return SECRET_TEXT.reduce((cleaned, [pattern, replacement]) => cleaned.replace(pattern, replacement), text);
}

function redactEntry(key: string, value: unknown, depth: number): unknown {
  if (value === null || value === undefined) return value;
  if (SECRET_KEY.test(key) || PERSONAL_KEY.test(key)) return '[redacted]';
  return redact(value, depth + 1);
}

/** Only named fields: the driver hangs the statement's parameters and the whole row on its errors. */
function redactError(error: Error, depth: number): Record<string, unknown> {
  const pick = (field: string): unknown => Reflect.get(error, field);
  return {
    type: error.name,
    message: redactText(error.message),
    code: pick('code'),
    constraint: pick('constraint'),
    stack: redactText(error.stack ?? ''),
    ...(error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) }),
  };
}
