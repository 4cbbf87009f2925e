import type { InvalidParam, Problem } from '@smet/api-client';

/** The API answered and refused. `code` names the rule, `invalidParams` the fields, `requestId` finds it in the logs. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string | null;
  readonly invalidParams: readonly InvalidParam[];
  readonly current: unknown;

  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}`);
    this.name = 'ApiProblem';
    this.status = problem.status;
    this.code = problem.code;
    this.requestId = problem.requestId ?? null;
    this.invalidParams = problem.invalidParams ?? [];
    this.current = problem.current;
  }
}

/** No answer that means anything came: the network, a timeout, or a gateway in between. Nothing is known about the write. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('The API did not answer', { cause });
    this.name = 'Unreachable';
  }
}

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && typeof (value as Problem).code === 'string';
}

function toProblem(error: unknown, response: Response): ApiProblem | Unreachable {
  const requestId = response.headers.get('x-request-id') ?? undefined;
  if (isProblem(error)) return new ApiProblem({ requestId, ...error, status: response.status });
  if (response.status >= 500) return new Unreachable(new Error(`HTTP ${response.status}`));
  return new ApiProblem({ status: response.status, code: `HTTP_${response.status}`, requestId });
}

/** Waits for a call of the client and answers its data, or throws ApiProblem (refused) or Unreachable (no answer). */
export async function unwrap<T>(call: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await call;
  } catch (cause) {
    throw new Unreachable(cause);
  }
  if (!answer.response.ok) throw toProblem(answer.error, answer.response);
  return answer.data as T;
}

/** What a problem is on the screen, as plain data that also crosses from the server to the browser. */
export interface ProblemView {
  kind: 'refused' | 'unreachable' | 'unexpected';
  code: string;
  status: number;
  requestId: string | null;
}

export function viewProblem(error: unknown): ProblemView {
  if (error instanceof ApiProblem) {
    return { kind: 'refused', code: error.code, status: error.status, requestId: error.requestId };
  }
  const code = error instanceof Unreachable ? 'UNREACHABLE' : 'UNEXPECTED';
  return { kind: error instanceof Unreachable ? 'unreachable' : 'unexpected', code, status: 0, requestId: null };
}
