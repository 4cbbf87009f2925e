import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SessionDirectory } from '../access/session-directory.js';
import { LiveFeed } from './live-feed.js';

/** A session ended in another process counts as ended here at once, not when the cached answer runs out. */
@Injectable()
export class SessionEndings implements OnModuleInit {
  constructor(
    private readonly feed: LiveFeed,
    private readonly sessions: SessionDirectory,
  ) {}

  onModuleInit(): void {
    this.feed.subscribe({
      notice: (notice) => {
        if (notice.kind === 'session-ended') this.sessions.forget(notice.sessionId);
      },
      resync: () => this.sessions.forgetAll(),
    });
  }
}
