import { detail, LATER_MS, type Failure, type ProblemDetail } from '../http/index.js';
import { DEFERRED_MS, UNREACHABLE_MS } from './limits.js';
import { TOO_LARGE } from './message.js';

/** What is known of a failed conversation, in codes only: replies quote addresses and, at some servers, more. */
export interface SmtpProblem {
  /** The library's code (`EAUTH`, `ECONNECTION`…). */
  readonly code: string;
  /** Of the system or of TLS beneath it (`ECONNREFUSED`, `CERT_HAS_EXPIRED`). */
  readonly systemCode: string | null;
  /** The three digits of the server's reply (RFC 5321 §4.2); null when none came. */
  readonly replyCode: number | null;
  /** `5.1.1` (RFC 3463) when the reply had one. */
  readonly enhancedCode: string | null;
  /** What the reply was to: `RCPT TO`, `AUTH PLAIN`, `CONN`… */
  readonly command: string;
  /** The whole letter had left when it went wrong: it may have been taken. */
  readonly handedOver: boolean;
}

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO|^ERR_TLS|^ERR_SSL|EPROTO/;

/** Replies that say "you did not sign in" or "not like that" (RFC 4954 §6), wherever they come. */
const NEEDS_SIGN_IN = new Set([530, 534, 535, 538]);

/** The server does not understand what we say (RFC 5321 §4.2.4). */
const OUR_FAULT = new Set([500, 501, 502, 503, 504, 555]);

/** Decides what a failed conversation means, from codes alone: texts differ by server and language. */
export function classifyProblem(problem: SmtpProblem): Failure {
  const { code, replyCode } = problem;
  if (code === 'EAUTH') return atSignIn(problem);
  if (replyCode !== null && NEEDS_SIGN_IN.has(replyCode)) return { kind: 'reauthorize', code: 'CREDENTIALS_REFUSED' };
  if (code === 'ETLS') return later(isCertificate(problem) ? 'CERTIFICATE' : 'TLS_UNAVAILABLE', LATER_MS, problem);
  if (replyCode !== null && replyCode >= 400 && replyCode < 500) return deferred(problem);
  if (replyCode !== null && replyCode >= 500) return refused(problem, replyCode);
  if (code === 'EMESSAGE') return TOO_LARGE;
  if (code === 'EENVELOPE' || code === 'ESTREAM') return { kind: 'bug', code: 'ENVELOPE_INVALID', details: [] };
  return disconnected(problem);
}

function atSignIn(problem: SmtpProblem): Failure {
  const { replyCode } = problem;
  if (replyCode !== null && replyCode < 500) return deferred(problem);
  return { kind: 'reauthorize', code: 'CREDENTIALS_REFUSED' };
}

/** A reply is an answer: the letter was not taken. */
function deferred(problem: SmtpProblem): Failure {
  return { kind: 'retry', afterMs: DEFERRED_MS, code: `SMTP_${problem.replyCode}`, outcomeKnown: true };
}

function refused(problem: SmtpProblem, replyCode: number): Failure {
  const details: readonly ProblemDetail[] = [detail(problem.enhancedCode ?? `SMTP_${replyCode}`)];
  if (problem.command === 'RCPT TO') return { kind: 'rejected', code: 'RECIPIENT_REFUSED', details };
  if (replyCode === 552) return { kind: 'rejected', code: 'MESSAGE_TOO_LARGE', details };
  if (OUR_FAULT.has(replyCode)) return { kind: 'bug', code: 'COMMAND_REFUSED', details };
  if (problem.command === 'MAIL FROM') return { kind: 'rejected', code: 'SENDER_REFUSED', details };
  if (problem.command === 'DATA') return { kind: 'rejected', code: 'MESSAGE_REFUSED', details };
  // 5xx before anything was asked: this server does not talk to ours (a block list, most often).
  return { kind: 'blocked', code: 'SERVER_REFUSES_US' };
}

function disconnected(problem: SmtpProblem): Failure {
  const { code } = problem;
  if (code === 'EDNS') return later('NAME_NOT_FOUND', LATER_MS, problem);
  if (code === 'ETIMEDOUT') return later('TIMEOUT', UNREACHABLE_MS, problem);
  if (isCertificate(problem)) return later('CERTIFICATE', LATER_MS, problem);
  return later('UNREACHABLE', UNREACHABLE_MS, problem);
}

const isCertificate = ({ systemCode }: SmtpProblem): boolean => systemCode !== null && CERTIFICATE.test(systemCode);

function later(code: string, afterMs: number, { handedOver }: SmtpProblem): Failure {
  return { kind: 'retry', afterMs, code, outcomeKnown: !handedOver };
}
