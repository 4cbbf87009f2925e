type Print = Uint8Array;

/** The prints that were asked for last, up to a number of bytes; what is being printed is waited for by all who ask. */
export class PrintCache {
  /** The one used last is the last. */
  private readonly kept = new Map<string, Print>();
  private readonly underway = new Map<string, Promise<Print>>();
  private bytes = 0;

  constructor(private readonly mostBytes: number) {}

  /** `key` says everything the print is made of. A failure is kept by nobody. */
  async get(key: string, print: () => Promise<Print>): Promise<Print> {
    const known = this.kept.get(key);
    if (known !== undefined) {
      this.kept.delete(key);
      this.kept.set(key, known);
      return known;
    }
    const begun = this.underway.get(key);
    if (begun !== undefined) return begun;
    const printing = print().finally(() => this.underway.delete(key));
    this.underway.set(key, printing);
    const done = await printing;
    this.keep(key, done);
    return done;
  }

  private keep(key: string, print: Print): void {
    if (print.length > this.mostBytes) return;
    this.kept.set(key, print);
    this.bytes += print.length;
    for (const [oldest, { length }] of this.kept) {
      if (this.bytes <= this.mostBytes) return;
      this.kept.delete(oldest);
      this.bytes -= length;
    }
  }
}
