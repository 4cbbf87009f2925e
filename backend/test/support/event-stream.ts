import { until } from './until.js';

export interface StreamEvent {
  readonly event: string;
  readonly data: Record<string, unknown>;
}

/** A browser's end of `GET /api/v1/live`. */
export class EventStream {
  readonly events: StreamEvent[] = [];
  comments = 0;
  closed = false;

  private constructor(
    readonly response: Response,
    private readonly abort: AbortController,
  ) {}

  static async open(url: string, headers: Record<string, string>): Promise<EventStream> {
    const abort = new AbortController();
    const response = await fetch(url, { headers, signal: abort.signal });
    const stream = new EventStream(response, abort);
    void stream.pump();
    return stream;
  }

  next(matches: (event: StreamEvent) => boolean = () => true): Promise<StreamEvent> {
    return until(() => this.events.find(matches), 'an event of the stream');
  }

  close(): void {
    this.abort.abort();
  }

  private async pump(): Promise<void> {
    let text = '';
    try {
      for await (const chunk of this.response.body ?? []) {
        text += Buffer.from(chunk as Uint8Array).toString();
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        blocks.forEach((block) => this.take(block));
      }
    } catch (error) {
      if (!this.abort.signal.aborted) throw error;
    } finally {
      this.closed = true;
    }
  }

  private take(block: string): void {
    if (block.startsWith(':')) this.comments += 1;
    const event = /^event: (.*)$/m.exec(block)?.[1];
    const data = /^data: (.*)$/m.exec(block)?.[1];
    if (event && data) this.events.push({ event, data: JSON.parse(data) as Record<string, unknown> });
  }
}
