/** A misbehaviour of the next `times` letters it fits. */
export interface MailFault {
  /**
   * `status`: answered with `status`; `drop`: the socket is cut when the whole letter has arrived, and nothing is kept;
   * `silence`: the letter is kept, but its sender never hears of it.
   */
  effect: 'status' | 'drop' | 'silence';
  /** 400…599, with `status`. */
  status?: number;
  /** `recipient`: in answer to RCPT TO (default); `message`: in answer to the whole letter. Only with `status`. */
  at?: 'recipient' | 'message';
  /** Only letters to this address; any without. */
  to?: string;
  /** How many letters it meets. Default 1. */
  times?: number;
}

export type FaultPlace = 'recipient' | 'message';

/** The ordered misbehaviours, shared by the handle and `/_sandbox/faults`. */
export class MailFaults {
  private pending: (MailFault & { times: number })[] = [];

  get rules(): readonly Readonly<MailFault>[] {
    return this.pending;
  }

  /** Rules are met in the order they were added. */
  add(rule: MailFault): void {
    this.pending.push({ ...rule, times: rule.times ?? 1 });
  }

  clear(): void {
    this.pending = [];
  }

  /** Takes the first rule that fits, using up one of its times. */
  take(place: FaultPlace, to: readonly string[]): MailFault | null {
    const rule = this.pending.find((candidate) => fits(candidate, place, to));
    if (!rule) return null;
    rule.times -= 1;
    if (rule.times <= 0) this.pending = this.pending.filter((candidate) => candidate !== rule);
    return rule;
  }
}

function fits({ effect, at, to }: MailFault, place: FaultPlace, recipients: readonly string[]): boolean {
  const wanted = effect === 'status' ? (at ?? 'recipient') : 'message';
  return wanted === place && (to === undefined || recipients.some((one) => one.toLowerCase() === to.toLowerCase()));
}
