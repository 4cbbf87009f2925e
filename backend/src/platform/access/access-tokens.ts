import { createSecretKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { Config, deriveKey } from '../config/index.js';
import type { AccessClaims } from './session-directory.js';

export const ACCESS_ALGORITHM = 'HS256';
export const ACCESS_ISSUER = 'smet';

/** A KeyObject: with a string jsonwebtoken first tries to read it as a public key, which cost more than a query. */
export function accessTokenKey(config: Config): KeyObject {
  return createSecretKey(deriveKey(config, 'access-token'));
}

@Injectable()
export class AccessTokens {
  private readonly jwt: JwtService;

  constructor(private readonly config: Config) {
    this.jwt = new JwtService({ secret: accessTokenKey(config) });
  }

  /** Deterministic: the same claims and time give the same token, which a repeated refresh relies on. */
  sign(claims: AccessClaims, issuedAt: Date): string {
    const iat = Math.floor(issuedAt.getTime() / 1000);
    const payload = {
      iss: ACCESS_ISSUER,
      sub: claims.sub,
      sid: claims.sid,
      org: claims.org,
      iat,
      exp: iat + this.config.accessTokenSeconds,
    };
    return this.jwt.sign(payload, { algorithm: ACCESS_ALGORITHM });
  }
}
