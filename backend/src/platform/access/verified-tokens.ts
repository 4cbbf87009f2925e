import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import type { AccessClaims } from './session-directory.js';

const MAX_REMEMBERED = 10_000;

export interface VerifiedClaims extends AccessClaims {
  /** When the token expires, seconds since 1970. */
  readonly exp: number;
}

/**
 * Claims of tokens whose signature was found good, until they expire: the same token comes with every request, and
 * checking it again was a twelfth of the time of a hot one. Whether its session still counts is asked every time.
 */
@Injectable()
export class VerifiedTokens {
  private readonly claims = new Map<string, VerifiedClaims>();

  constructor(private readonly clock: Clock) {}

  /** Null when the token has to be verified. */
  find(token: string): AccessClaims | null {
    const key = keyOf(token);
    const claims = this.claims.get(key);
    if (claims === undefined) return null;
    if (this.clock.now().getTime() < claims.exp * 1000) return claims;
    this.claims.delete(key);
    return null;
  }

  remember(token: string, claims: VerifiedClaims): void {
    const [oldest] = this.claims.keys();
    if (oldest !== undefined && this.claims.size >= MAX_REMEMBERED) this.claims.delete(oldest);
    this.claims.set(keyOf(token), claims);
  }
}

/** Of the whole token, so that no other header or payload finds it; hashed, so that memory holds no token. */
function keyOf(token: string): string {
  return hash('sha256', token, 'base64');
}
