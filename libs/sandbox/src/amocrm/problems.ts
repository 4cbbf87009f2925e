/** One validation error of an item, as `validation-errors[].errors[]` carries it [D:error-codes]. */
export interface FieldProblem {
  code: 'NotSupportedChoice' | 'FieldNotExpected' | 'FieldMissing' | 'InvalidType' | 'NotUnique';
  /** Dot notation without the index of the item: `custom_fields_values.0.field_id`. */
  path: string;
  detail: string;
}

const DETAILS: Record<FieldProblem['code'], string> = {
  NotSupportedChoice: 'The value you selected is not a valid choice.',
  FieldNotExpected: 'This field was not expected.',
  FieldMissing: 'This field is missing.',
  InvalidType: 'This value has a wrong type.',
  NotUnique: 'This value is already used.',
};

const TITLES: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Payload Too Large',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

export function titleOf(status: number): string {
  return TITLES[status] ?? 'Error';
}

/** A refusal in the shape of amoCRM's `application/problem+json`. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly extra: Record<string, unknown> = {},
  ) {
    super(detail);
  }

  toBody(): Record<string, unknown> {
    return {
      title: titleOf(this.status),
      type: `https://httpstatus.es/${this.status}`,
      status: this.status,
      detail: this.detail,
      ...this.extra,
    };
  }
}

export function unauthorized(): Problem {
  return new Problem(401, 'Неверный логин или пароль');
}

export function notFound(detail: string): Problem {
  return new Problem(404, detail);
}

/** Collects the errors of one item of a batch. */
export class ItemProblems {
  readonly errors: FieldProblem[] = [];

  constructor(readonly requestId: string) {}

  add(code: FieldProblem['code'], path: string): void {
    this.errors.push({ code, path, detail: DETAILS[code] });
  }
}

/** One bad item fails the whole batch (assumed: implied by the single answer, amocrm.md §5). */
export function refuseInvalid(items: ItemProblems[]): void {
  const bad = items.filter((item) => item.errors.length > 0);
  if (bad.length === 0) return;
  const rows = bad.map((item) => ({ request_id: item.requestId, errors: item.errors }));
  throw new Problem(400, 'Request validation failed', { 'validation-errors': rows });
}
