import { Body, Controller, Get, HttpCode, Patch, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authenticated, CurrentActor, Public, type Actor } from '../../platform/access/index.js';
import { assertOwnOrigin } from '../../platform/access/cookies.js';
import { Config } from '../../platform/config/index.js';
import { AppError } from '../../platform/http/index.js';
import { AuthCookies } from './auth.cookies.js';
import { refreshMissing } from './auth.errors.js';
import { MeDto, SignedInDto, UpdateMeDto } from './dto/me.dto.js';
import { RefreshDto, RefreshedDto, SignInDto, TokensDto } from './dto/sign-in.dto.js';
import { MeService } from './me.service.js';
import { RefreshService } from './refresh.service.js';
import { SignInLimit } from './sign-in-limit.js';
import { SessionService, type Origin, type TokenPair } from './session.service.js';

/** The limit itself comes from the configuration; see `registerPlugins`. */
const LIMITED = { rateLimit: {} };

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly sessions: SessionService,
    private readonly limit: SignInLimit,
    private readonly refreshes: RefreshService,
    private readonly people: MeService,
    private readonly cookies: AuthCookies,
    private readonly config: Config,
  ) {}

  /** Signs in a browser: the tokens go into cookies. Needs a matching Origin and the header `x-smet-request: 1`. */
  @Post('sign-in')
  @Public()
  @RouteConfig(LIMITED)
  @HttpCode(200)
  async signIn(
    @Body() body: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInDto> {
    assertOwnOrigin(this.config, request);
    await this.limit.spend(request.ip, body.email);
    const { actor, pair } = await this.sessions.signIn(body.email, body.password, originOf(request));
    this.cookies.set(reply, pair);
    return { user: await this.people.get(actor) };
  }

  /** Signs in a program: the tokens are in the answer. */
  @Post('tokens')
  @Public()
  @RouteConfig(LIMITED)
  @HttpCode(200)
  async tokens(@Body() body: SignInDto, @Req() request: FastifyRequest): Promise<TokensDto> {
    await this.limit.spend(request.ip, body.email);
    const { pair } = await this.sessions.signIn(body.email, body.password, originOf(request));
    return this.bearer(pair);
  }

  /** Trades a refresh token, in the body or the cookie, for the next pair. A repetition gets the same pair for 20 s. */
  @Post('refresh')
  @Public()
  @HttpCode(200)
  async refresh(
    @Body() body: RefreshDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RefreshedDto> {
    if (body.refreshToken) return this.bearer(await this.refreshes.refresh(body.refreshToken, originOf(request)));
    assertOwnOrigin(this.config, request);
    const token = this.cookies.refreshToken(request);
    if (token === null) throw refreshMissing();
    try {
      this.cookies.set(reply, await this.refreshes.refresh(token, originOf(request)));
    } catch (error) {
      if (error instanceof AppError && error.kind === 'unauthorized') this.cookies.clear(reply);
      throw error;
    }
    return { expiresIn: this.config.accessTokenSeconds, tokenType: 'Cookie' };
  }

  /** Ends the session of the refresh token, in the body or the cookie, for every token it ever had. */
  @Post('sign-out')
  @Public()
  @HttpCode(204)
  async signOut(
    @Body() body: RefreshDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (body.refreshToken) return this.sessions.signOut(body.refreshToken, originOf(request));
    assertOwnOrigin(this.config, request);
    const token = this.cookies.refreshToken(request);
    this.cookies.clear(reply);
    if (token !== null) await this.sessions.signOut(token, originOf(request));
  }

  @Get('me')
  @Authenticated()
  me(@CurrentActor() actor: Actor): Promise<MeDto> {
    return this.people.get(actor);
  }

  @Patch('me')
  @Authenticated()
  updateMe(@CurrentActor() actor: Actor, @Body() body: UpdateMeDto): Promise<MeDto> {
    return this.people.setColorScheme(actor, body.colorScheme);
  }

  private bearer(pair: TokenPair): TokensDto {
    return { ...pair, expiresIn: this.config.accessTokenSeconds, tokenType: 'Bearer' };
  }
}

function originOf(request: FastifyRequest): Origin {
  return { requestId: request.id, userAgent: request.headers['user-agent']?.slice(0, 300) ?? null };
}
