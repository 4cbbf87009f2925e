import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy, type StrategyOptionsWithoutRequest } from 'passport-jwt';
import { Config } from '../config/index.js';
import { ACCESS_ALGORITHM, ACCESS_ISSUER, accessTokenKey } from './access-tokens.js';
import { accessToken } from './cookies.js';
import type { VerifiedClaims } from './verified-tokens.js';

/** Checks signature, issuer and expiry of the access token. Whether the session still counts is the guard's question. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(config: Config) {
    const options: StrategyOptionsWithoutRequest = {
      jwtFromRequest: (request: FastifyRequest) => accessToken(config, request),
      // jsonwebtoken takes a KeyObject, the typings of passport-jwt do not know
      secretOrKey: accessTokenKey(config) as unknown as string,
      algorithms: [ACCESS_ALGORITHM],
      issuer: ACCESS_ISSUER,
    };
    super(options);
  }

  validate({ sub, sid, org, exp }: VerifiedClaims): VerifiedClaims {
    return { sub, sid, org, exp };
  }
}
