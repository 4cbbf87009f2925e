/** Lets a few pieces of work run at once; the others wait for their turn, in order. */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly limits: { readonly running: number; readonly waiting: number },
    private readonly refuse: () => Error,
  ) {}

  /**
   * The work is begun when its turn has come, so that a time it gives itself does not run while it waits.
   * @throws what `refuse` makes when too many wait already
   */
  async take<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private async enter(): Promise<void> {
    if (this.running < this.limits.running) {
      this.running++;
      return;
    }
    if (this.waiting.length >= this.limits.waiting) throw this.refuse();
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** The place is handed over, never free in between: nobody gets in before those who wait. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.running--;
    else next();
  }
}
