import { startMailCatcher, type CaughtMail, type MailCatcher } from '@smet/sandbox/mail';
import type { TestDatabase } from '../test-database.js';
import { until } from './until.js';

/** A real SMTP server beside a test, with what the API and the worker need to send to it. */
export class MailStand {
  private constructor(readonly catcher: MailCatcher) {}

  static async start(): Promise<MailStand> {
    return new MailStand(await startMailCatcher({ smtpPort: 0, httpPort: 0 }));
  }

  /** For `startApi({ env })` and `startWorker(db, { env })`. */
  get env(): Readonly<Record<string, string>> {
    return { SMTP_URL: this.catcher.smtpUrl, MAIL_FROM: 'Firm <office@firm.example>' };
  }

  /** Newest first. */
  lettersTo(address: string): readonly CaughtMail[] {
    return this.catcher.mailbox.list(address);
  }

  /** Waits for a letter to the address; the newest. */
  letterTo(address: string): Promise<CaughtMail> {
    return until(() => this.lettersTo(address)[0], `a letter to ${address}`);
  }

  /** Lets every letter that waits for its next try go now. */
  async hurry(db: TestDatabase): Promise<void> {
    await db.owner.query(
      `update graphile_worker._private_jobs job set run_at = now()
         from graphile_worker._private_tasks task
        where task.id = job.task_id and task.identifier = 'mail.send' and job.locked_at is null`,
    );
  }

  close(): Promise<void> {
    return this.catcher.close();
  }
}
