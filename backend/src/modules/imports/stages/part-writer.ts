import type { PackedPart } from '../import-rows.repository.js';

/** Parts that may wait to be written. Packed they are small; rows that are not taken pile up in the reader ten times as large. */
const MAX_WAITING = 64;

/** Writes parts one after the other while the next ones are being read. */
export class PartWriter {
  private readonly waiting: PackedPart[] = [];
  private writing: Promise<void> | null = null;
  private failure: { readonly reason: unknown } | null = null;
  private ended = false;

  /** `write` answers false when there is no use in going on. */
  constructor(
    private next: number,
    private readonly write: (number: number, part: PackedPart) => Promise<boolean>,
  ) {}

  /** Returns at once as long as writing keeps up. @throws what a write before threw */
  async push(part: PackedPart): Promise<void> {
    this.waiting.push(part);
    this.writing ??= this.drain();
    if (this.waiting.length >= MAX_WAITING) await this.writing;
    if (this.failure) throw this.failure.reason;
  }

  /** When everything is written; false when that was given up. @throws what a write threw */
  async end(): Promise<boolean> {
    await this.writing;
    if (this.failure) throw this.failure.reason;
    return !this.ended;
  }

  /** Never rejects: nobody may be waiting for it just then. */
  private async drain(): Promise<void> {
    try {
      for (let part = this.waiting.shift(); part; part = this.waiting.shift()) {
        if (!this.ended) this.ended = !(await this.write(this.next++, part));
      }
    } catch (reason) {
      this.failure = { reason };
      this.waiting.length = 0;
    }
    this.writing = null;
  }
}
