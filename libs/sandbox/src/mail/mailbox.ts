import PostalMime from 'postal-mime';

export interface CaughtAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** A letter as it arrived. */
export interface CaughtMail {
  readonly id: number;
  /** Moment of arrival, ISO 8601. */
  readonly at: string;
  /** Of the envelope: who it was really given to. */
  readonly from: string;
  readonly to: readonly string[];
  /** With angle brackets. */
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly attachments: readonly CaughtAttachment[];
  readonly raw: Buffer;
}

export interface ArrivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Buffer;
}

/** The last letters, in memory only. */
export class Mailbox {
  private letters: CaughtMail[] = [];
  private lastId = 0;

  constructor(private readonly capacity = 500) {}

  async add({ from, to, raw }: ArrivedMail): Promise<void> {
    const parsed = await PostalMime.parse(raw);
    this.lastId += 1;
    this.letters.push({
      id: this.lastId,
      at: new Date().toISOString(),
      from,
      to,
      messageId: parsed.messageId ?? '',
      subject: parsed.subject ?? '',
      text: parsed.text ?? '',
      html: parsed.html ?? null,
      attachments: parsed.attachments.map(({ filename, mimeType, content }) => ({
        filename: filename ?? '',
        contentType: mimeType,
        content: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
      })),
      raw,
    });
    if (this.letters.length > this.capacity) this.letters.shift();
  }

  /** Newest first; only those to an address when it is given. */
  list(to?: string): readonly CaughtMail[] {
    const wanted = to?.toLowerCase();
    const fits = (letter: CaughtMail) => wanted === undefined || letter.to.some((one) => one.toLowerCase() === wanted);
    return this.letters.filter(fits).toReversed();
  }

  find(id: number): CaughtMail | null {
    return this.letters.find((letter) => letter.id === id) ?? null;
  }

  clear(): void {
    this.letters = [];
  }
}
