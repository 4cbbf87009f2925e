import { Module } from '@nestjs/common';
import { OrganizationsModule } from '../organizations/index.js';
import { AuthController } from './auth.controller.js';
import { AuthCookies } from './auth.cookies.js';
import { AuthRepository } from './auth.repository.js';
import { MeService } from './me.service.js';
import { Passwords } from './passwords.js';
import { RefreshService } from './refresh.service.js';
import { RefreshTokens } from './refresh-tokens.js';
import { SessionJournal } from './session-journal.js';
import { SignInLimit } from './sign-in-limit.js';
import { SessionService } from './session.service.js';

@Module({
  imports: [OrganizationsModule],
  controllers: [AuthController],
  providers: [
    AuthCookies,
    AuthRepository,
    MeService,
    Passwords,
    RefreshService,
    RefreshTokens,
    SessionJournal,
    SessionService,
    SignInLimit,
  ],
})
export class AuthModule {}
