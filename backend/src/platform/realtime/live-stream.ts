import type { FastifyReply } from 'fastify';
import type { Actor } from '../access/index.js';
import type { SessionDirectory } from '../access/session-directory.js';
import type { LiveNotice } from '../events/index.js';
import type { LiveSubscriber } from './live-feed.js';
import { visibleChange } from './visible-change.js';

/** A reader that takes nothing for this many bytes is cut off; it reconnects and fetches again. */
const MAX_BUFFERED = 256 * 1024;

/** One browser listening. */
export class LiveStream implements LiveSubscriber {
  constructor(
    private readonly actor: Actor,
    private readonly response: FastifyReply['raw'],
    private readonly sessions: Pick<SessionDirectory, 'actorOf'>,
  ) {
    this.response.write('retry: 2000\n\n');
  }

  notice(notice: LiveNotice): void {
    if (notice.kind === 'session-ended') {
      if (notice.sessionId === this.actor.sessionId) this.close();
      return;
    }
    const change = visibleChange(notice, this.actor);
    if (change) this.write('change', change);
  }

  resync(): void {
    this.write('resync', {});
  }

  /** Keeps proxies from closing the stream, and closes it when the person may no longer be here. */
  async heartbeat(): Promise<void> {
    const { userId, sessionId, organizationId, requestId } = this.actor;
    const claims = { sub: userId ?? '', sid: sessionId ?? '', org: organizationId };
    const actor = await this.sessions.actorOf(claims, requestId).catch(() => this.actor); // the database is away: stay
    if (actor === null || actor.role !== this.actor.role) this.close();
    else this.response.write(': alive\n\n');
  }

  close(): void {
    this.response.end();
  }

  private write(event: string, data: unknown): void {
    if (this.response.writableLength > MAX_BUFFERED) {
      this.response.destroy();
      return;
    }
    this.response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }
}
