import { createHash, createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config, deriveKey } from '../../platform/config/index.js';

/**
 * Refresh tokens are known to the database by their hash only. A token's successor is computed from it under a key of
 * ours, so that the same answer can be given again within the grace time although nothing secret was stored.
 */
@Injectable()
export class RefreshTokens {
  private readonly key: Buffer;

  constructor(config: Config) {
    this.key = deriveKey(config, 'refresh-token');
  }

  first(): string {
    return randomBytes(32).toString('base64url');
  }

  successorOf(token: string, sessionId: string): string {
    return createHmac('sha256', this.key).update(`${sessionId}.${token}`).digest('base64url');
  }

  hashOf(token: string): Buffer {
    return createHash('sha256').update(token).digest();
  }
}
